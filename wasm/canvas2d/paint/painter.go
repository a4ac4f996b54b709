// Package paint draws a scene's list of shapes with the browser's own 2D canvas,
// where there is no WebGL for Ebitengine.
package paint

import (
	"fmt"
	"image/color"

	"onelayer/wasm/canvas/scene"
)

// Canvas is what shapes are drawn on, in device pixels. Colours are CSS colours,
// fonts CSS fonts, paths SVG path data. B is an image that the canvas keeps.
type Canvas[B any] interface {
	Clear()
	FillRect(x, y, width, height float64, color string)
	Fill(path, color string)
	Stroke(path string, width, dash float64, color string)
	FillText(text string, x, y float64, font, color string)
	DrawBitmap(bitmap B, fromX, fromY, fromWidth, fromHeight, x, y, width, height float64)
}

// Painter draws frames. It keeps the images of one frame for the next.
type Painter[B any] struct {
	canvas  Canvas[B]
	css     func(scene.Font) string
	bitmaps *bitmaps[B]
}

// New returns a Painter. css returns a font in CSS, load an image of width×height
// pixels of RGBA, row-major.
func New[B any](
	canvas Canvas[B],
	css func(scene.Font) string,
	load func(pixels []byte, width, height int) B,
) *Painter[B] {
	return &Painter[B]{canvas: canvas, css: css, bitmaps: newBitmaps(load)}
}

// Paint replaces the canvas's content by a frame's.
func (p *Painter[B]) Paint(ops []scene.Op) {
	p.canvas.Clear()
	for _, op := range ops {
		p.draw(op)
	}
	p.bitmaps.sweep()
}

func (p *Painter[B]) draw(op scene.Op) {
	switch op := op.(type) {
	case scene.Rect:
		p.canvas.FillRect(op.X, op.Y, op.Width, op.Height, css(op.Color))
	case scene.Tile:
		bitmap := p.bitmaps.of(op.Picture, op.Picture.Pixels, scene.StripWidth, scene.TileSide)
		p.canvas.DrawBitmap(bitmap, float64(op.Class*scene.TileSide), 0, scene.TileSide, scene.TileSide,
			op.X, op.Y, op.Width, op.Height)
	case scene.Line:
		p.canvas.Stroke(along(op.Points), op.Width, op.Dash, css(op.Color))
	case scene.Area:
		p.canvas.Fill(around(op), css(op.Color))
	case scene.Dot:
		p.canvas.Fill(disc(op.Center, op.Radius), css(op.Color))
	case scene.Dots:
		p.canvas.Fill(discs(op.Centers, op.Radius), css(op.Color))
	case scene.Text:
		p.canvas.FillText(op.Text, op.Origin.X, op.Origin.Y, p.css(op.Font), css(op.Color))
	}
}

// css returns a colour in CSS.
func css(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A) }
