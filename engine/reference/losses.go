package reference

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/loss"
)

// LossOf returns the loss of one image with logits s (K) and label y, as package
// loss defines it. It never takes the logarithm of a probability that has
// underflowed to 0.
func LossOf(kind loss.Kind, s []float64, y int) float64 {
	sum := 0.0
	switch kind {
	case loss.Sigmoid: // −log σ(s) = softplus(−s), −log(1 − σ(s)) = softplus(s)
		for k, v := range s {
			if k == y {
				v = -v
			}
			sum += softplus(v)
		}
		return sum / float64(len(s))
	case loss.Hinge:
		for k, v := range s {
			if k != y {
				sum += max(0, v-s[y]+1)
			}
		}
		return sum
	default:
		return floats.LogSumExp(s) - s[y]
	}
}

// softplus returns log(1 + exp v).
func softplus(v float64) float64 { return max(v, 0) + math.Log1p(math.Exp(-math.Abs(v))) }

// sigmoid returns σ(v) = 1/(1 + exp(−v)).
func sigmoid(v float64) float64 {
	if v < 0 {
		e := math.Exp(v)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-v))
}

// Loss returns the model's loss of logits S (n×K) against labels y (n), the mean
// over the images.
func (m *Model) Loss(S *mat.Dense, y []uint8) float64 {
	sum := 0.0
	for i, label := range y {
		sum += LossOf(m.Kind, S.RawRowView(i), int(label))
	}
	return sum / float64(len(y))
}

// logitGradient returns G, n×K, the gradient of each image's loss with respect to
// its logits:
//
//	Softmax   P − Y
//	Sigmoid   (σ(S) − Y)/K
//	Hinge     1 for each class that violates the margin, and for the label as many
//	          with a minus
func (m *Model) logitGradient(S *mat.Dense, y []uint8) *mat.Dense {
	var G *mat.Dense
	switch m.Kind {
	case loss.Sigmoid:
		_, k := S.Dims()
		G = new(mat.Dense)
		G.Apply(func(i, c int, v float64) float64 { return (sigmoid(v) - oneHot(y[i], c)) / float64(k) }, S)
	case loss.Hinge:
		G = hingeGradient(S, y)
	default:
		G = Probabilities(S)
		G.Apply(func(i, c int, v float64) float64 { return v - oneHot(y[i], c) }, G)
	}
	return G
}

func oneHot(y uint8, class int) float64 {
	if int(y) == class {
		return 1
	}
	return 0
}

func hingeGradient(S *mat.Dense, y []uint8) *mat.Dense {
	n, k := S.Dims()
	G := mat.NewDense(n, k, nil)
	for i, label := range y {
		s, g := S.RawRowView(i), G.RawRowView(i)
		for c := range s {
			if c != int(label) && s[c]-s[label]+1 > 0 {
				g[c]++
				g[label]--
			}
		}
	}
	return G
}
