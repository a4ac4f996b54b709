package cifar10_test

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/phrase"
)

const drawn = "Practice images, not CIFAR-10"

const plane = cifar10.Width * cifar10.Height

func changed(t *testing.T, v cifar10.Variant) (before, after *cifar10.Dataset) {
	t.Helper()
	before = &cifar10.Dataset{
		Name:   phrase.New("sample-drawn", drawn, nil),
		Shards: []*cifar10.Shard{cifar10test.Random("train", 200, 1), cifar10test.Random("test", 50, 2)},
		Roles:  []cifar10.Role{cifar10.Train, cifar10.Test},
	}
	pixels := slices.Clone(before.Shards[0].Pixels)
	labels := slices.Clone(before.Shards[0].Labels)
	after, err := before.Variant(v)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(pixels, before.Shards[0].Pixels) || !slices.Equal(labels, before.Shards[0].Labels) {
		t.Errorf("%s changed the data that it was made of", v)
	}
	return before, after
}

func TestVariantsOfImages(t *testing.T) {
	at := func(d *cifar10.Dataset, channel, y, x int) int {
		return int(d.Shards[0].Image(7)[channel*plane+y*cifar10.Width+x])
	}
	for _, test := range []struct {
		variant cifar10.Variant
		name    string
		want    func(d *cifar10.Dataset, channel, y, x int) int
	}{
		{cifar10.Grey, drawn + ", grey", func(d *cifar10.Dataset, _, y, x int) int {
			return (at(d, 0, y, x) + at(d, 1, y, x) + at(d, 2, y, x) + 1) / 3
		}},
		{cifar10.Green, drawn + ", green alone", func(d *cifar10.Dataset, channel, y, x int) int {
			if channel == 1 {
				return at(d, 1, y, x)
			}
			return 0
		}},
		{cifar10.Coarse, drawn + ", 8 × 8 pixels", func(d *cifar10.Dataset, channel, y, x int) int {
			sum := 8
			for row := range 4 {
				for column := range 4 {
					sum += at(d, channel, y/4*4+row, x/4*4+column)
				}
			}
			return sum / 16
		}},
	} {
		before, after := changed(t, test.variant)
		if after.Name.String() != test.name {
			t.Errorf("%s is called %q", test.variant, after.Name)
		}
		for channel := range 3 {
			for y := range cifar10.Height {
				for x := range cifar10.Width {
					if got, want := at(after, channel, y, x), test.want(before, channel, y, x); got != want {
						t.Fatalf("%s: channel %d, row %d, column %d: %d, want %d",
							test.variant, channel, y, x, got, want)
					}
				}
			}
		}
		if !slices.Equal(after.Shards[0].Labels, before.Shards[0].Labels) {
			t.Errorf("%s changed labels", test.variant)
		}
	}
}

// The same order for all images and channels: each image keeps its colours.
func TestPermutedPixels(t *testing.T) {
	before, after := changed(t, cifar10.Permuted)
	var moved [plane]int
	for i := range moved {
		moved[i] = -1
	}
	colour := func(image []uint8, i int) [3]uint8 { return [3]uint8{image[i], image[plane+i], image[2*plane+i]} }
	first, second := before.Shards[0].Image(0), before.Shards[1].Image(3)
	firstNow, secondNow := after.Shards[0].Image(0), after.Shards[1].Image(3)
	same := 0
	for i := range plane {
		for j := range plane {
			if colour(first, i) == colour(firstNow, j) && colour(second, i) == colour(secondNow, j) {
				moved[i] = j
			}
		}
		if moved[i] < 0 {
			t.Fatalf("pixel %d is gone", i)
		}
		if moved[i] == i {
			same++
		}
	}
	if same > plane/10 {
		t.Errorf("%d pixels have stayed", same)
	}
}

func TestShuffledLabels(t *testing.T) {
	before, after := changed(t, cifar10.ShuffledLabels)
	if slices.Equal(before.Shards[0].Labels, after.Shards[0].Labels) {
		t.Error("the training labels are as they were")
	}
	if !slices.Equal(before.Shards[0].Counts(), after.Shards[0].Counts()) {
		t.Error("another number of images of a class")
	}
	if !slices.Equal(before.Shards[1].Labels, after.Shards[1].Labels) {
		t.Error("the test's labels are changed too")
	}
	if _, again := changed(t, cifar10.ShuffledLabels); !slices.Equal(again.Shards[0].Labels, after.Shards[0].Labels) {
		t.Error("not the same every time")
	}
	if _, err := before.Variant("sepia"); err == nil {
		t.Error("an unknown variant was made")
	}
}
