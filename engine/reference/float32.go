package reference

// SetWeights copies W (K×D, row by row) and b (K) from float32, which is exact.
func (m *Model) SetWeights(W, b []float32) {
	k, d := m.W.Dims()
	if len(W) != k*d || len(b) != k {
		panic("reference: weights of another shape")
	}
	for i, w := range W {
		m.W.Set(i/d, i%d, float64(w))
	}
	for c, v := range b {
		m.B.SetVec(c, float64(v))
	}
}

// Weights copies W (K×D, row by row) and b (K), each rounded to float32.
func (m *Model) Weights(W, b []float32) {
	k, d := m.W.Dims()
	if len(W) != k*d || len(b) != k {
		panic("reference: weights of another shape")
	}
	for i := range W {
		W[i] = float32(m.W.At(i/d, i%d))
	}
	for c := range b {
		b[c] = float32(m.B.AtVec(c))
	}
}
