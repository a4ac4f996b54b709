package train

// Change says that settings were changed during a run: which were in force up to a
// step, and which from there on. Epochs is included only if η depends on it:
// otherwise it says how long a run goes on, not how.
type Change struct {
	Step     int     // updates done before it
	Epoch    float64 // where that was: 1.5 is half-way through the second epoch
	From, To Hyperparameters
}

// noteChange records what new settings change in a run that has begun. Changes
// between the same two steps are merged, and dropped if they return to the start.
func (t *Trainer) noteChange(to Hyperparameters) {
	if t.step == 0 {
		return
	}
	from := t.hp
	if n := len(t.changes); n > 0 && t.changes[n-1].Step == t.step {
		from = t.changes[n-1].From
		t.changes = t.changes[: n-1 : n-1] // a caller that has the longer list keeps it
	}
	if !from.Schedule.byEpochs() && !to.Schedule.byEpochs() {
		from.Epochs = to.Epochs
	}
	if from == to {
		return
	}
	epoch := float64(t.epoch) + float64(t.inEpoch)/float64(t.StepsPerEpoch())
	t.changes = append(t.changes, Change{Step: t.step, Epoch: epoch, From: from, To: to})
}
