package theory

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// NearestMean returns the classifier that predicts the class whose mean is nearest: ‖x −
// m_k‖² is smallest where m_k·x − ‖m_k‖²/2 is largest, so it is one layer too. The means
// are those of the standardized training images of data that are ready.
func NearestMean(data *train.Data, means *cifar10.ClassMeans) *softmax.Classifier {
	z, mean := data.Standardization, means.Means()
	W, b := make([]float32, len(mean)), make([]float32, data.Classes)
	for k := range b {
		sum := 0.0
		for d := range cifar10.Dim {
			v := (float64(mean[k*cifar10.Dim+d]) - z.Mean[d]) / z.Std[d]
			W[k*cifar10.Dim+d] = float32(v)
			sum += v * v
		}
		b[k] = float32(-sum / 2)
	}
	c := softmax.New(data.Classes)
	c.SetWeights(W, b)
	return c
}

// Accuracy measures a classifier on splits, one after the other.
type Accuracy struct {
	Right, Images []int // of each split

	view       train.View
	classifier *softmax.Classifier
	splits     []*cifar10.Split
	batch      *softmax.Batch
	at, next   int
}

// NewAccuracy starts with splits of the data as they were read.
func NewAccuracy(view train.View, c *softmax.Classifier, splits ...*cifar10.Split) *Accuracy {
	a := &Accuracy{view: view, classifier: c, splits: splits, batch: softmax.NewBatch(imagesAtOnce, c.Classes())}
	a.Right, a.Images = make([]int, len(splits)), make([]int, len(splits))
	for i, s := range splits {
		a.Images[i] = s.Len()
	}
	return a
}

// Advance measures some more images, and reports whether all splits are done.
func (a *Accuracy) Advance() (done bool) {
	for a.at < len(a.splits) && a.next == a.Images[a.at] {
		a.at, a.next = a.at+1, 0
	}
	if a.at == len(a.splits) {
		return true
	}
	n := min(imagesAtOnce, a.Images[a.at]-a.next)
	a.view.Fill(a.batch, a.splits[a.at], a.next, n)
	_, right := a.classifier.Score(a.batch)
	a.Right[a.at] += right
	a.next += n
	return false
}
