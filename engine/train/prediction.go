package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Prediction is the result of a classifier on a split, image by image: an
// evaluation that keeps its results. It is computed some images at a time.
type Prediction struct {
	Labels    []uint8   // n
	Predicted []uint8   // n, softmax.Unclear where the logits are NaN
	OfLabel   []float32 // n, the probability of the label
	OfClass   []float32 // n, the probability of the predicted class

	view       View
	split      *cifar10.Split
	classifier *softmax.Classifier
	next       int // the next image
}

// NewPrediction starts with a split of the data as they were read, seen as the
// classifier's run sees them. The classifier must not change.
func NewPrediction(view View, split *cifar10.Split, c *softmax.Classifier) *Prediction {
	n := split.Len()
	return &Prediction{
		Labels: make([]uint8, n), Predicted: make([]uint8, n),
		OfLabel: make([]float32, n), OfClass: make([]float32, n),
		view: view, split: split, classifier: c,
	}
}

// NewPredictionBatch returns the working memory of Advance for that many classes.
func NewPredictionBatch(classes int) *softmax.Batch {
	return softmax.NewBatch(evaluationBatch, classes)
}

// Advance predicts the next images and reports whether all are done.
func (p *Prediction) Advance(batch *softmax.Batch) (done bool) {
	from := p.next
	n := min(evaluationBatch, p.split.Len()-from)
	if n == 0 {
		return true
	}
	p.view.Fill(batch, p.split, from, n)
	p.classifier.Predict(batch, p.Predicted[from:][:n], p.OfLabel[from:][:n], p.OfClass[from:][:n])
	for i := range n {
		p.Labels[from+i] = p.split.Label(from + i)
	}
	p.next += n
	return p.next == p.split.Len()
}
