package theory

import (
	"math"

	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// Line measures the cost along the line from one classifier to another. With a convex
// cost no point between them lies above the chord.
type Line struct {
	Distance float64   // ‖W − W'‖, with b as a further column
	Costs    []float64 // at each fraction of the way

	data   *train.Data
	images int
	l2     float64
	points []*softmax.Classifier
	batch  *softmax.Batch
	next   int
}

// NewLine starts a line through classifiers with the same number of classes, on the
// first images of the training split; the data must be ready.
func NewLine(data *train.Data, images int, from, to *softmax.Classifier, shares []float64, l2 float64) *Line {
	between := from.Clone()
	between.Combine(1, -1, to, 1, -1)
	images = max(0, min(images, data.Train.Len()))
	l := &Line{
		Distance: math.Sqrt(between.Dot(between)), Costs: make([]float64, len(shares)),
		data: data, images: images, l2: l2,
	}
	for _, share := range shares {
		at, point := float32(share), from.Clone()
		point.Combine(1-at, at, to, 1-at, at)
		l.points = append(l.points, point)
	}
	if len(shares) > 0 && images > 0 {
		l.batch = softmax.NewBatch(imagesAtOnce, from.Classes())
	}
	return l
}

// Advance takes in some more images, and reports whether the costs are known.
func (l *Line) Advance() (done bool) {
	if l.batch == nil {
		return true
	}
	n := min(imagesAtOnce, l.images-l.next)
	l.data.Fill(l.batch, l.data.Train, l.next, n)
	for i, point := range l.points {
		loss, _ := point.Score(l.batch)
		l.Costs[i] += loss / float64(l.images)
	}
	l.next += n
	if l.next < l.images {
		return false
	}
	for i, point := range l.points {
		l.Costs[i] += l.l2 * point.SumSquares()
	}
	return true
}
