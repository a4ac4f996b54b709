package scene

import (
	"strings"
	"testing"
)

// Along a class's examples its mean turns into its weights, and the text gives the share.
func TestAMeanTurnsIntoWeightsAlongTheExamples(t *testing.T) {
	const class = 4
	view := newMachineView(t, 960, 488, 1)
	if _, err := view.Receive(map[string]any{"frame": "means", "pixels": images(10)}); err != nil {
		t.Fatal(err)
	}
	weights := view.pictures["1"]
	for at := range weights.Pixels {
		weights.Pixels[at] = 250
	}
	var strip Box
	drawing := view.Drawing(evenType{})
	for _, area := range drawing.tiles {
		if area.strip && area.class == class {
			strip = area.box
		}
	}
	tile := 4 * class * TileSide // the class's first pixel, red
	for _, test := range []struct {
		along float64 // the strip
		red   byte
		words string
	}{
		{0.01, 50, "the mean of its training images"},
		{0.5, 150, "its images’ mean and 50 % of its weights"},
		{0.99, 250, "its weights"},
	} {
		view.pointAt(drawing.pointedAt(Point{strip.X + test.along*strip.Width, strip.Y + strip.Height/2}))
		picture := view.blendOf(weights, class, view.pointed.share)
		if red := picture.Pixels[tile]; red != test.red {
			t.Errorf("%g along the examples the first pixel's red is %d, want %d", test.along, red, test.red)
		}
		blended := view.Drawing(evenType{})
		if shown, ok := tileOf(blended, picture); !ok || shown.Class != class {
			t.Errorf("%g along the examples the blend isn't drawn", test.along)
		}
		if !strings.Contains(dump(blended), test.words) {
			t.Errorf("%g along the examples nothing says %q", test.along, test.words)
		}
	}
}
