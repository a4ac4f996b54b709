package gradcheck_test

import (
	"testing"

	"onelayer/engine/gradcheck"
)

// TestSweepDrawsAU: the error is large at both ends and small between them.
func TestSweepDrawsAU(t *testing.T) {
	split, z := noise()()
	steps := []float64{1e-2, 1e-4, 1e-6, 1e-9}
	sweep, err := gradcheck.NewSweep(untrained(), split, z, gradcheck.Options{BatchSize: 2}, steps)
	if err != nil {
		t.Fatal(err)
	}
	for !sweep.Advance(20000) {
	}
	points := sweep.Points()
	if len(points) != len(steps) {
		t.Fatalf("%d points for %d steps", len(points), len(steps))
	}
	for i, point := range points {
		t.Logf("h = %.0e: ε_W %.2g, ε_b %.2g", point.H, point.Weights, point.Bias)
		if point.H != steps[i] {
			t.Errorf("point %d has h = %g", i, point.H)
		}
	}
	bottom := min(points[1].Weights, points[2].Weights)
	if points[0].Weights < 100*bottom || points[3].Weights < 100*bottom {
		t.Error("the ends of the U do not rise")
	}
	if done, all := sweep.Progress(); done != all || all != 4*gradcheck.Parameters {
		t.Errorf("progress %d of %d", done, all)
	}
}

func TestSteps(t *testing.T) {
	steps := gradcheck.Steps()
	if len(steps) != 15 || steps[0] != 1e-2 || steps[14] > 1.001e-9 {
		t.Errorf("steps %v", steps)
	}
}
