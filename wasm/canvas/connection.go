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

// connection carries messages between the view, the page around it and the worker.
type connection struct {
	page     *port.Page
	game     *game
	worker   *port.MessagePort
	hangUp   context.CancelFunc // stops listening to the worker
	isOpen   bool
	awaiting bool // the worker waits to hear that its weights are drawn
	painted  bool // they are in the frame under way
}

func newConnection(page *port.Page, g *game) *connection {
	c := &connection{page: page, game: g}
	page.Listen(c.fromPage)
	return c
}

// open tells the page, once, that the view takes messages.
func (c *connection) open() {
	if !c.isOpen {
		c.isOpen = true
		c.page.Post(map[string]any{"view": "ready", "version": protocolVersion})
	}
}

func (c *connection) fromPage(message map[string]any) {
	switch message["view"] {
	case "connect":
		if worker, ok := message["port"].(*port.MessagePort); ok {
			c.connect(worker)
		}
	case "scene":
		fields, _ := message["scene"].(map[string]any)
		s, err := scene.Decode(fields)
		if err != nil {
			c.complain(err)
			return
		}
		c.game.setScene(s)
	case "hover":
		epoch, ok := message["epoch"].(float64)
		if !ok {
			epoch = math.NaN()
		}
		if c.game.view.PointAtEpoch(epoch) {
			c.game.change(port.Soon)
		}
	}
}

// connect listens to a worker in place of the one before.
func (c *connection) connect(worker *port.MessagePort) {
	if c.worker != nil {
		c.hangUp()
		c.worker.Close()
	}
	ctx, cancel := context.WithCancel(context.Background())
	c.worker, c.hangUp, c.awaiting, c.painted = worker, cancel, false, false
	worker.Listen(ctx, c.fromWorker)
}

func (c *connection) fromWorker(message map[string]any) {
	run := scene.RunKey(message["run"])
	var err error
	switch message["frame"] {
	case "weights":
		weights, _ := message["weights"].([]float32)
		c.awaiting = true
		err = c.game.view.SetWeights(run, weights)
	case "history":
		from, _ := message["from"].(float64)
		points, _ := message["points"].([]float64)
		err = c.game.view.SetHistory(run, int(from), points)
	default:
		return
	}
	if err != nil {
		c.complain(err)
	}
	c.game.change(port.WhenIdle)
}

// painting notes that a frame of the view as it is now is under way.
func (c *connection) painting() { c.painted = c.awaiting }

// drawn tells the worker that the frame with its weights is on the screen.
func (c *connection) drawn(milliseconds float64) {
	if c.painted && c.worker != nil {
		c.awaiting, c.painted = false, false
		c.worker.Post(map[string]any{"frame": "drawn", "milliseconds": milliseconds})
	}
}

// complain reports a message that cannot be shown. The view stays as it was.
func (c *connection) complain(err error) {
	println("view:", err.Error())
}
