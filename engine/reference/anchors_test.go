package reference_test

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/reference"
)

// TestFirstEpochOfTheReport trains the report's four settings for one epoch on
// the genuine shards, from N(0, .01²) weights. The costs wanted are those of an
// independent implementation in numpy, from other random weights; setting A
// oscillates, so it has the room of its oscillation.
func TestFirstEpochOfTheReport(t *testing.T) {
	if testing.Short() || runtime.GOARCH == "wasm" {
		t.Skip("four epochs in float64: seconds natively, half a minute as wasm")
	}
	trainSplit := cifar10.SplitOf(cifar10test.Shard(t, "data_batch_1"))
	validationSplit := cifar10.SplitOf(cifar10test.Shard(t, "data_batch_2"))
	z := cifar10.Standardize(trainSplit)

	for _, tc := range []struct {
		name              string
		l2, learningRate  float64
		train, validation float64 // cost after epoch 1
		tol               float64 // relative
	}{
		{"A", 0, .1, 5.22, 5.78, .3},
		{"B", 0, .001, 1.973, 2.006, .01},
		{"C", .1, .001, 2.267, 2.300, .01},
		{"D", 1, .001, 4.029, 4.059, .01},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := reference.New(cifar10.Classes, cifar10.Dim)
			m.Init(rand.New(rand.NewPCG(1, 0)), .01)
			for from := 0; from < trainSplit.Len(); from += 100 {
				X, y := reference.Inputs(trainSplit, z, from, 100)
				m.Step(X, y, tc.learningRate, tc.l2)
			}
			for _, part := range []struct {
				name  string
				split *cifar10.Split
				want  float64
			}{{"train", trainSplit, tc.train}, {"validation", validationSplit, tc.validation}} {
				got := splitCost(m, part.split, z, tc.l2)
				t.Logf("%s cost %.3f, the reference's %.3f", part.name, got, part.want)
				if math.Abs(got-part.want) > tc.tol*part.want {
					t.Errorf("%s cost is %.3f, want %.3f within %g %%", part.name, got, part.want, 100*tc.tol)
				}
			}
		})
	}
}

// splitCost is the cost over a whole split, a thousand images at a time: the
// mean of equal parts' means is the mean.
func splitCost(m *reference.Model, split *cifar10.Split, z *cifar10.Standardization, l2 float64) float64 {
	const part = 1000
	sum := 0.0
	for from := 0; from < split.Len(); from += part {
		X, y := reference.Inputs(split, z, from, part)
		sum += m.Cost(X, y, l2)
	}
	return sum * part / float64(split.Len())
}
