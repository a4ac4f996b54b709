package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Helper measures a run's points elsewhere while the run goes on: it starts to measure the
// training and the validation split with a classifier, which it does not keep after it
// returns. Call Trainer.Measured with the result. There is one measurement at a time.
type Helper func(c *softmax.Classifier)

// Score is the result of a classifier on a split: the images' losses, summed in the
// order of the split, and how many it gets right.
type Score struct {
	Loss    float64
	Correct int
	ByClass ByClass // of the validation split
}

// pending is a point that a helper is measuring.
type pending struct {
	helper     Helper
	under      bool // way
	point      Point
	classifier *softmax.Classifier // as of the point
	memory     softmax.Memory      // the optimizer's, as of the point
}

// HelpedBy lets a helper measure the points of the epochs to come, where nothing
// depends on a point before the next one is due; nil measures them here again,
// including the pending point, at once.
func (t *Trainer) HelpedBy(h Helper) {
	t.pending.helper = h
	if h == nil {
		t.MeasurePending()
	}
}

// Pending reports whether the last epoch's point is still being measured by the helper.
func (t *Trainer) Pending() bool { return t.pending.under }

// PendingClassifier returns the classifier that is being measured.
func (t *Trainer) PendingClassifier() *softmax.Classifier { return t.pending.classifier }

// PendingMemory returns the state of the optimizer at that point.
func (t *Trainer) PendingMemory() softmax.Memory { return t.pending.memory }

// Blocked reports whether the run can't go on before its point is measured: the next
// point would be due after one more step.
func (t *Trainer) Blocked() bool {
	return t.pending.under && t.phase == stepping && t.inEpoch == t.StepsPerEpoch()-1
}

// handOver gives the due point to the helper, if it may arrive late: not the last
// one, nor one that early stopping, a plateau or divergence could act on.
func (t *Trainer) handOver() bool {
	p := &t.pending
	first, last := t.epoch == 0, t.epoch >= t.hp.Epochs
	if p.helper == nil || first || last || t.StepsPerEpoch() == 1 || t.hp.LooksBack() || !finite(t.point.Penalty) {
		return false
	}
	if p.classifier == nil {
		p.classifier = t.classifier.Clone()
	} else {
		p.classifier.Copy(t.classifier)
	}
	p.under, p.point = true, t.point
	p.point.NextRate = t.LearningRate()
	p.memory = t.optimizer.Memory()
	t.phase = stepping
	p.helper(p.classifier)
	return true
}

// Measured takes the helper's result and adds the point to the history.
func (t *Trainer) Measured(training, validation Score) Outcome {
	p := &t.pending
	p.under = false
	p.point.Train = metricsOf(t.data.Train.Len(), training, p.point.Penalty)
	p.point.Validation = metricsOf(t.data.Validation.Len(), validation, p.point.Penalty)
	t.byClass = validation.ByClass
	t.history = append(t.history, p.point)
	switch {
	case t.phase == diverged || !finite(p.point.Train.Cost):
		t.phase = diverged
		return Diverged
	case t.inEpoch == 0 && t.epoch >= t.hp.Epochs: // the settings have changed in the meantime
		t.begin(measuringTest, t.data.Test)
	}
	return EpochFinished
}

// LooksBack reports whether what the run does depends on the history.
func (h *Hyperparameters) LooksBack() bool { return h.EarlyStopping > 0 || h.Schedule == Plateau }

// MeasurePending measures here, in one go, what the helper has not measured yet.
func (t *Trainer) MeasurePending() {
	if !t.pending.under {
		return
	}
	m := NewMeasurer(t.data)
	c := t.pending.classifier
	t.Measured(m.Score(c, t.data.Train), m.Score(c, t.data.Validation))
}

// Measurer scores splits for runs elsewhere.
type Measurer struct {
	data *Data
	feed *feed
}

// NewMeasurer returns a measurer that sees images as data, which must be Ready, has
// them.
func NewMeasurer(data *Data) *Measurer {
	return &Measurer{data: data, feed: newFeed(data, evaluationBatch)}
}

// Data returns the data as the measurer sees them.
func (m *Measurer) Data() *Data { return m.data }

// Score measures a split as a Trainer does, batch by batch: the bits are the same.
func (m *Measurer) Score(c *softmax.Classifier, split *cifar10.Split) Score {
	var e evaluation
	var byClass ByClass
	if split == m.data.Validation {
		byClass = newByClass(c.Classes())
	}
	for e.start(split, byClass); e.next < split.Len(); {
		e.advance(c, m.feed)
	}
	return Score{Loss: e.loss, Correct: e.correct, ByClass: byClass}
}
