package reference_test

import (
	"testing"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/loss"
)

// TestHessianProduct compares the product with a centred difference of the gradient.
func TestHessianProduct(t *testing.T) {
	for kind, name := range loss.Names {
		m, X, y := randomCase(9, 4, 5, 1, 20)
		v, _, _ := randomCase(1, 4, 5, 1, 21)
		m.Kind = loss.Kind(kind)
		const h, l2 = 1e-5, .1
		at := func(step float64) (*mat.Dense, *mat.VecDense) {
			moved := m.Clone()
			var change mat.Dense
			change.Scale(step, v.W)
			moved.W.Add(moved.W, &change)
			moved.B.AddScaledVec(moved.B, step, v.B)
			return moved.Gradient(X, y, l2)
		}
		plusW, plusB := at(h)
		minusW, minusB := at(-h)
		var wantW mat.Dense
		wantW.Sub(plusW, minusW)
		wantW.Scale(1/(2*h), &wantW)
		wantB := mat.NewVecDense(4, nil)
		wantB.SubVec(plusB, minusB)
		wantB.ScaleVec(1/(2*h), wantB)
		dW, db := m.HessianProduct(X, v, l2)
		if !mat.EqualApprox(dW, &wantW, 1e-7) || !mat.EqualApprox(db, wantB, 1e-7) {
			t.Errorf("%s: product %v, by differences %v", name, mat.Formatted(dW), mat.Formatted(&wantW))
		}
	}
}
