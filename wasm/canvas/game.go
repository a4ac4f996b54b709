//go:build js && wasm

package main

import (
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/paint"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// game is the view as Ebitengine runs it. Messages and pointer events come
// between frames, on the same thread: they change the view and ask for a frame.
type game struct {
	view       *scene.View
	frame      scene.Frame // on the screen
	painter    *paint.Painter
	typesetter *typesetter
	gate       *port.FrameGate
	connection *connection
	hand       *scene.Hand
	cursor     string
	laid       scene.Laid // as the page was told
	began      time.Time
	stale      bool // the view has changed since it was drawn
}

func newGame(page *port.Page) (*game, error) {
	g := &game{view: scene.NewView(), stale: true, began: time.Now()}
	g.typesetter = newTypesetter(g.retype)
	painter, err := paint.New(g.typesetter)
	if err != nil {
		return nil, err
	}
	g.painter = painter
	g.connection = newConnection(page, g)
	g.gate = port.OpenFrameGate(g.connection.drawn)
	g.hand = scene.NewHand(g.view)
	port.ListenPointer(g.pointer)
	return g, nil
}

// LayoutF implements ebiten.LayoutFer: a pixel of the game is one of the screen.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	width, height = float64(int(width*scale)), float64(int(height*scale))
	if g.view.Resize(width, height, scale) {
		g.stale = true
	}
	return width, height
}

// Layout implements ebiten.Game; LayoutF takes its place.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// Update implements ebiten.Game. The view changes by messages alone.
func (g *game) Update() error {
	g.connection.open()
	return nil
}

// Draw implements ebiten.Game.
func (g *game) Draw(screen *ebiten.Image) {
	if !g.stale {
		return
	}
	g.stale = false
	g.connection.painting()
	gliding := g.view.Advance(float64(time.Since(g.began).Milliseconds()))
	g.frame = g.view.Frame(g.typesetter)
	g.tellBoxes()
	g.painter.Paint(screen, g.frame.Ops)
	if gliding {
		g.change(port.Soon)
	}
}

// tellBoxes tells the page where the panels lie, when that has changed.
func (g *game) tellBoxes() {
	laid := scene.Laid{Boxes: g.frame.Boxes, Scale: ebiten.Monitor().DeviceScaleFactor()}
	if laid.Scale == g.laid.Scale && slices.Equal(laid.Boxes, g.laid.Boxes) {
		return
	}
	g.laid = laid
	g.connection.page.Post(laid.Encode())
}

// change asks for a frame that shows the view's new state.
func (g *game) change(urgency port.Urgency) {
	g.stale = true
	g.gate.Request(urgency)
}

// setScene shows another scene, in its typeface as soon as that is there.
func (g *game) setScene(s scene.Scene) {
	g.view.SetScene(s)
	if g.typesetter.canvas.SetFamily(s.Theme.FontFamily) {
		g.painter.ForgetTexts()
	}
	g.change(port.Soon)
}

// retype sets all texts again.
func (g *game) retype() {
	g.painter.ForgetTexts()
	g.change(port.Soon)
}
