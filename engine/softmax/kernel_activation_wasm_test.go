//go:build goexperiment.simd

package softmax

import (
	"math"
	"testing"
)

// TestExp compares the vector exp with math.Exp over float32's normal results.
func TestExp(t *testing.T) {
	var worst float64
	for x := float32(-87); x <= 0; x += 1.0 / 1024 {
		want := math.Exp(float64(x))
		worst = max(worst, math.Abs(float64(exp(splat(x)).GetElem(0))-want)/want)
	}
	if worst > 1.5e-7 {
		t.Errorf("exp differs from math.Exp by %.1e", worst)
	}
	if e := exp(splat(float32(math.NaN()))).GetElem(0); e == e {
		t.Errorf("exp(NaN) is %v", e)
	}
	if e := exp(splat(float32(math.Inf(-1)))).GetElem(0); e > 1e-37 {
		t.Errorf("exp(−Inf) is %v", e)
	}
}
