package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// evaluationBatch is the number of images measured in one unit of work.
const evaluationBatch = 100

// evaluation measures one split, a batch of images at a time.
type evaluation struct {
	split   *cifar10.Split
	next    int // the next image
	loss    float64
	correct int
}

// start begins again with a split.
func (e *evaluation) start(split *cifar10.Split) { *e = evaluation{split: split} }

// advance measures the next images and tells whether the split is done.
func (e *evaluation) advance(c *softmax.Classifier, batch *softmax.Batch, scaler *softmax.Scaler) bool {
	n := min(evaluationBatch, e.split.Len()-e.next)
	batch.FillRange(e.split, e.next, n, scaler)
	loss, correct := c.Score(batch)
	e.loss += loss
	e.correct += correct
	e.next += n
	return e.next == e.split.Len()
}

// metrics returns the split's figures, with the penalty λ Σ W² in the cost.
func (e *evaluation) metrics(penalty float64) Metrics {
	n := float64(e.split.Len())
	loss := e.loss / n
	return Metrics{Loss: loss, Cost: loss + penalty, Accuracy: float64(e.correct) / n}
}
