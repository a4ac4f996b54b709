//go:build js && wasm

package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/paint"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/canvas/stage"
	"onelayer/wasm/port"
)

// game is the stage as Ebitengine runs it.
type game struct {
	stage   *stage.Stage
	painter *paint.Painter
}

func newGame(page *port.MessagePort) (*game, error) {
	g := &game{}
	g.stage = stage.New(page, func() { g.painter.ForgetTexts() })
	painter, err := paint.New(typesetter{g.stage.Typesetter()})
	if err != nil {
		return nil, err
	}
	g.painter = painter
	return g, nil
}

// LayoutF implements ebiten.LayoutFer: a pixel of the game is a pixel of the
// screen.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	width, height = float64(int(width*scale)), float64(int(height*scale))
	g.stage.Resize(width, height, scale)
	return width, height
}

// Layout implements ebiten.Game; LayoutF replaces it.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// Update implements ebiten.Game. The view changes only by messages.
func (g *game) Update() error {
	g.stage.Open()
	return nil
}

// Draw implements ebiten.Game.
func (g *game) Draw(screen *ebiten.Image) {
	g.stage.Draw(func(ops []scene.Op) { g.painter.Paint(screen, ops) })
}

// typesetter lets the browser draw texts for the painter: no typeface and no text
// shaper are shipped in the binary.
type typesetter struct{ *stage.Typesetter }

// Typeset implements paint.Typesetter.
func (t typesetter) Typeset(text string, font scene.Font) paint.Mask {
	var mask paint.Mask
	mask.Alpha, mask.Width, mask.Height, mask.Left, mask.Top = t.Typesetter.Typeset(text, font)
	return mask
}
