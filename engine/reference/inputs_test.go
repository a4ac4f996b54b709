package reference_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/reference"
)

func TestInputs(t *testing.T) {
	shard := cifar10test.Random("noise", 50, 1)
	split := cifar10.SplitOf(shard)
	z := cifar10.Standardize(split)

	X, _ := reference.Inputs(split, z, 0, 50)
	for _, d := range []int{0, 1023, 3071} {
		mean, std := stat.PopMeanStdDev(mat.Col(nil, d, X), nil)
		if math.Abs(mean) > 1e-13 || math.Abs(std-1) > 1e-13 {
			t.Errorf("dimension %d has mean %g and standard deviation %g", d, mean, std)
		}
	}

	part, y := reference.Inputs(split, z, 7, 2)
	if part.At(1, 5) != X.At(8, 5) || y[1] != shard.Labels[8] {
		t.Error("images 7 and 8 are not rows 7 and 8")
	}
}
