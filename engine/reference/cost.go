package reference

import (
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Loss returns the mean cross-entropy of logits S (n×K) against labels y (n):
//
//	−(1/n) Σᵢ log P[i][yᵢ] = (1/n) Σᵢ (log Σ_c exp S[i][c] − S[i][yᵢ])
//
// The right-hand side never takes the logarithm of a probability that has
// underflowed to 0.
func Loss(S *mat.Dense, y []uint8) float64 {
	n, _ := S.Dims()
	sum := 0.0
	for i := range n {
		s := S.RawRowView(i)
		sum += floats.LogSumExp(s) - s[y[i]]
	}
	return sum / float64(n)
}

// Cost returns J = loss + λ·ΣW² for X of n×D and labels y (n).
func (m *Model) Cost(X mat.Matrix, y []uint8, l2 float64) float64 {
	return m.Loss(m.Logits(X), y) + l2*m.SumSquares()
}

// SumSquares returns ΣW², without the bias.
func (m *Model) SumSquares() float64 {
	norm := mat.Norm(m.W, 2) // of a matrix, gonum's 2-norm is Frobenius's
	return norm * norm
}

// Accuracy returns the share of the n images whose largest logit is their
// label's; among equal logits the first counts.
func Accuracy(S *mat.Dense, y []uint8) float64 {
	n, _ := S.Dims()
	correct := 0
	for i := range n {
		if floats.MaxIdx(S.RawRowView(i)) == int(y[i]) {
			correct++
		}
	}
	return float64(correct) / float64(n)
}
