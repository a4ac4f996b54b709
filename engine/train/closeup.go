package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Closeup is one update looked at closely: its minibatch, the gradient that it
// went down, and the minibatch's loss before and after.
type Closeup struct {
	Indices               []int     // of the minibatch's images in the training split
	Gradient              []float32 // of the cost by W, K×D row-major
	LossBefore, LossAfter float64

	before         *softmax.Classifier
	epoch, inEpoch int
}

// Closeup prepares a look at the next step. Finish it when that step is made.
func (t *Trainer) Closeup() *Closeup {
	indices, _ := t.feed.minibatch(&t.hp, t.epoch, t.inEpoch, t.hp.BatchSize)
	return &Closeup{
		Indices: indices,
		before:  t.classifier.Clone(),
		epoch:   t.epoch,
		inEpoch: t.inEpoch,
	}
}

// Finish measures what the step brought about. The run must have made exactly one
// since the look was prepared, with its settings as they are now.
func (c *Closeup) Finish(t *Trainer) {
	batch := t.feed.step(&t.hp, c.epoch, c.inEpoch)
	c.Gradient = make([]float32, t.data.Classes*cifar10.Dim)
	c.LossBefore = c.before.Gradient(batch, float32(t.hp.L2), c.Gradient, make([]float32, t.data.Classes))
	sum, _ := t.classifier.Score(batch)
	c.LossAfter = sum / float64(len(c.Indices))
}
