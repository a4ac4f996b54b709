package gradcheck_test

import (
	"runtime"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/gradcheck"
	"onelayer/engine/reference"
)

// TestPublishedErrors reproduces, on the genuine first shard at initial weights,
// the errors an independent float64 implementation has with whole costs. They
// are rounding, so they come back in size only.
func TestPublishedErrors(t *testing.T) {
	d := genuine(t)
	for _, tc := range []struct {
		n    int
		h    float64
		want float64 // ε_W
	}{
		{10, 1e-4, 4e-10},
		{10, 1e-5, 1.0e-10},
		{10, 1e-6, 1e-9},
		{100, 1e-5, 5.7e-10},
	} {
		r := run(t, d, untrained(), gradcheck.Options{BatchSize: tc.n, H: tc.h, WholeCost: true})
		t.Logf("n = %d, h = %.0e: %s", tc.n, tc.h, report(r))
		if e := r.Weights.RelativeError; e < tc.want/1.5 || e > tc.want*1.5 {
			t.Errorf("n = %d, h = %.0e: ε_W = %.2g, published %.2g", tc.n, tc.h, e, tc.want)
		}
		if e := r.Weights.Largest; tc.h == 1e-5 && (e < 1e-7 || e > 1e-3) {
			t.Errorf("n = %d: largest error of an element %.2g, published 1e-6 to 1e-4", tc.n, e)
		}
	}
}

// TestBound: the report's batch sizes stay at 1e-9 or below with any λ, at
// initial weights and at those of a run that oscillates.
func TestBound(t *testing.T) {
	d := genuine(t)
	for name, m := range map[string]*reference.Model{"initial": untrained(), "oscillating": oscillating(d)} {
		for _, n := range []int{10, 100} {
			for _, l2 := range []float64{0, 1} {
				r := run(t, d, m, gradcheck.Options{BatchSize: n, L2: l2})
				t.Logf("%s, n = %d, λ = %g: %s", name, n, l2, report(r))
				if r.Weights.RelativeError > 1e-9 || r.Bias.RelativeError > 1e-9 {
					t.Errorf("%s, n = %d, λ = %g: %s", name, n, l2, report(r))
				}
			}
		}
	}
}

// genuine is the first shard, the report's training split.
func genuine(t *testing.T) data {
	if testing.Short() || runtime.GOARCH == "wasm" {
		t.Skip("many full checks: seconds natively, half a minute as wasm")
	}
	split := cifar10.SplitOf(cifar10test.Shard(t, "data_batch_1"))
	return fixed(split, cifar10.Standardize(split))
}

// oscillating is a model after a hundred steps of the report's setting A.
func oscillating(d data) *reference.Model {
	split, z := d()
	m := untrained()
	for step := range 100 {
		X, y := reference.Inputs(split, z, step*20, 20)
		m.Step(X, y, .1, 0)
	}
	return m
}
