package training

import "time"

// tempo limits a run to a number of epochs a second, so that one can watch;
// without a pace the run is not limited.
type tempo struct {
	epochsPerSecond float64       // 0 without a pace
	interval        time.Duration // between two steps
	due             time.Time     // when the next step may be made
}

// mostBehind is the most delay that is caught up.
const mostBehind = 50 * time.Millisecond

func newTempo(epochsPerSecond float64, stepsPerEpoch int, now time.Time) tempo {
	if !(epochsPerSecond > 0) {
		return tempo{}
	}
	interval := float64(time.Second) / (epochsPerSecond * float64(stepsPerEpoch))
	return tempo{epochsPerSecond: epochsPerSecond, interval: time.Duration(interval), due: now}
}

// rest returns the time until the next step.
func (t *tempo) rest(now time.Time) time.Duration {
	if t.interval == 0 {
		return 0
	}
	return max(0, t.due.Sub(now))
}

// step notes that a step was made.
func (t *tempo) step(now time.Time) {
	if earliest := now.Add(-mostBehind); t.due.Before(earliest) {
		t.due = earliest
	}
	t.due = t.due.Add(t.interval)
}
