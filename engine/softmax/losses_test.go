package softmax

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
)

// TestLossesAgainstReference compares every loss and number of classes with float64: the
// loss, the gradient, how many images are right, and a step.
func TestLossesAgainstReference(t *testing.T) {
	const n, l2, learningRate, tolerance = 39, .1, .01, 3e-6
	for _, k := range []int{2, 7, 10, 20} {
		split := labelled(n, k)
		z := cifar10.Standardize(split)
		X, y := reference.Inputs(split, z, 0, n)
		for _, kernel := range kernelsOf(k) {
			for kind := range loss.Names {
				t.Run(fmt.Sprint(kernel.name, " ", loss.Kind(kind), " ", k), func(t *testing.T) {
					c, m := twins(k, loss.Kind(kind))
					b := newBatch(n, kernel)
					b.FillRange(split, 0, n, NewScaler(z))

					dW, db := make([]float32, k*dim), make([]float32, k)
					got, want := c.Gradient(b, l2, dW, db), m.Loss(m.Logits(X), y)
					if math.Abs(got-want) > tolerance*want {
						t.Errorf("loss %v, want %v", got, want)
					}
					wantDW, wantDb := m.Gradient(X, y, l2)
					if d := difference(dW, wantDW.RawMatrix().Data); d > tolerance {
						t.Errorf("∂J/∂W differs by %.1e", d)
					}
					if d := difference(db, wantDb.RawVector().Data); d > tolerance {
						t.Errorf("∂J/∂b differs by %.1e", d)
					}
					if sum, correct := c.Score(b); sum/n != got ||
						float64(correct)/n != reference.Accuracy(m.Logits(X), y) {
						t.Errorf("Score gives %v and %d", sum/n, correct)
					}
					c.Step(b, learningRate, l2)
					m.Step(X, y, learningRate, l2)
					c.Weights(dW, db)
					if d := max(
						difference(dW, m.W.RawMatrix().Data),
						difference(db, m.B.RawVector().Data),
					); d > tolerance {
						t.Errorf("weights after a step differ by %.1e", d)
					}
				})
			}
		}
	}
}

// TestProbabilitiesOfLosses: the sigmoid's are each class's own, the others' sum to 1.
func TestProbabilitiesOfLosses(t *testing.T) {
	const n = 5
	split := labelled(n, classes)
	z := cifar10.Standardize(split)
	X, _ := reference.Inputs(split, z, 0, n)
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(n, kernel)
		b.FillRange(split, 0, n, NewScaler(z))
		for kind := range loss.Names {
			c, m := twins(classes, loss.Kind(kind))
			S := m.Logits(X)
			want := reference.Probabilities(S)
			if c.Loss == loss.Sigmoid {
				want.Apply(func(_, _ int, s float64) float64 { return 1 / (1 + math.Exp(-s)) }, S)
			}
			P := make([]float32, n*classes)
			c.Probabilities(b, P)
			if d := difference(P, mat.DenseCopyOf(want).RawMatrix().Data); d > 2e-6 {
				t.Errorf("%v: probabilities differ by %.1e", c.Loss, d)
			}
		}
	})
}

// TestExtremeLogits: losses stay exact for logits whose probabilities underflow.
func TestExtremeLogits(t *testing.T) {
	split := labelled(8, classes)
	s := NewScaler(cifar10.Standardize(split))
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(8, kernel)
		b.FillRange(split, 0, 8, s)
		for kind := range loss.Names {
			for _, bias := range []float32{1e6, -1e6, float32(math.NaN())} {
				c := New(classes)
				c.Loss, c.b[3] = loss.Kind(kind), bias
				logits := make([]float64, classes)
				logits[3] = float64(bias)
				want := 0.0
				for i := range 8 {
					want += reference.LossOf(c.Loss, logits, int(split.Label(i)))
				}
				got, _ := c.Score(b)
				if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 1e-6*math.Abs(want) {
					t.Errorf("%v, bias %v: loss sum %v, want %v", c.Loss, bias, got, want)
				}
			}
		}
	})
}

// labelled returns n images of noise whose labels go through k classes.
func labelled(n, k int) *cifar10.Split {
	split := randomSplit(n, uint64(k))
	shard := &cifar10.Shard{Labels: make([]uint8, n)}
	for i := range n {
		shard.Labels[i] = uint8(i % k)
		shard.Pixels = append(shard.Pixels, split.Image(i)...)
	}
	return cifar10.SplitOf(shard)
}

// twins returns a classifier and a reference model of the same weights.
func twins(k int, kind loss.Kind) (*Classifier, *reference.Model) {
	c := New(k)
	c.Init(rand.New(rand.NewPCG(uint64(k), 3)), .02)
	c.Loss = kind
	m := reference.New(k, dim)
	W, b := make([]float32, k*dim), make([]float32, k)
	c.Weights(W, b)
	m.SetWeights(W, b)
	m.Kind = kind
	return c, m
}

// kernelsOf returns all kernels there are for k classes.
func kernelsOf(k int) []*kernels {
	if k == classes {
		return append(everyKernel(), generic(k))
	}
	return []*kernels{generic(k)}
}
