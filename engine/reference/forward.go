package reference

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Logits returns S = X·Wᵀ + 1·bᵀ, n×K, for X of n×D.
func (m *Model) Logits(X mat.Matrix) *mat.Dense {
	var S mat.Dense
	S.Mul(X, m.W.T())
	n, _ := S.Dims()
	for i := range n {
		floats.Add(S.RawRowView(i), m.B.RawVector().Data)
	}
	return &S
}

// Probabilities returns P = softmax(S), n×K: each row of S becomes
// exp(s − max s) / Σ exp(s − max s). The shift changes nothing but keeps exp
// from overflowing.
func Probabilities(S *mat.Dense) *mat.Dense {
	P := mat.DenseCopyOf(S)
	n, _ := P.Dims()
	for i := range n {
		p := P.RawRowView(i)
		floats.AddConst(-floats.Max(p), p)
		for c := range p {
			p[c] = math.Exp(p[c])
		}
		floats.Scale(1/floats.Sum(p), p)
	}
	return P
}
