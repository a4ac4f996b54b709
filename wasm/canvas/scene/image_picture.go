package scene

import (
	"fmt"
	"image/color"
	"math"
)

// newImages returns pictures of images, ten per picture: pixels holds row bytes
// for each, its planes of red, green and blue.
func newImages(pixels []uint8) ([]*Picture, error) {
	if len(pixels)%row != 0 {
		return nil, fmt.Errorf("images of %d bytes, expected a multiple of %d", len(pixels), row)
	}
	var pictures []*Picture
	for i := range len(pixels) / row {
		if i%mostClasses == 0 {
			pictures = append(pictures, emptyPicture())
		}
		pictures[i/mostClasses].fillImage(i%mostClasses, pixels[i*row:][:row])
	}
	return pictures, nil
}

func (p *Picture) fillImage(place int, pixels []uint8) {
	for at := range plane {
		p.set(place, at, color.NRGBA{pixels[at], pixels[plane+at], pixels[2*plane+at], 255})
	}
}

// set colours a pixel of one of the ten tiles.
func (p *Picture) set(tile, at int, c color.NRGBA) {
	to := 4 * (at/TileSide*StripWidth + tile*TileSide + at%TileSide)
	copy(p.Pixels[to:], []byte{c.R, c.G, c.B, 255})
}

// diverging are the colours of signed numbers: blue below zero and orange above
// are told apart by every kind of colour vision; zero is near the ground.
type diverging struct{ negative, zero, positive color.NRGBA }

var (
	divergingLight = diverging{
		color.NRGBA{0, 84, 159, 255},
		color.NRGBA{246, 246, 242, 255},
		color.NRGBA{190, 72, 0, 255},
	}
	divergingDark = diverging{
		color.NRGBA{98, 190, 246, 255},
		color.NRGBA{32, 37, 42, 255},
		color.NRGBA{255, 158, 61, 255},
	}
)

// dark reports whether the theme has a dark ground.
func (t Theme) dark() bool {
	return int(t.Ground.R)+int(t.Ground.G)+int(t.Ground.B) < 3*128
}

func (t Theme) diverging() diverging {
	if t.dark() {
		return divergingDark
	}
	return divergingLight
}

// fullColor is how many times the root mean square a number must be for the full
// colour.
const fullColor = 2.5

// newSignedPicture draws one class's plane of signed numbers in its tile.
func newSignedPicture(class int, values []float32, colors diverging) *Picture {
	picture := emptyPicture()
	full := fullColor * float32(math.Sqrt(float64(dot(values, values))/float64(len(values))))
	for at, value := range values {
		picture.set(class, at, colors.of(value/full))
	}
	return picture
}

// of returns the colour of a number from −1 to 1; NaN has zero's.
func (d diverging) of(share float32) color.NRGBA {
	to := d.positive
	if share < 0 {
		to, share = d.negative, -share
	}
	if !(share >= 0) {
		share = 0
	}
	return mix(d.zero, to, float64(min(share, 1)))
}
