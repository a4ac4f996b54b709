package sample

import (
	"math"

	"onelayer/engine/cifar10"
)

const (
	side   = cifar10.Width
	pixels = cifar10.Width * cifar10.Height
)

// canvas is a picture of side×side colours, row by row.
type canvas struct {
	colours  [pixels]colour
	softness float32       // width of an edge in pixels
	cover    [side]float32 // of one row by a shape, while it is being painted
}

// fill paints a shape, lit from above: a little lighter at its top than at its
// bottom.
func (c *canvas) fill(s shape, paint colour) {
	c.fade(s, paint.lit(1.14), paint.lit(.8), c.softness)
}

// fade paints a shape from one colour at its top to another at its bottom. Its
// edge is softness pixels wide, half of that outside the shape.
func (c *canvas) fade(s shape, high, low colour, softness float32) {
	_, top, _, bottom := s.bounds()
	span := max(bottom-top, 1)
	c.covered(s, softness, func(x, y int, cover []float32) {
		paint := high.mixed(low, clamp((float32(y)+.5-top)/span))
		row := c.colours[y*side+x:][:len(cover)]
		for i, share := range cover {
			switch {
			case share == 1:
				row[i] = paint
			case share > 0:
				row[i] = row[i].mixed(paint, share)
			}
		}
	})
}

// shade takes a share of the light from what a shape covers.
func (c *canvas) shade(s shape, share, softness float32) {
	c.covered(s, softness, func(x, y int, cover []float32) {
		row := c.colours[y*side+x:][:len(cover)]
		for i := range cover {
			row[i] = row[i].lit(1 - share*cover[i])
		}
	})
}

// covered calls paint for each row of pixels that a shape may touch, starting at
// pixel x in row y, with the share of each pixel that it covers.
func (c *canvas) covered(s shape, softness float32, paint func(x, y int, cover []float32)) {
	left, top, right, bottom := s.bounds()
	reach := softness / 2
	x0, x1 := pixelRange(left-reach, right+reach)
	y0, y1 := pixelRange(top-reach, bottom+reach)
	if x0 >= x1 {
		return
	}
	cover := c.cover[:x1-x0]
	perPixel := 1 / softness
	for y := y0; y < y1; y++ {
		s.distances(cover, float32(x0)+.5, float32(y)+.5)
		for i, distance := range cover {
			cover[i] = clamp(.5 - distance*perPixel)
		}
		paint(x0, y, cover)
	}
}

// band paints the rows between two heights, in pixels, from one colour to
// another; a row that is only partly between them takes part of the colour.
func (c *canvas) band(top, bottom float32, high, low colour) {
	y0, y1 := pixelRange(top, bottom)
	for y := y0; y < y1; y++ {
		py := float32(y)
		paint := high.mixed(low, clamp((py+.5-top)/(bottom-top)))
		cover := min(py+1, bottom) - max(py, top)
		row := c.colours[y*side:][:side]
		for x := range row {
			row[x] = row[x].mixed(paint, cover)
		}
	}
}

// pixelRange returns the pixels from ≤ i < to that an interval touches.
func pixelRange(lo, hi float32) (from, to int) {
	from = int(math.Floor(float64(lo)))
	to = int(math.Ceil(float64(hi)))
	return max(from, 0), min(to, side)
}
