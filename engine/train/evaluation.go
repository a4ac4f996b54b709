package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// evaluation measures one split, some images at a time.
type evaluation struct {
	split   *cifar10.Split
	next    int // the next image
	loss    float64
	correct int
}

// start restarts with a split.
func (e *evaluation) start(split *cifar10.Split) { *e = evaluation{split: split} }

// advance measures the next images and reports whether the split is done.
func (e *evaluation) advance(c *softmax.Classifier, f *feed) bool {
	n := min(evaluationBatch, e.split.Len()-e.next)
	loss, correct := c.Score(f.images(e.split, e.next, n))
	e.loss += loss
	e.correct += correct
	e.next += n
	return e.next == e.split.Len()
}

// metrics returns the split's figures, with the penalty λ Σ W² in the cost.
func (e *evaluation) metrics(penalty float64) Metrics {
	return metricsOf(e.split.Len(), Score{Loss: e.loss, Correct: e.correct}, penalty)
}

func metricsOf(images int, s Score, penalty float64) Metrics {
	n := float64(images)
	return Metrics{Loss: s.Loss / n, Cost: s.Loss/n + penalty, Accuracy: float64(s.Correct) / n}
}
