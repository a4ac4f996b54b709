package reference

import (
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/loss"
)

// HessianProduct returns H·v, the change of the cost's gradient along a direction v in
// the space of W and b, for X of n×D. A hinge is flat between its kinks.
func (m *Model) HessianProduct(X mat.Matrix, v *Model, l2 float64) (dW *mat.Dense, db *mat.VecDense) {
	S, U := m.Logits(X), v.Logits(X)
	n, k := S.Dims()
	G := mat.NewDense(n, k, nil)
	P := Probabilities(S)
	for i := range n {
		p, u, s, g := P.RawRowView(i), U.RawRowView(i), S.RawRowView(i), G.RawRowView(i)
		mean := mat.Dot(mat.NewVecDense(k, p), mat.NewVecDense(k, u))
		for c := range k {
			switch m.Kind {
			case loss.Softmax:
				g[c] = p[c] * (u[c] - mean)
			case loss.Sigmoid:
				g[c] = sigmoid(s[c]) * (1 - sigmoid(s[c])) * u[c] / float64(k)
			}
		}
	}
	G.Scale(1/float64(n), G)
	dW = new(mat.Dense)
	dW.Mul(G.T(), X)
	var penalty mat.Dense
	penalty.Scale(2*l2, v.W)
	dW.Add(dW, &penalty)
	db = mat.NewVecDense(k, nil)
	for c := range k {
		db.SetVec(c, mat.Sum(G.ColView(c)))
	}
	return dW, db
}
