package train

import "onelayer/engine/softmax"

// best keeps the classifier of the best epoch so far, for a run that stops early.
type best struct {
	classifier *softmax.Classifier // nil before the first point
	epoch      int
	accuracy   float64 // watched
	penalty    float64
}

// resume restores the best epoch known in a state. Without its classifier, the
// state's own is the first that counts.
func (b *best) resume(hp Hyperparameters, state State) {
	at := len(state.History) - 1
	if hp.EarlyStopping == 0 || at < 0 {
		return
	}
	b.classifier = state.Classifier.Clone()
	if state.Best != nil {
		at = bestPoint(state.History)
		b.classifier = state.Best
	}
	b.set(state.History[at])
}

func (b *best) set(p Point) { b.epoch, b.accuracy, b.penalty = p.Epoch, p.watched(), p.Penalty }

// note keeps the classifier of the point just measured if it is the best.
func (b *best) note(t *Trainer) {
	if t.hp.EarlyStopping == 0 || b.classifier != nil && t.point.watched() <= b.accuracy {
		return
	}
	if b.classifier == nil {
		b.classifier = t.classifier.Clone()
	} else {
		b.classifier.Copy(t.classifier)
	}
	b.set(t.point)
}

// exhausted reports whether a run has had so many epochs without an improvement that
// it stops.
func (b *best) exhausted(hp *Hyperparameters, history []Point) bool {
	if hp.EarlyStopping == 0 || len(history) == 0 {
		return false
	}
	at := bestPoint(history)
	return history[len(history)-1].Epoch-history[at].Epoch >= hp.EarlyStopping
}

// Best returns the classifier of the best epoch so far, if the run keeps it, and the
// epoch.
func (t *Trainer) Best() (c *softmax.Classifier, epoch int) { return t.best.classifier, t.best.epoch }

// Memory returns a copy of the state of the run's optimizer.
func (t *Trainer) Memory() softmax.Memory { return t.optimizer.Memory() }

// atBest reports whether the run has ended and uses its best epoch.
func (t *Trainer) atBest() bool {
	return (t.phase == measuringTest || t.phase == measuringFurther || t.phase == finished) && t.hp.EarlyStopping > 0 &&
		t.best.classifier != nil
}
