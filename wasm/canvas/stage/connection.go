//go:build js && wasm

package stage

import (
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// connection carries messages between the view, the page around it and the workers.
type connection struct {
	page    *port.MessagePort
	stage   *Stage
	workers map[string]*workerLine
	isOpen  bool
}

func newConnection(page *port.MessagePort, s *Stage) *connection {
	c := &connection{page: page, stage: s, workers: map[string]*workerLine{}}
	page.Listen(c.fromPage)
	return c
}

// tell sends the page a message, one of protocol.FromView.
func (c *connection) tell(message any) { c.page.Post(wire.View(message)) }

// open tells the page, once, that the view takes messages.
func (c *connection) open() {
	if !c.isOpen {
		c.isOpen = true
		c.tell(protocol.ViewReady{Version: protocol.Version})
	}
}

func (c *connection) fromPage(message map[string]any) {
	if message["frame"] != nil {
		c.receive(message)
		return
	}
	decoded, err := wire.DecodeView(protocol.ToView, message)
	if err != nil {
		c.complain(err)
		return
	}
	switch m := decoded.(type) {
	case protocol.Connect:
		if worker, ok := m.Port.(*port.MessagePort); ok {
			c.connect(m.Worker, worker)
		}
	case protocol.Scene:
		c.stage.setScene(scene.Of(m))
	case protocol.Zoom:
		c.zoom(m)
	case protocol.Forget:
		c.stage.view.Forget(string(m.Run))
	case protocol.PictureWanted:
		c.tell(protocol.Picture{Turn: m.Turn, SVG: c.stage.picture()})
	case protocol.Enlarge:
		if c.stage.view.Enlarge(m.Title) {
			c.tell(protocol.Enlarged(m))
			c.stage.change(port.Soon)
		}
	}
}

// zoom shows the epochs that the page asks for.
func (c *connection) zoom(wanted protocol.Zoom) {
	view := c.stage.view
	changed := false
	if wanted.By > 0 {
		changed = view.ZoomBy(wanted.By, view.Epoch())
	} else {
		changed = view.ShowWindow(scene.Window{From: wanted.From, To: wanted.To})
	}
	if changed {
		c.tell(view.Window().Zoomed())
		c.stage.change(port.Soon)
	}
}

// connect listens to a worker instead of the previous one of that name.
func (c *connection) connect(name string, worker *port.MessagePort) {
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

// receive keeps the figures of a frame. Figures that no panel shows do not change
// the screen: a worker whose weights are not shown sends no more of them until
// another scene is drawn.
func (c *connection) receive(frame map[string]any) {
	shown, err := c.stage.view.Receive(frame)
	if err != nil {
		c.complain(err)
	}
	if shown {
		c.stage.change(port.WhenIdle)
	}
}

// painting notes that a frame of the current view is being drawn.
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
