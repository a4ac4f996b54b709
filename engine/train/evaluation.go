package train

import (
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// evaluation measures one split, some images at a time.
type evaluation struct {
	split   *cifar10.Split
	next    int // the next image
	loss    float64
	correct int
	byClass ByClass // counted where there is room for it
}

// ByClass are, class by class, how many images of a split a classifier gets right and
// how many there are.
type ByClass struct{ Right, Images []int }

// newByClass returns room for the counts of so many classes.
func newByClass(classes int) ByClass { return ByClass{make([]int, classes), make([]int, classes)} }

func (b ByClass) clear() {
	clear(b.Right)
	clear(b.Images)
}

// clone returns a copy, or nothing of nothing.
func (b ByClass) clone() ByClass { return ByClass{slices.Clone(b.Right), slices.Clone(b.Images)} }

// start restarts with a split, and counts by class in byClass unless it is empty.
func (e *evaluation) start(split *cifar10.Split, byClass ByClass) {
	byClass.clear()
	*e = evaluation{split: split, byClass: byClass}
}

// advance measures the next images and reports whether the split is done.
func (e *evaluation) advance(c *softmax.Classifier, f *feed) bool {
	n := min(evaluationBatch, e.split.Len()-e.next)
	batch := f.images(e.split, e.next, n)
	loss, correct := c.Score(batch)
	if len(e.byClass.Right) > 0 {
		batch.Tally(e.byClass.Right, e.byClass.Images)
	}
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
