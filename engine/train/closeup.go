package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Closeup is one update in detail: its minibatch, the gradient it used, and the
// minibatch's loss before and after.
type Closeup struct {
	Indices               []int     // of the minibatch's images in the training split
	Gradient              []float32 // of the cost with respect to W, K×D row-major
	LossBefore, LossAfter float64

	before         *softmax.Classifier
	epoch, inEpoch int
}

// Closeup prepares a close look at the next step. Call Finish after that step.
func (t *Trainer) Closeup() *Closeup {
	indices, _ := t.feed.minibatch(&t.hp, t.epoch, t.inEpoch, t.hp.BatchSize)
	return &Closeup{
		Indices: indices,
		before:  t.classifier.Clone(),
		epoch:   t.epoch,
		inEpoch: t.inEpoch,
	}
}

// Finish measures the effect of the step. The run must have made exactly one
// since Closeup, with its settings as they are now.
func (c *Closeup) Finish(t *Trainer) {
	batch := t.feed.step(&t.hp, c.epoch, c.inEpoch)
	c.Gradient = make([]float32, t.data.Classes*cifar10.Dim)
	c.LossBefore = c.before.Gradient(batch, float32(t.hp.L2), c.Gradient, make([]float32, t.data.Classes))
	sum, _ := t.classifier.Score(batch)
	c.LossAfter = sum / float64(len(c.Indices))
}
