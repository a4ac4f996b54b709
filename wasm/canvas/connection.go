//go:build js && wasm

package main

import (
	"math"

	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// protocolVersion is told to the page, which refuses a view it does not know.
const protocolVersion = 1

// mainWorker is the name of the worker whose line comes without a name.
const mainWorker = "main"

// connection carries messages between the view, the page around it and the workers.
type connection struct {
	page    *port.Page
	game    *game
	workers map[string]*workerLine
	isOpen  bool
}

func newConnection(page *port.Page, g *game) *connection {
	c := &connection{page: page, game: g, workers: map[string]*workerLine{}}
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
			name, _ := message["worker"].(string)
			c.connect(name, worker)
		}
	case "frame":
		frame, _ := message["frame"].(map[string]any)
		c.receive(frame)
	case "scene":
		fields, _ := message["scene"].(map[string]any)
		s, err := scene.Decode(fields)
		if err != nil {
			c.complain(err)
			return
		}
		c.game.setScene(s)
	case "export":
		c.export(message)
	case "zoom":
		c.zoom(message)
	case "enlarge":
		title, _ := message["title"].(string)
		if c.game.view.Enlarge(title) {
			c.page.Post(scene.Enlarged{Title: title}.Encode())
			c.game.change(port.Soon)
		}
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

// zoom shows so many times as many epochs, or a part of them; without either, all.
func (c *connection) zoom(message map[string]any) {
	from, _ := message["from"].(float64)
	to, _ := message["to"].(float64)
	view := c.game.view
	changed := false
	if factor, ok := message["by"].(float64); ok && factor > 0 {
		changed = view.ZoomBy(factor, view.Epoch())
	} else {
		changed = view.ShowWindow(scene.Window{From: from, To: to})
	}
	if changed {
		c.page.Post(scene.Zoomed{Window: view.Window()}.Encode())
		c.game.change(port.Soon)
	}
}

// connect listens to a worker in place of the one that had the name before.
func (c *connection) connect(name string, worker *port.MessagePort) {
	if name == "" {
		name = mainWorker
	}
	if before := c.workers[name]; before != nil {
		before.close()
	}
	c.workers[name] = openLine(worker, c.fromWorker)
}

func (c *connection) fromWorker(line *workerLine, message map[string]any) {
	if message["frame"] == "weights" {
		line.awaiting = true
	}
	c.receive(message)
}

// receive keeps the figures of a frame. Those that no panel shows change nothing
// on the screen: a worker whose weights are not looked at sends no more of them
// until another scene is drawn.
func (c *connection) receive(frame map[string]any) {
	shown, err := c.game.view.Receive(frame)
	if err != nil {
		c.complain(err)
	}
	if shown {
		c.game.change(port.WhenIdle)
	}
}

// painting notes that a frame of the view as it now is is under way.
func (c *connection) painting() {
	for _, line := range c.workers {
		line.painted = line.awaiting
	}
}

// drawn tells the workers that the frame with their weights is on the screen.
func (c *connection) drawn(milliseconds float64) {
	for _, line := range c.workers {
		line.drawn(milliseconds)
	}
}

// complain reports a message that cannot be shown. The view stays as it was.
func (c *connection) complain(err error) {
	println("view:", err.Error())
}
