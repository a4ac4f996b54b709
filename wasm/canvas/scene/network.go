package scene

import (
	"fmt"
	"math"

	"onelayer/engine/loss"
)

// network is a run's weights W, K×row row-major, and its biases b.
type network struct {
	W       []float32
	b       []float64 // K
	largest float32   // magnitude of a weight; below 0 while unknown
}

func newNetwork(weights, bias []float32) *network {
	n := &network{W: weights, b: make([]float64, len(weights)/row), largest: -1}
	for class := range min(len(n.b), len(bias)) {
		n.b[class] = float64(bias[class])
	}
	return n
}

func (n *network) row(class int) []float32 { return n.W[class*row:][:row] }

// scaling is how the training split standardizes a pixel: x becomes (x − mean)/std.
type scaling struct{ mean, std []float32 }

func newScaling(mean, std []float32) (*scaling, error) {
	if len(mean) != row || len(std) != row {
		return nil, fmt.Errorf("standardization of %d and %d numbers, expected %d", len(mean), len(std), row)
	}
	return &scaling{mean, std}, nil
}

// standardize returns an image's row standardized numbers.
func (s *scaling) standardize(pixels []uint8) []float32 {
	x := make([]float32, row)
	for d := range x {
		x[d] = (float32(pixels[d]) - s.mean[d]) / s.std[d]
	}
	return x
}

// unclear is the class that is predicted from logits that are NaN.
const unclear = -1

// The losses that a network may be trained with.
const (
	softmaxLoss = "softmax"
	sigmoidLoss = "bce"
	hingeLoss   = "svm"
)

// explanation is what a network computes on one image.
type explanation struct {
	sums          []float64 // K
	probabilities []float64 // K: softmax, or each class by itself; empty without any
	predicted     int       // class, or unclear
}

// explain returns the logits s = Wx + b of a standardized image, their probabilities
// and the class with the largest.
func (n *network) explain(x []float32, kind string) explanation {
	e := explanation{sums: make([]float64, len(n.b)), predicted: unclear}
	greatest, total := math.Inf(-1), 0.0
	for class := range n.b {
		e.sums[class] = float64(dot(n.row(class), x)) + n.b[class]
		total += e.sums[class]
		if e.sums[class] > greatest {
			greatest, e.predicted = e.sums[class], class
		}
	}
	if math.IsNaN(total) || math.IsInf(greatest, 0) {
		e.predicted = unclear
	}
	switch kind {
	case hingeLoss:
	case sigmoidLoss:
		e.probabilities = loss.Sigmoid.Probabilities(e.sums)
	default:
		e.probabilities = loss.Softmax.Probabilities(e.sums)
	}
	return e
}

// margin is how much a class's sum comes too near to that of the truth, or exceeds it.
func (e explanation) margin(class, truth int) float64 {
	if class == truth {
		return 0
	}
	return max(0, e.sums[class]-e.sums[truth]+1)
}

// lossOf returns the loss of an image of a class: −log p, the mean of −log of each class's
// probability of being right, or the sum of the margins.
func (w work) lossOf(truth int) float64 {
	total := 0.0
	switch w.loss {
	case hingeLoss:
		for class := range w.sums {
			total += w.margin(class, truth)
		}
		return total
	case sigmoidLoss:
		for class, sum := range w.sums {
			if class == truth {
				sum = -sum
			}
			total += math.Log1p(math.Exp(-math.Abs(sum))) + max(0, sum) // log(1 + exp(sum))
		}
		return total / float64(len(w.sums))
	}
	return -math.Log(w.probabilities[truth])
}

// bar returns a class's share of a whole bar and the figure beside it.
func (w work) bar(class int) (share float64, figure string) {
	if w.loss != hingeLoss {
		return w.probabilities[class], formatFigure(w.probabilities[class], Accuracy)
	}
	truth := w.subject.label
	if truth == unclear {
		truth = max(w.predicted, 0)
	}
	most := 1.0
	for other := range w.sums {
		most = max(most, w.margin(other, truth))
	}
	return w.margin(class, truth) / most, formatFigure(w.margin(class, truth), Loss)
}

// dot is Σ a·b in four sums, which wasm computes side by side.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	for ; len(a) >= 4; a, b = a[4:], b[4:] {
		s0 += a[0] * b[0]
		s1 += a[1] * b[1]
		s2 += a[2] * b[2]
		s3 += a[3] * b[3]
	}
	for i := range a {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// evidence returns each pixel's contribution, its three channels together, to a
// class's logit: plane numbers.
func (n *network) evidence(class int, x []float32) []float32 {
	pixels := make([]float32, plane)
	for d, w := range n.row(class) {
		pixels[d%plane] += w * x[d]
	}
	return pixels
}
