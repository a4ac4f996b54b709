package paint

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"onelayer/wasm/canvas/scene"
)

// fakeCanvas records what is drawn on it.
type fakeCanvas struct{ lines []string }

func (p *fakeCanvas) note(format string, values ...any) {
	p.lines = append(p.lines, fmt.Sprintf(format, values...))
}

func (p *fakeCanvas) Clear() { p.lines = nil }

func (p *fakeCanvas) FillRect(x, y, width, height float64, color string) {
	p.note("rect %g %g %g %g %s", x, y, width, height, color)
}
func (p *fakeCanvas) Fill(path, color string) { p.note("fill %s %s", path, color) }
func (p *fakeCanvas) Stroke(path string, width, dash float64, color string) {
	p.note("stroke %s %g %g %s", path, width, dash, color)
}
func (p *fakeCanvas) FillText(text string, x, y float64, font, color string) {
	p.note("text %q %g %g %s %s", text, x, y, font, color)
}
func (p *fakeCanvas) DrawBitmap(image string, fromX, fromY, fromWidth, fromHeight, x, y, width, height float64) {
	p.note("image %s %g %g %g %g to %g %g %g %g", image, fromX, fromY, fromWidth, fromHeight, x, y, width, height)
}

func newTestPainter() (*Painter[string], *fakeCanvas, *int) {
	canvas, loads := &fakeCanvas{}, 0
	load := func(_ []byte, width, height int) string {
		loads++
		return fmt.Sprintf("%d×%d", width, height)
	}
	font := func(f scene.Font) string { return fmt.Sprintf("%gpx", f.Size) }
	return New[string](canvas, font, load), canvas, &loads
}

func TestPaint(t *testing.T) {
	red := color.NRGBA{255, 0, 0, 128}
	a, b, c := scene.Point{X: 1, Y: 2}, scene.Point{X: 3, Y: 4.125}, scene.Point{X: 3, Y: 6}
	picture := &scene.Picture{Pixels: make([]byte, 4*scene.StripWidth*scene.TileSide)}
	painter, canvas, _ := newTestPainter()
	painter.Paint([]scene.Op{
		scene.Rect{Box: scene.Box{X: 1, Y: 2, Width: 3, Height: 4}, Color: red},
		scene.Tile{Box: scene.Box{X: 5, Y: 6, Width: 64, Height: 64}, Picture: picture, Class: 3},
		scene.Line{Points: []scene.Point{a, b}, Width: 2, Dash: 4, Color: red},
		scene.Area{Upper: []scene.Point{a, b}, Lower: []scene.Point{a, c}, Color: red},
		scene.Dot{Center: a, Radius: 1, Color: red},
		scene.Text{Origin: a, Font: scene.Font{Size: 13}, Color: red, Text: "cost"},
	})
	want := []string{
		"rect 1 2 3 4 #ff000080",
		"image 640×32 96 0 32 32 to 5 6 64 64",
		"stroke M1.00,2.00L3.00,4.12 2 4 #ff000080",
		"fill M1.00,2.00L3.00,4.12L3.00,6.00L1.00,2.00Z #ff000080",
		"fill M0.00,2.00a1.00,1.00 0 1 0 2.00,0.00a1.00,1.00 0 1 0 -2.00,0.00Z #ff000080",
		`text "cost" 1 2 13px #ff000080`,
	}
	if !slices.Equal(canvas.lines, want) {
		t.Errorf("drawn:\n%s\nwant:\n%s", strings.Join(canvas.lines, "\n"), strings.Join(want, "\n"))
	}
}

// A picture is passed to the canvas once while it is shown.
func TestPaintKeepsPictures(t *testing.T) {
	picture := &scene.Picture{Pixels: make([]byte, 4*scene.StripWidth*scene.TileSide)}
	shown := []scene.Op{scene.Tile{Picture: picture}, scene.Tile{Picture: picture, Class: 1}}
	painter, _, loads := newTestPainter()
	painter.Paint(shown)
	painter.Paint(shown)
	if *loads != 1 {
		t.Errorf("loaded %d times while it was shown, want once", *loads)
	}
	painter.Paint(nil)
	painter.Paint(shown)
	if *loads != 2 {
		t.Errorf("loaded %d times after it was away, want 2", *loads)
	}
}
