package reference_test

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/loss"
	"onelayer/engine/reference"
)

// TestGradientAgainstDifferences compares every derivative, of all weights and of
// the bias, with centred differences of the cost.
func TestGradientAgainstDifferences(t *testing.T) {
	for _, tc := range []struct {
		name    string
		kind    loss.Kind
		n, k, d int
		l2, std float64
		seed    uint64
		tol     float64
	}{
		{"one image", loss.Softmax, 1, 3, 2, 0, 1, 1, 1e-9},
		{"a batch", loss.Softmax, 7, 4, 5, 0, 1, 2, 1e-9},
		{"with L2", loss.Softmax, 7, 4, 5, .1, 1, 3, 1e-9},
		{"heavy L2", loss.Softmax, 5, 10, 3, 1, 1, 4, 1e-8},
		{"sure of itself", loss.Softmax, 6, 3, 4, .1, 5, 5, 1e-8},
		{"sigmoid", loss.Sigmoid, 7, 4, 5, .1, 1, 9, 1e-9},
		{"sigmoid, sure of itself", loss.Sigmoid, 6, 3, 4, 0, 5, 10, 1e-8},
		{"hinge", loss.Hinge, 7, 4, 5, .1, 1, 11, 1e-9},
		{"hinge, sure of itself", loss.Hinge, 6, 3, 4, 0, 5, 12, 1e-8},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m, X, y := randomCase(tc.n, tc.k, tc.d, tc.std, tc.seed)
			m.Kind = tc.kind
			cost := func(theta []float64) float64 {
				return withParameters(m, theta).Cost(X, y, tc.l2)
			}
			numeric := fd.Gradient(nil, cost, parameters(m), &fd.Settings{Formula: fd.Central})
			dW, db := m.Gradient(X, y, tc.l2)
			analytic := append(dW.RawMatrix().Data, db.RawVector().Data...)
			if !floats.EqualApprox(analytic, numeric, tc.tol) {
				t.Errorf("gradient and differences are further than %g apart:\n%v\n%v", tc.tol, analytic, numeric)
			}
		})
	}
}

// TestGradientSumsToZero: without a penalty a change that raises every logit
// alike changes nothing, so over the classes the gradient sums to zero.
func TestGradientSumsToZero(t *testing.T) {
	m, X, y := randomCase(9, 10, 6, 1, 6)
	dW, db := m.Gradient(X, y, 0)
	for j := range 6 {
		if sum := mat.Sum(dW.ColView(j)); sum > 1e-14 || sum < -1e-14 {
			t.Errorf("input %d: sum over the classes is %g", j, sum)
		}
	}
	if sum := mat.Sum(db); sum > 1e-14 || sum < -1e-14 {
		t.Errorf("bias: sum over the classes is %g", sum)
	}
}

func TestStepDescends(t *testing.T) {
	m, X, y := randomCase(9, 4, 6, 1, 7)
	before := m.Cost(X, y, .1)
	dW, db := m.Gradient(X, y, .1)
	start := m.Clone()
	const learningRate = 1e-3
	m.Step(X, y, learningRate, .1)

	if after := m.Cost(X, y, .1); after >= before {
		t.Errorf("cost rose from %g to %g", before, after)
	}
	want := start.W.At(1, 2) - learningRate*dW.At(1, 2)
	if got := m.W.At(1, 2); !near(got, want, 1e-15) {
		t.Errorf("W[1][2] = %g, want %g", got, want)
	}
	want = start.B.AtVec(3) - learningRate*db.AtVec(3)
	if got := m.B.AtVec(3); !near(got, want, 1e-15) {
		t.Errorf("b[3] = %g, want %g", got, want)
	}
}

// randomCase draws a model and a batch: weights from N(0, std²), inputs from N(0, 1).
func randomCase(n, k, d int, std float64, seed uint64) (*reference.Model, *mat.Dense, []uint8) {
	rng := rand.New(rand.NewPCG(seed, 0))
	m := reference.New(k, d)
	m.Init(rng, std)
	X := mat.NewDense(n, d, nil)
	X.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, X)
	y := make([]uint8, n)
	for i := range y {
		y[i] = uint8(rng.IntN(k))
	}
	return m, X, y
}

// parameters returns W row by row, then b.
func parameters(m *reference.Model) []float64 {
	return append(mat.DenseCopyOf(m.W).RawMatrix().Data, m.B.RawVector().Data...)
}

// withParameters returns a model of m's shape with these parameters.
func withParameters(m *reference.Model, theta []float64) *reference.Model {
	k, d := m.W.Dims()
	return &reference.Model{W: mat.NewDense(k, d, theta[:k*d]), B: mat.NewVecDense(k, theta[k*d:]), Kind: m.Kind}
}
