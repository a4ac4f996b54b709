package reference

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/loss"
)

// Model is a one-layer network.
type Model struct {
	W *mat.Dense    // K×D, the weights of one class per row
	B *mat.VecDense // K, the bias

	Kind loss.Kind // the loss it is trained with
}

// New returns a model of k classes and d inputs whose weights are all zero.
func New(k, d int) *Model {
	return &Model{W: mat.NewDense(k, d, nil), B: mat.NewVecDense(k, nil)}
}

// Init draws every weight from N(0, std²): W row by row, then b.
func (m *Model) Init(rng *rand.Rand, std float64) {
	k, d := m.W.Dims()
	for c := range k {
		for j := range d {
			m.W.Set(c, j, std*rng.NormFloat64())
		}
	}
	for c := range k {
		m.B.SetVec(c, std*rng.NormFloat64())
	}
}

// Clone returns a copy that shares nothing with m.
func (m *Model) Clone() *Model {
	return &Model{W: mat.DenseCopyOf(m.W), B: mat.VecDenseCopyOf(m.B), Kind: m.Kind}
}
