package reference

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Momentum updates by a decaying sum of the gradients: V ← μV + ∂J/∂W, W ← W −
// ηV, and b alike.
type Momentum struct {
	Factor float64 // μ
	v      []float64
}

// Step makes one update on a minibatch.
func (o *Momentum) Step(m *Model, X mat.Matrix, y []uint8, learningRate, l2 float64) {
	theta, gradient := m.flat(X, y, l2)
	if o.v == nil {
		o.v = make([]float64, len(theta))
	}
	for i, g := range gradient {
		o.v[i] = o.Factor*o.v[i] + g
		theta[i] -= learningRate * o.v[i]
	}
	m.setFlat(theta)
}

// Adam updates by the mean gradient over the root of the mean square (Kingma and
// Ba), with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8.
type Adam struct {
	steps         int
	first, second []float64
}

// Step makes one update on a minibatch.
func (o *Adam) Step(m *Model, X mat.Matrix, y []uint8, learningRate, l2 float64) {
	const beta1, beta2, epsilon = .9, .999, 1e-8
	theta, gradient := m.flat(X, y, l2)
	if o.first == nil {
		o.first, o.second = make([]float64, len(theta)), make([]float64, len(theta))
	}
	o.steps++
	t := float64(o.steps)
	for i, g := range gradient {
		o.first[i] = beta1*o.first[i] + (1-beta1)*g
		o.second[i] = beta2*o.second[i] + (1-beta2)*g*g
		mean, square := o.first[i]/(1-math.Pow(beta1, t)), o.second[i]/(1-math.Pow(beta2, t))
		theta[i] -= learningRate * mean / (math.Sqrt(square) + epsilon)
	}
	m.setFlat(theta)
}

// flat returns W row by row then b, and the gradient in the same order.
func (m *Model) flat(X mat.Matrix, y []uint8, l2 float64) (theta, gradient []float64) {
	dW, db := m.Gradient(X, y, l2)
	join := func(W *mat.Dense, b *mat.VecDense) []float64 {
		return append(mat.DenseCopyOf(W).RawMatrix().Data, b.RawVector().Data...)
	}
	return join(m.W, m.B), join(dW, db)
}

func (m *Model) setFlat(theta []float64) {
	k, d := m.W.Dims()
	m.W = mat.NewDense(k, d, theta[:k*d])
	m.B = mat.NewVecDense(k, theta[k*d:])
}
