package sample

import "math"

// shape is an area given by its signed distance: how far a point lies outside
// of it, in pixels, and less than 0 inside. Near the edge it is exact enough to
// smooth the edge by.
type shape interface {
	// distances fills row with the distances of (x, y), (x+1, y), (x+2, y) …
	// A row at a time, since in WebAssembly a call costs more than a distance.
	distances(row []float32, x, y float32)
	bounds() (left, top, right, bottom float32)
}

// ellipse has radii rx and ry and is turned by the angle of (cos, sin).
type ellipse struct{ x, y, rx, ry, cos, sin float32 }

// distances is exact on the edge and of first order near it: the value of
// |p/r| − 1 divided by the length of its gradient.
func (e ellipse) distances(row []float32, x, y float32) {
	u, v := turned(x-e.x, y-e.y, e.cos, -e.sin)
	u, v = u/e.rx, v/e.ry
	du, dv := e.cos/e.rx, -e.sin/e.ry
	perX, perY := 1/(e.rx*e.rx), 1/(e.ry*e.ry)
	for i := range row {
		squared := u*u + v*v
		slope := sqrt(u*u*perX+v*v*perY) + 1e-6 // 0 in the very middle
		row[i] = (squared - sqrt(squared)) / slope
		u += du
		v += dv
	}
}

func (e ellipse) bounds() (left, top, right, bottom float32) {
	dx := sqrt(e.rx*e.rx*e.cos*e.cos + e.ry*e.ry*e.sin*e.sin)
	dy := sqrt(e.rx*e.rx*e.sin*e.sin + e.ry*e.ry*e.cos*e.cos)
	return e.x - dx, e.y - dy, e.x + dx, e.y + dy
}

// limb is a line from (x0, y0) to (x1, y1) with round ends and some thickness.
type limb struct{ x0, y0, x1, y1, radius float32 }

func (l limb) distances(row []float32, x, y float32) {
	s := newSegment(l.x0, l.y0, l.x1, l.y1)
	for i := range row {
		row[i] = sqrt(s.squaredDistance(x+float32(i), y)) - l.radius
	}
}

func (l limb) bounds() (left, top, right, bottom float32) {
	return min(l.x0, l.x1) - l.radius, min(l.y0, l.y1) - l.radius,
		max(l.x0, l.x1) + l.radius, max(l.y0, l.y1) + l.radius
}

// segment is the line between two points.
type segment struct{ x, y, dx, dy, perLength float32 }

func newSegment(x0, y0, x1, y1 float32) segment {
	dx, dy := x1-x0, y1-y0
	return segment{x0, y0, dx, dy, 1 / (dx*dx + dy*dy + 1e-9)}
}

// squaredDistance returns the square of the distance of (x, y) from s.
func (s *segment) squaredDistance(x, y float32) float32 {
	x, y = x-s.x, y-s.y
	t := clamp((x*s.dx + y*s.dy) * s.perLength)
	x, y = x-t*s.dx, y-t*s.dy
	return x*x + y*y
}

// turned returns (x, y) turned by the angle of (cos, sin).
func turned(x, y, cos, sin float32) (float32, float32) {
	return x*cos - y*sin, x*sin + y*cos
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// clamp clips x at 0 and 1. The built-in min and max handle NaN and signed zeros,
// which makes them many times slower in WebAssembly.
func clamp(x float32) float32 {
	if x < 0 {
		return 0
	}
	if x > 1 {
		return 1
	}
	return x
}
