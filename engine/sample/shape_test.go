package sample

import (
	"math"
	"testing"
)

// TestDistances compares shapes' distances with known ones, at points of one row.
func TestDistances(t *testing.T) {
	square := polygon{2, 2, 6, 2, 6, 6, 2, 6}
	for _, tc := range []struct {
		name  string
		shape shape
		x, y  float32
		want  []float32
		tol   float64
	}{
		{"disc", ellipse{4, 4, 2, 2, 1, 0}, 0, 4, []float32{2, 1, 0, -1}, 1e-5},
		{"ellipse, on its ends", ellipse{4, 4, 3, 1, 1, 0}, 1, 4, []float32{0}, 1e-5},
		{"ellipse, upright", ellipse{4, 4, 3, 1, 0, 1}, 4, 1, []float32{0}, 1e-5},
		{"limb", limb{2, 4, 6, 4, 1}, 0, 4, []float32{1, 0, -1, -1}, 1e-4},
		{"limb, beside", limb{2, 4, 6, 4, 1}, 3, 6, []float32{1, 1, 1, 1, float32(math.Sqrt(5)) - 1}, 1e-4},
		{"square, through", square, 1, 4, []float32{1, 0, -1, -2, -1, 0, 1}, 1e-4},
		{"square, above", square, 2, 1, []float32{1, 1, 1}, 1e-4},
		{"square, off a corner", square, 1, 1, []float32{float32(math.Sqrt2)}, 1e-4},
		{"square, cut off far away", square, -1, -2, []float32{far}, 1e-4},
		{"notched, in the notch", polygon{0, 0, 8, 0, 8, 8, 4, 2, 0, 8}, 4, 4, []float32{1.1094}, 1e-3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			row := make([]float32, len(tc.want))
			tc.shape.distances(row, tc.x, tc.y)
			for i := range row {
				if math.Abs(float64(row[i]-tc.want[i])) > tc.tol {
					t.Errorf("distances %v, want %v", row, tc.want)
					break
				}
			}
		})
	}
}

// TestCoverage: antialiased, a shape's cover adds up to its area.
func TestCoverage(t *testing.T) {
	for _, tc := range []struct {
		name  string
		shape shape
		area  float64
	}{
		{"disc", ellipse{15.3, 16.8, 6, 6, 1, 0}, math.Pi * 36},
		{"ellipse", ellipse{15.3, 16.8, 9, 5, .8, .6}, math.Pi * 45},
		{"limb", limb{8, 9.5, 20, 14.5, 2}, 13*4 + math.Pi*4},
		{"triangle", polygon{4.2, 5.1, 25.2, 9.1, 12.2, 27.1}, 215},
		{"half outside", limb{-20, 16, 52, 16, 2}, 32 * 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := &canvas{softness: 1}
			c.fade(tc.shape, colour{1, 0, 0}, colour{1, 0, 0}, 1)
			sum := 0.0
			for i := range c.colours {
				sum += float64(c.colours[i].r)
			}
			if math.Abs(sum-tc.area) > .02*tc.area {
				t.Errorf("covers %.2f pixels, its area is %.2f", sum, tc.area)
			}
		})
	}
}

func TestBandTakesPartOfARow(t *testing.T) {
	c := new(canvas)
	c.band(2.25, 5, colour{1, 1, 1}, colour{1, 1, 1})
	for y, want := range []float32{0, 0, .75, 1, 1, 0} {
		if got := c.colours[y*side].r; math.Abs(float64(got-want)) > 1e-6 {
			t.Errorf("row %d has %v, want %v", y, got, want)
		}
	}
}

func TestMirroredFigure(t *testing.T) {
	p := pose{x: 10, y: 10, scale: 4}
	p.tilt(math.Pi / 2) // its front down
	if x, y := p.at(1, 0); math.Abs(float64(x-10)) > 1e-5 || math.Abs(float64(y-14)) > 1e-5 {
		t.Errorf("(1, 0) is at %v, %v", x, y)
	}
	p.tilt(0)
	p.mirror = true
	if x, y := p.at(1, .5); x != 6 || y != 12 {
		t.Errorf("(1, ½) mirrored is at %v, %v", x, y)
	}
}
