//go:build js && wasm

package main

import (
	"context"
	"math"

	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// protocolVersion is told to the page, which refuses a view it does not know.
const protocolVersion = 1

// line carries messages between the view, the page around it and the worker.
type line struct {
	page     *port.Page
	game     *game
	worker   *port.MessagePort
	hangUp   context.CancelFunc // stops listening to the worker
	isOpen   bool
	awaiting bool // the worker waits to hear that its weights are drawn
	painted  bool // they are in the frame under way
}

func newLine(page *port.Page, g *game) *line {
	l := &line{page: page, game: g}
	page.Listen(l.fromPage)
	return l
}

// open tells the page, once, that the view takes messages.
func (l *line) open() {
	if !l.isOpen {
		l.isOpen = true
		l.page.Post(map[string]any{"view": "ready", "version": protocolVersion})
	}
}

func (l *line) fromPage(message map[string]any) {
	switch message["view"] {
	case "connect":
		if worker, ok := message["port"].(*port.MessagePort); ok {
			l.connect(worker)
		}
	case "scene":
		fields, _ := message["scene"].(map[string]any)
		s, err := scene.Decode(fields)
		if err != nil {
			l.complain(err)
			return
		}
		l.game.setScene(s)
	case "hover":
		epoch, ok := message["epoch"].(float64)
		if !ok {
			epoch = math.NaN()
		}
		if l.game.view.PointAtEpoch(epoch) {
			l.game.change(port.Soon)
		}
	}
}

// connect listens to a worker in place of the one before.
func (l *line) connect(worker *port.MessagePort) {
	if l.worker != nil {
		l.hangUp()
		l.worker.Close()
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.worker, l.hangUp, l.awaiting, l.painted = worker, cancel, false, false
	worker.Listen(ctx, l.fromWorker)
}

func (l *line) fromWorker(message map[string]any) {
	run := scene.RunKey(message["run"])
	var err error
	switch message["frame"] {
	case "weights":
		weights, _ := message["weights"].([]float32)
		l.awaiting = true
		err = l.game.view.SetWeights(run, weights)
	case "history":
		from, _ := message["from"].(float64)
		points, _ := message["points"].([]float64)
		err = l.game.view.SetHistory(run, int(from), points)
	default:
		return
	}
	if err != nil {
		l.complain(err)
	}
	l.game.change(port.WhenIdle)
}

// painting notes that a frame of the view as it is now is under way.
func (l *line) painting() { l.painted = l.awaiting }

// drawn tells the worker that the frame with its weights is on the screen.
func (l *line) drawn(milliseconds float64) {
	if l.painted && l.worker != nil {
		l.awaiting, l.painted = false, false
		l.worker.Post(map[string]any{"frame": "drawn", "milliseconds": milliseconds})
	}
}

// complain reports a message that cannot be shown. The view stays as it was.
func (l *line) complain(err error) {
	println("view:", err.Error())
}
