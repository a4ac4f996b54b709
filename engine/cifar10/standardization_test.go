package cifar10_test

import (
	"math"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// The plain computation passes over the images twice, as the definition reads.
func TestStandardize(t *testing.T) {
	shard := cifar10test.Random("train", 57, 8)
	const constant = 100 // a dimension that never varies
	for i := range shard.Len() {
		shard.Image(i)[constant] = 77
	}
	split := new(cifar10.Split)
	split.Append(shard, 30, 57)
	split.Append(shard, 0, 11)
	z := cifar10.Standardize(split)

	n := float64(split.Len())
	for d := range cifar10.Dim {
		var mean, variance float64
		for i := range split.Len() {
			mean += float64(split.Image(i)[d]) / n
		}
		for i := range split.Len() {
			difference := float64(split.Image(i)[d]) - mean
			variance += difference * difference / n
		}
		std := math.Sqrt(variance)
		if d == constant {
			std = 1
		}
		if math.Abs(z.Mean[d]-mean) > 1e-11 || math.Abs(z.Std[d]-std) > 1e-11 {
			t.Fatalf("dimension %d: mean %g, std %g; want %g, %g", d, z.Mean[d], z.Std[d], mean, std)
		}
	}
}

func TestStandardizeOneImage(t *testing.T) {
	shard := cifar10test.Random("train", 1, 9)
	z := cifar10.Standardize(cifar10.SplitOf(shard))
	for d, x := range shard.Image(0) {
		if z.Mean[d] != float64(x) || z.Std[d] != 1 {
			t.Fatalf("dimension %d: mean %g, std %g; want %d, 1", d, z.Mean[d], z.Std[d], x)
		}
	}
}

// The whole data set's channel means are known to be .4914, .4822 and .4465 of
// white, and the pictures' variation about .25 of white; one shard of five is
// close to them.
func TestStandardizeGenuine(t *testing.T) {
	z := cifar10.Standardize(cifar10.SplitOf(cifar10test.Shard(t, "data_batch_1")))
	const plane = cifar10.Width * cifar10.Height
	for channel, want := range []float64{.4914, .4822, .4465} {
		var mean float64
		for d := channel * plane; d < (channel+1)*plane; d++ {
			mean += z.Mean[d] / 255 / plane
			if std := z.Std[d] / 255; std < .18 || std > .32 {
				t.Errorf("dimension %d has a standard deviation of %.3f of white", d, std)
			}
		}
		if math.Abs(mean-want) > .005 {
			t.Errorf("channel %d has mean %.4f, want about %.4f", channel, mean, want)
		}
	}
}
