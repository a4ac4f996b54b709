package scene

import (
	"fmt"
	"image/color"
	"math"
)

// ErrorPicture shows the relative errors of a gradient's weights on a
// logarithmic colour scale. A pixel has the largest error of its three channels.
type ErrorPicture struct {
	Picture   *Picture
	Low, High float64 // powers of ten at the ends of the scale
}

// errorDecades is the most decades that a colour scale spans: smaller errors have
// the scale's lowest colour.
const errorDecades = 8

// NewErrorPicture draws the first K×3072 errors, row-major as the weights are.
func NewErrorPicture(errors []float64) (*ErrorPicture, error) {
	classes := len(errors) / row
	if classes < 2 || classes > mostClasses || len(errors) != classes*row && len(errors) != classes*(row+1) {
		return nil, fmt.Errorf("%d numbers, expected %d for each of 2 to %d classes", len(errors), row, mostClasses)
	}
	pixels := make([]float64, classes*plane)
	values := newExtent()
	for i := range pixels {
		first := i/plane*row + i%plane
		pixels[i] = max(math.Abs(errors[first]), math.Abs(errors[first+plane]), math.Abs(errors[first+2*plane]))
		values.add(pixels[i])
	}
	e := &ErrorPicture{Picture: emptyPicture()}
	e.Low, e.High = errorRange(values)
	for i, value := range pixels {
		class, x, y := i/plane, i%TileSide, i%plane/TileSide
		c := e.color(value)
		copy(e.Picture.Pixels[4*(y*StripWidth+class*TileSide+x):], []byte{c.R, c.G, c.B, 255})
	}
	return e, nil
}

// errorRange returns powers of ten around the errors, at least two apart.
func errorRange(values extent) (low, high float64) {
	if math.IsInf(values.lowestPositive, 1) {
		return 1e-12, 1e-10
	}
	top := math.Ceil(math.Log10(values.high) - 1e-9)
	bottom := max(math.Floor(math.Log10(values.lowestPositive)+1e-9), top-errorDecades)
	bottom = min(bottom, top-2)
	return math.Pow(10, bottom), math.Pow(10, top)
}

func (e *ErrorPicture) color(value float64) color.NRGBA {
	scale := Scale{Low: e.Low, High: e.High, Log: true, From: 0, To: 1}
	switch {
	case math.IsNaN(value):
		return color.NRGBA{128, 128, 128, 255}
	case value < e.Low:
		return mapColor(0)
	default:
		return mapColor(scale.Place(value))
	}
}

// viridis are nine even steps of matplotlib's colour map of that name (CC0):
// perceptually even, also for the colour-blind, on light and dark grounds.
var viridis = [...]color.NRGBA{
	{0x44, 0x01, 0x54, 255}, {0x47, 0x2d, 0x7b, 255}, {0x3b, 0x52, 0x8b, 255},
	{0x2c, 0x72, 0x8e, 255}, {0x21, 0x91, 0x8c, 255}, {0x28, 0xae, 0x80, 255},
	{0x5e, 0xc9, 0x62, 255}, {0xad, 0xdc, 0x30, 255}, {0xfd, 0xe7, 0x25, 255},
}

// mapColor returns the colour of a share from 0 to 1.
func mapColor(share float64) color.NRGBA {
	place := max(0, min(share, 1)) * float64(len(viridis)-1)
	i := min(int(place), len(viridis)-2)
	from, to, part := viridis[i], viridis[i+1], place-float64(i)
	return mix(from, to, part)
}
