package paint

import (
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

// Painter draws frames. It keeps the images of one frame for the next.
type Painter struct {
	texts  *textCache
	strips *stripCache
	lines  *lineBrush
	areas  *areaBrush
	pixel  *ebiten.Image // one white pixel, for filled boxes
}

// New returns a Painter whose texts are set by a typesetter.
func New(typesetter Typesetter) (*Painter, error) {
	lines, err := newLineBrush()
	if err != nil {
		return nil, err
	}
	pixel := ebiten.NewImage(1, 1)
	pixel.Fill(color.White)
	return &Painter{
		texts:  newTextCache(typesetter),
		strips: newStripCache(),
		lines:  lines,
		areas:  &areaBrush{pixel: pixel},
		pixel:  pixel,
	}, nil
}

// ForgetTexts makes all texts be set again, after a typeface has loaded.
func (p *Painter) ForgetTexts() { p.texts.clear() }

// Paint replaces the screen's content by a frame's.
func (p *Painter) Paint(screen *ebiten.Image, ops []scene.Op) {
	screen.Clear()
	for _, op := range ops {
		switch op := op.(type) {
		case scene.Rect:
			p.fill(screen, op)
		case scene.Tile:
			p.strips.draw(screen, op)
		case scene.Line:
			p.lines.draw(screen, op.Points, op.Width, op.Dash, op.Color)
		case scene.Area:
			p.areas.draw(screen, op)
		case scene.Dot:
			p.lines.draw(screen, []scene.Point{op.Center, op.Center}, 2*op.Radius, 0, op.Color)
		case scene.Dots:
			p.lines.discs(screen, op.Centers, 2*op.Radius, op.Color)
		case scene.Text:
			p.texts.draw(screen, op)
		}
	}
	p.strips.sweep()
}

func (p *Painter) fill(screen *ebiten.Image, r scene.Rect) {
	options := &ebiten.DrawImageOptions{}
	options.GeoM.Scale(r.Width, r.Height)
	options.GeoM.Translate(r.X, r.Y)
	options.ColorScale.ScaleWithColor(r.Color)
	screen.DrawImage(p.pixel, options)
}
