package train

import (
	"fmt"
	"testing"
)

func TestMinibatchLossesAreMeansOverAShareOfAnEpoch(t *testing.T) {
	tests := []struct {
		stepsPerEpoch, steps int
		width                float64
		means                string
	}{
		{4, 3, .25, "[1 2 3]"},                // fewer steps than lines have points: each step
		{100, 7, .02, "[1.5 3.5 5.5]"},        // the seventh waits for the eighth
		{500, 25, .02, "[5.5 15.5]"},          // ten steps per mean
		{1, mostLosses + 1, 2, "[1.5 3.5 5]"}, // halved
	}
	for _, test := range tests {
		m := NewMinibatchLosses(3, test.stepsPerEpoch)
		for step := range test.steps {
			m.Add(float64(step + 1))
		}
		means := m.Means()
		if test.steps > mostLosses {
			if len(means) != mostLosses/2 {
				t.Errorf("%d means after %d steps", len(means), test.steps)
			}
			means = append(means[:2:2], 5)
		}
		if m.Start() != 3 || m.Width() != test.width || fmt.Sprint(means) != test.means {
			t.Errorf("%d steps of %d: from %g, width %g, %v",
				test.steps, test.stepsPerEpoch, m.Start(), m.Width(), means)
		}
	}
}

func TestMinibatchLossesAllocateNothing(t *testing.T) {
	m := NewMinibatchLosses(0, 1)
	if n := testing.AllocsPerRun(3*mostLosses, func() { m.Add(2) }); n != 0 {
		t.Errorf("%g allocations a step", n)
	}
}
