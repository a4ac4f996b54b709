package softmax

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
)

// rules are the optimizers and their twins in float64.
var rules = []struct {
	name string
	rule func() Optimizer
	twin func() interface {
		Step(m *reference.Model, X mat.Matrix, y []uint8, learningRate, l2 float64)
	}
}{
	{"momentum", func() Optimizer { return &Momentum{Factor: .9} }, func() interface {
		Step(m *reference.Model, X mat.Matrix, y []uint8, learningRate, l2 float64)
	} {
		return &reference.Momentum{Factor: float64(float32(.9))}
	}},
	{"adam", func() Optimizer { return &Adam{} }, func() interface {
		Step(m *reference.Model, X mat.Matrix, y []uint8, learningRate, l2 float64)
	} {
		return &reference.Adam{}
	}},
}

// TestOptimizersAgainstReference follows some steps in float64.
func TestOptimizersAgainstReference(t *testing.T) {
	const n, steps, l2, learningRate = 20, 6, .1, .001
	split := labelled(n, classes)
	z := cifar10.Standardize(split)
	X, y := reference.Inputs(split, z, 0, n)
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			c, m := twins(classes, loss.Softmax)
			b := NewBatch(n, classes)
			b.FillRange(split, 0, n, NewScaler(z))
			rule, twin := r.rule(), r.twin()
			for range steps {
				rule.Step(c, b, learningRate, l2)
				twin.Step(m, X, y, learningRate, l2)
			}
			W, bias := make([]float32, weights), make([]float32, classes)
			c.Weights(W, bias)
			if d := max(difference(W, m.W.RawMatrix().Data), difference(bias, m.B.RawVector().Data)); d > 2e-5 {
				t.Errorf("after %d steps the weights differ by %.1e", steps, d)
			}
		})
	}
}

// TestMemory: an optimizer that recalls its memory goes on to the same bits, and refuses one that is
// not its own.
func TestMemory(t *testing.T) {
	split := labelled(10, classes)
	b := NewBatch(10, classes)
	b.FillRange(split, 0, 10, NewScaler(cifar10.Standardize(split)))
	for _, r := range rules {
		c, rule := randomClassifier(1), r.rule()
		rule.Step(c, b, .001, 0)
		memory, other, again := rule.Memory(), c.Clone(), r.rule()
		if !again.Recall(memory, other) {
			t.Fatalf("%s: its own memory is refused", r.name)
		}
		rule.Step(c, b, .001, 0)
		again.Step(other, b, .001, 0)
		if !slices.Equal(c.w, other.w) {
			t.Errorf("%s: it goes on in another way", r.name)
		}
		memory.Moments = memory.Moments[1:]
		if again.Recall(memory, other) {
			t.Errorf("%s: a memory of another shape is taken", r.name)
		}
		if n := testing.AllocsPerRun(3, func() { rule.Step(c, b, .001, 0) }); n != 0 {
			t.Errorf("%s: a step makes %v allocations", r.name, n)
		}
	}
}
