package reference_test

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/reference"
)

// TestRidge: the gradient of the cost is zero at the solution, for sizes that do and
// don't fill the blocks.
func TestRidge(t *testing.T) {
	for _, d := range []int{5, 64, 150} {
		const n, k, l2 = 300, 4, .03
		rng := rand.New(rand.NewPCG(uint64(d), 0))
		X, Y := mat.NewDense(n, d, nil), mat.NewDense(n, k, nil)
		X.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, X)
		for j := range d { // mean 0
			mean := mat.Sum(X.ColView(j)) / n
			for i := range n {
				X.Set(i, j, X.At(i, j)-mean)
			}
		}
		counts := make([]float64, k)
		for i := range n {
			y := rng.IntN(k)
			Y.Set(i, y, 1)
			counts[y]++
		}
		var xx, xy mat.Dense
		xx.Mul(X.T(), X)
		xy.Mul(Y.T(), X)
		r := reference.NewRidge(xx.RawMatrix().Data, xy.RawMatrix().Data, counts, l2)
		for done, ok := r.Advance(); !done; done, ok = r.Advance() {
			if !ok {
				t.Fatal("singular")
			}
		}
		W, b := r.Solution()
		var residual, gradient mat.Dense
		residual.Mul(X, mat.NewDense(k, d, W).T())
		residual.Apply(func(i, c int, v float64) float64 { return v + b[c] - Y.At(i, c) }, &residual)
		gradient.Mul(residual.T(), X)
		gradient.Apply(func(c, j int, v float64) float64 { return v/n + l2*W[c*d+j] }, &gradient)
		if norm := mat.Norm(&gradient, 2); norm > 1e-12 {
			t.Errorf("D = %d: the gradient at the solution is %g", d, norm)
		}
		for c := range k {
			if sum := mat.Sum(residual.ColView(c)); sum > 1e-9 || sum < -1e-9 {
				t.Errorf("D = %d: b is not the best", d)
			}
		}
		if r.Progress() != 1 {
			t.Errorf("progress %v at the end", r.Progress())
		}
	}
}
