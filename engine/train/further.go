package train

import "onelayer/engine/cifar10"

// TestMetrics are the figures of a further test split.
type TestMetrics struct {
	Name string
	Metrics
}

// Tests returns the figures of the further test splits measured so far, in their
// order: all when the run is Finished. The caller must not change them.
func (t *Trainer) Tests() []TestMetrics { return t.tests }

// measureFurther starts with the next further test split, or finishes.
func (t *Trainer) measureFurther() Outcome {
	if len(t.tests) < len(t.data.Tests) {
		t.begin(measuringFurther, t.data.Tests[len(t.tests)].Split)
		return Measured
	}
	t.phase = finished
	return Finished
}

// TakeTests gives a run other further test splits. A finished run measures them before
// it is Finished again. With smoothed images there are none.
func (t *Trainer) TakeTests(tests []cifar10.TestSet) {
	if t.data.Smoothing > 0 {
		return
	}
	t.data, t.tests = t.data.WithTests(tests), nil
	if t.phase == finished || t.phase == measuringFurther {
		t.measureFurther()
	}
}
