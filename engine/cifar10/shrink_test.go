package cifar10_test

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
)

// picture draws red, green, blue and opacity of each pixel.
func picture(width, height int, colour func(x, y int) [4]uint8) []uint8 {
	var pixels []uint8
	for y := range height {
		for x := range width {
			c := colour(x, y)
			pixels = append(pixels, c[:]...)
		}
	}
	return pixels
}

func TestShrinkTakesTheMeanOfTheArea(t *testing.T) {
	checks := picture(64, 64, func(x, y int) [4]uint8 {
		return [4]uint8{uint8((x + y) % 2 * 200), uint8(x / 32 * 255), uint8(y), 255}
	})
	ramp := cifar10.Shrink(picture(48, 48, func(x, _ int) [4]uint8 {
		return [4]uint8{uint8(5 * x), 0, 0, 255}
	}), 48, cifar10.Square{Size: 48})
	image := cifar10.Shrink(checks, 64, cifar10.Square{Size: 64})
	for what, got := range map[string][2]uint8{
		"two light and two dark":            {image[0], 100},
		"before an edge":                    {image[plane+15], 0},
		"after an edge":                     {image[plane+16], 255},
		"62.5, the mean of rows 62 and 63":  {image[2*plane+31*32], 63},
		"(0·1 + 5·½)/1.5, parts of pixels":  {ramp[0], 2},
		"(5·½ + 10·1)/1.5, parts of pixels": {ramp[1], 8},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %d, want %d", what, got[0], got[1])
		}
	}
}

// TestShrinkOfASquare: a small square repeats its pixels, and what is transparent is white.
func TestShrinkOfASquare(t *testing.T) {
	quarters := picture(40, 20, func(x, y int) [4]uint8 {
		switch {
		case x < 20:
			return [4]uint8{10, 20, 30, 255}
		case y < 10:
			return [4]uint8{90, 90, 90, 255}
		}
		return [4]uint8{}
	})
	left := cifar10.Shrink(quarters, 40, cifar10.Square{Size: 20})
	if left[0] != 10 || left[plane-1] != 10 || left[2*plane-1] != 20 || left[cifar10.Dim-1] != 30 {
		t.Error("the left square is of another colour")
	}
	right := cifar10.Shrink(quarters, 40, cifar10.Square{X: 20, Size: 20})
	if right[0] != 90 || right[plane-1] != 255 {
		t.Errorf("the right square goes from %d to %d, want 90 to white", right[0], right[plane-1])
	}
}

func TestShrinkLeavesAnImageAsItIs(t *testing.T) {
	noise := picture(32, 32, func(x, y int) [4]uint8 {
		return [4]uint8{uint8(x*7 + y*31), uint8(x * 13), uint8(y * 17), 255}
	})
	var want [3][]uint8
	for i, v := range noise {
		if i%4 < 3 {
			want[i%4] = append(want[i%4], v)
		}
	}
	if !slices.Equal(cifar10.Shrink(noise, 32, cifar10.Square{Size: 32}), slices.Concat(want[:]...)) {
		t.Error("32×32 pixels become others")
	}
}
