package cifar10_test

import (
	"math"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// The classes' means, weighted by their images, are the mean of the split.
func TestClassMeans(t *testing.T) {
	split := cifar10.SplitOf(cifar10test.Random("train", 101, 8))
	m := cifar10.NewClassMeans(split, cifar10.Classes)
	slices := 1
	for !m.Advance(30) {
		slices++
	}
	if slices != 4 {
		t.Errorf("%d slices of 30 images for 101", slices)
	}
	means, n := m.Means(), 0
	for _, count := range m.Counts {
		n += count
	}
	if n != split.Len() {
		t.Fatalf("%d images counted of %d", n, split.Len())
	}
	overall := m.Overall()
	for d, want := range cifar10.Standardize(split).Mean {
		if math.Abs(overall[d]-want) > 1e-9 {
			t.Fatalf("dimension %d: %g overall, %g over the split", d, overall[d], want)
		}
		var got float64
		for class, count := range m.Counts {
			got += float64(means[class*cifar10.Dim+d]) * float64(count) / float64(n)
		}
		if math.Abs(got-want) > 1e-4 {
			t.Fatalf("dimension %d: %g over the classes, %g over the split", d, got, want)
		}
	}
}

func TestClassMeansOfOneImage(t *testing.T) {
	shard := cifar10test.Random("train", 1, 9)
	m := cifar10.NewClassMeans(cifar10.SplitOf(shard), cifar10.Classes)
	if !m.Advance(1) {
		t.Fatal("an image is left")
	}
	means := m.Means()
	for class := range cifar10.Classes {
		own := class == int(shard.Labels[0])
		for d, x := range shard.Image(0) {
			want := float32(0)
			if own {
				want = float32(x)
			}
			if got := means[class*cifar10.Dim+d]; got != want {
				t.Fatalf("class %d, dimension %d: %g, want %g", class, d, got, want)
			}
		}
	}
}
