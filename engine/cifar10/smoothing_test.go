package cifar10_test

import (
	"math"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// smoothed is the definition in float64, which holds these whole numbers exactly.
func smoothed(image []uint8, passes int) []uint8 {
	v := make([]float64, len(image))
	for i, x := range image {
		v[i] = float64(x)
	}
	at := func(v []float64, c, y, x int) float64 {
		return v[c*1024+min(max(y, 0), 31)*32+min(max(x, 0), 31)]
	}
	for range passes {
		for _, axis := range [][2]int{{0, 1}, {1, 0}} {
			next := make([]float64, len(v))
			for i := range v {
				c, y, x := i/1024, i%1024/32, i%32
				next[i] = (at(v, c, y-axis[0], x-axis[1]) + 2*at(v, c, y, x) + at(v, c, y+axis[0], x+axis[1])) / 4
			}
			v = next
		}
	}
	bytes := make([]uint8, len(v))
	for i, x := range v {
		bytes[i] = uint8(math.Floor(x + .5))
	}
	return bytes
}

func TestSmooth(t *testing.T) {
	shard := cifar10test.Random("noise", 3, 1)
	for i := range 1024 {
		shard.Pixels[i] = 255 // sums that only just fit
	}
	for passes := range cifar10.MostSmoothing + 1 {
		for i := range shard.Len() {
			got := make([]uint8, cifar10.Dim)
			cifar10.Smooth(got, shard.Image(i), passes)
			if !slices.Equal(got, smoothed(shard.Image(i), passes)) {
				t.Errorf("image %d, %d passes: not the definition's bytes", i, passes)
			}
		}
	}
}

func BenchmarkSmooth(b *testing.B) {
	image, to := cifar10test.Random("noise", 1, 1).Image(0), make([]uint8, cifar10.Dim)
	for b.Loop() {
		cifar10.Smooth(to, image, 3)
	}
}

// TestFilterIsSmoothUnrounded: on bytes the two differ by the rounding alone, and the
// filter as a matrix is symmetric, so W·(S·x) = (W·S)·x.
func TestFilterIsSmoothUnrounded(t *testing.T) {
	image, to := cifar10test.Random("noise", 1, 5).Image(0), make([]uint8, cifar10.Dim)
	x, w := make([]float32, cifar10.Dim), make([]float32, cifar10.Dim)
	for d, v := range image {
		x[d], w[d] = float32(v), float32(math.Sin(1.7*float64(d)))
	}
	dot := func(a, b []float32) (sum float64) {
		for d := range a {
			sum += float64(a[d]) * float64(b[d])
		}
		return sum
	}
	for _, passes := range []int{0, 1, 3, cifar10.MostSmoothing} {
		cifar10.Smooth(to, image, passes)
		filtered := cifar10.Filter(x, passes)
		for d, v := range filtered {
			if uint8(v+.5) != to[d] {
				t.Fatalf("%d passes: number %d is %v, Smooth says %d", passes, d, v, to[d])
			}
		}
		if a, b := dot(w, filtered), dot(cifar10.Filter(w, passes), x); math.Abs(a-b) > 1e-2 {
			t.Errorf("%d passes: w·(S·x) = %v, (w·S)·x = %v", passes, a, b)
		}
	}
}
