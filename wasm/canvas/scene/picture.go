package scene

import (
	"fmt"
	"math"
)

// Shape of the weights: a row of 3072 per class, with the planes of red, green
// and blue, each 32×32 row-major.
const (
	Classes  = 10 // of CIFAR-10; other data have 2 to mostClasses
	TileSide = 32
	plane    = TileSide * TileSide
	row      = 3 * plane
)

const mostClasses = 20

// StripWidth is the width of a Picture: as many tiles side by side as there can be.
const StripWidth = mostClasses * TileSide

// Picture holds a run's weight pictures, one per class, side by side in one strip,
// StripWidth×TileSide pixels of RGBA row-major. It is never changed once made.
type Picture struct {
	Pixels []byte
}

func emptyPicture() *Picture { return &Picture{Pixels: make([]byte, 4*StripWidth*TileSide)} }

// NewPicture scales each class's weights from its own smallest to its own
// largest, over all three channels, to 0–255. Weights that are NaN, or all equal,
// become a middle grey. weights is K×3072 row-major.
func NewPicture(weights []float32) (*Picture, error) {
	classes := len(weights) / row
	if len(weights)%row != 0 || classes < 2 || classes > mostClasses {
		return nil, fmt.Errorf(
			"weights of %d numbers, expected %d for each of 2 to %d classes",
			len(weights),
			row,
			mostClasses,
		)
	}
	picture := emptyPicture()
	for class := range classes {
		own := weights[class*row : (class+1)*row]
		low, high := limits(own)
		picture.fillTile(class, own, low, high)
	}
	return picture, nil
}

func (p *Picture) fillTile(class int, weights []float32, low, high float32) {
	for y := range TileSide {
		for x := range TileSide {
			from := y*TileSide + x
			to := 4 * (y*StripWidth + class*TileSide + x)
			for channel := range 3 {
				p.Pixels[to+channel] = shade(weights[channel*plane+from], low, high)
			}
			p.Pixels[to+3] = 255
		}
	}
}

// limits returns the smallest and the largest of the numbers, ignoring NaN. Plain
// comparisons: the built-in min and max are calls in wasm.
func limits(weights []float32) (low, high float32) {
	low, high = float32(math.Inf(1)), float32(math.Inf(-1))
	for _, w := range weights {
		if w < low {
			low = w
		}
		if w > high {
			high = w
		}
	}
	return low, high
}

// shade maps low to 0, high to 255, and NaN to grey.
func shade(w, low, high float32) byte {
	share := (w - low) / (high - low)
	if !(share >= 0 && share <= 1) {
		return 128
	}
	return byte(share*255 + 0.5)
}
