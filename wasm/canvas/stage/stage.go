//go:build js && wasm

// Package stage runs the view in its worker, independently of what draws it:
// it takes the messages of the page and of the workers, answers the pointer, and
// hands each frame's list of shapes to a painter.
package stage

import (
	"slices"
	"time"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// Stage is the view with everything it listens to. Messages and pointer events
// arrive between frames, on the same thread: they change the view and ask for a
// frame.
type Stage struct {
	view       *scene.View
	drawing    scene.Drawing // on the screen
	typesetter *Typesetter
	forget     func() // makes the painter set all texts again
	gate       *port.FrameGate
	connection *connection
	hand       *scene.Hand
	cursor     string
	width      float64 // device pixels
	height     float64
	scale      float64       // device pixels of a CSS pixel
	laid       protocol.Laid // as the page knows it
	frame      *port.MessagePort
	plots      []protocol.PanelBox // as the frame knows them
	offering   bool                // the page gets the picture soon
	began      time.Time
	stale      bool // the view has changed since it was drawn
}

// New returns a stage without a scene. forgetTexts is called when texts look
// different because their typeface has loaded.
func New(page *port.MessagePort, forgetTexts func()) *Stage {
	s := &Stage{
		view: scene.NewView(), frame: port.Self(), forget: forgetTexts,
		scale: 1, stale: true, began: time.Now(),
	}
	s.typesetter = newTypesetter(s.retype)
	s.connection = newConnection(page, s)
	s.gate = port.OpenFrameGate(s.connection.drawn)
	s.hand = scene.NewHand(s.view)
	s.frame.Listen(s.fromFrame)
	return s
}

// Typesetter returns the stage's typesetter, which measures and sets its texts.
func (s *Stage) Typesetter() *Typesetter { return s.typesetter }

// Open tells the page, once, that the view takes messages.
func (s *Stage) Open() { s.connection.open() }

// Resize sets the size in device pixels and how many of them a CSS pixel has. It
// reports whether the size changed; the next call of Draw shows it.
func (s *Stage) Resize(width, height, scale float64) bool {
	s.width, s.height, s.scale = width, height, scale
	changed := s.view.Resize(width, height, scale)
	s.stale = s.stale || changed
	return changed
}

// Refresh asks for a frame.
func (s *Stage) Refresh() { s.change(port.Soon) }

// Draw calls paint with the list of shapes, if the view has changed since the
// last call.
func (s *Stage) Draw(paint func(ops []scene.Op)) {
	if !s.stale {
		return
	}
	s.stale = false
	s.connection.painting()
	gliding := s.view.Advance(float64(time.Since(s.began).Milliseconds()))
	s.drawing = s.view.Drawing(s.typesetter)
	s.tellBoxes()
	s.tellPlots()
	s.offerPicture()
	paint(s.drawing.Ops)
	if gliding {
		s.change(port.Soon)
	}
}

// tellPlots tells the frame where the charts are, if that has changed.
func (s *Stage) tellPlots() {
	plots := s.drawing.Plots(s.scale)
	if !slices.Equal(plots, s.plots) {
		s.plots = plots
		s.frame.Post(wire.Object(toFrame{Plots: plots}))
	}
}

// tellBoxes tells the page where the panels are, if that has changed.
func (s *Stage) tellBoxes() {
	laid := s.drawing.Laid(s.scale)
	if laid.Buttons == s.laid.Buttons && slices.Equal(laid.Boxes, s.laid.Boxes) &&
		slices.Equal(laid.Cells, s.laid.Cells) {
		return
	}
	s.laid = laid
	s.connection.tell(laid)
}

// change asks for a frame that shows the view's new state.
func (s *Stage) change(urgency port.Urgency) {
	s.stale = true
	s.gate.Request(urgency)
}

// setScene shows another scene, in its typeface as soon as that has loaded.
func (s *Stage) setScene(next scene.Scene) {
	s.view.SetScene(next)
	if s.typesetter.canvas.SetFamily(next.Theme.FontFamily) {
		s.forget()
	}
	s.change(port.Soon)
}

// retype sets all texts again.
func (s *Stage) retype() {
	s.forget()
	s.change(port.Soon)
}
