//go:build js && wasm

package stage

import (
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/port"
)

// workerLine is the view's end of the channel to one worker.
type workerLine struct {
	port     *port.MessagePort
	hangUp   func() // stops listening
	awaiting bool   // the worker waits for the message that its weights are drawn
	painted  bool   // they are in the current frame
}

// openLine listens to a worker. handle must not block.
func openLine(worker *port.MessagePort, handle func(*workerLine, map[string]any)) *workerLine {
	line := &workerLine{port: worker}
	line.hangUp = worker.Listen(func(message map[string]any) { handle(line, message) })
	return line
}

func (l *workerLine) close() {
	l.hangUp()
	l.port.Close()
}

// drawn tells the worker that the frame with its weights is on the screen.
func (l *workerLine) drawn(milliseconds float64) {
	if l.painted {
		l.awaiting, l.painted = false, false
		l.port.Post(wire.Frame(protocol.Drawn{Milliseconds: milliseconds}))
	}
}
