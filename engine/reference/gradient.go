package reference

import "gonum.org/v1/gonum/mat"

// Gradient returns the gradient of the cost for X of n×D and labels y (n):
//
//	G     = ∂loss/∂S, times n       n×K, P − Y with softmax
//	∂J/∂W = (1/n)·Gᵀ·X + 2λ·W       K×D
//	∂J/∂b = (1/n)·Gᵀ·1              K
func (m *Model) Gradient(X mat.Matrix, y []uint8, l2 float64) (dW *mat.Dense, db *mat.VecDense) {
	G := m.logitGradient(m.Logits(X), y)
	n, k := G.Dims()
	G.Scale(1/float64(n), G)

	dW = new(mat.Dense)
	dW.Mul(G.T(), X)
	var penalty mat.Dense
	penalty.Scale(2*l2, m.W)
	dW.Add(dW, &penalty)

	db = mat.NewVecDense(k, nil)
	for c := range k {
		db.SetVec(c, mat.Sum(G.ColView(c)))
	}
	return dW, db
}

// Step makes one update, W ← W − η·∂J/∂W and b ← b − η·∂J/∂b, on a minibatch.
func (m *Model) Step(X mat.Matrix, y []uint8, learningRate, l2 float64) {
	dW, db := m.Gradient(X, y, l2)
	dW.Scale(learningRate, dW)
	m.W.Sub(m.W, dW)
	m.B.AddScaledVec(m.B, -learningRate, db)
}
