package sample

import "math"

// pose places a figure on the canvas. A figure has coordinates of its own: u to
// where it faces, v down, about 1 from its middle to its end.
type pose struct {
	x, y     float32 // of the figure's origin, in pixels
	scale    float32 // pixels for a length of 1
	cos, sin float32
	mirror   bool // faces left
}

// tilt turns the figure by an angle in radians, its front down.
func (p *pose) tilt(angle float32) {
	sin, cos := math.Sincos(float64(angle))
	p.cos, p.sin = float32(cos), float32(sin)
}

// at returns the pixel coordinates of (u, v).
func (p *pose) at(u, v float32) (x, y float32) {
	u, v = turned(u, v, p.cos, p.sin)
	if p.mirror {
		u = -u
	}
	return p.x + p.scale*u, p.y + p.scale*v
}

// figure draws shapes in a figure's own coordinates.
type figure struct {
	canvas *canvas
	pose
}

// ellipse paints an ellipse around (u, v) with radii ru and rv, its front
// turned down by angle.
func (f *figure) ellipse(u, v, ru, rv, angle float32, paint colour) {
	sin, cos := math.Sincos(float64(angle))
	c, s := turned(float32(cos), float32(sin), f.cos, f.sin)
	if f.mirror {
		s = -s
	}
	x, y := f.at(u, v)
	f.canvas.fill(ellipse{x, y, f.scale * ru, f.scale * rv, c, s}, paint)
}

// disc paints a disc around (u, v).
func (f *figure) disc(u, v, radius float32, paint colour) {
	x, y := f.at(u, v)
	r := f.scale * radius
	f.canvas.fill(ellipse{x, y, r, r, 1, 0}, paint)
}

// limb paints a thick line with round ends.
func (f *figure) limb(u0, v0, u1, v1, radius float32, paint colour) {
	x0, y0 := f.at(u0, v0)
	x1, y1 := f.at(u1, v1)
	f.canvas.fill(limb{x0, y0, x1, y1, f.scale * radius}, paint)
}

// polygon paints the area between corners u, v, u, v, …
func (f *figure) polygon(paint colour, corners ...float32) {
	var held [24]float32
	p := polygon(held[:0])
	for i := 0; i < len(corners); i += 2 {
		x, y := f.at(corners[i], corners[i+1])
		p = append(p, x, y)
	}
	f.canvas.fill(p, paint)
}

// box paints a rectangle.
func (f *figure) box(left, top, right, bottom float32, paint colour) {
	f.polygon(paint, left, top, right, top, right, bottom, left, bottom)
}

// shadow paints a soft dark ellipse on the ground under a figure.
func (f *figure) shadow(v, ru float32) {
	x, y := f.at(0, v)
	f.canvas.shade(ellipse{x, y, f.scale * ru, f.scale * .1, 1, 0}, .45, 4)
}
