//go:build js && wasm

package port

import "syscall/js"

// FrameGate is web/js/view/gate.js: it holds back the browser's animation frames
// until one is asked for, and measures what a frame costs.
type FrameGate struct {
	gate js.Value
}

// Urgency says how long a frame may wait.
type Urgency bool

// A frame that answers the visitor comes soon; one that shows new figures waits
// until drawing takes only a small share of the time.
const (
	WhenIdle Urgency = false
	Soon     Urgency = true
)

// OpenFrameGate returns the gate, and calls drawn with each frame's cost in
// milliseconds when it is on the screen.
func OpenFrameGate(drawn func(milliseconds float64)) *FrameGate {
	gate := js.Global().Get("frameGate")
	gate.Set("drawn", js.FuncOf(func(_ js.Value, args []js.Value) any {
		drawn(args[0].Float())
		return nil
	}))
	return &FrameGate{gate: gate}
}

// Request asks for a frame.
func (g *FrameGate) Request(urgency Urgency) { g.gate.Call("request", bool(urgency)) }
