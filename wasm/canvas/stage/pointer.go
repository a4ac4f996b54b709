//go:build js && wasm

package stage

import (
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// toFrame is what the frame around this worker is told: see web/js/view/main.js.
type toFrame struct {
	Plots []protocol.PanelBox // where the view takes a wheel and two fingers
}

// pointerEvent is what a mouse, a pen or a finger did on the frame, which sends it:
// web/js/view/input.js.
type pointerEvent struct {
	Kind         string  // the browser's event
	X, Y         float64 // CSS pixels
	Milliseconds float64
	Pointer      int     `wire:"optional"`
	Touch        bool    `wire:"optional"`
	Turn         float64 `wire:"optional"` // of a wheel, CSS pixels
	Pinch        bool    `wire:"optional"` // a pinch on a touchpad, or a wheel turned with Ctrl
}

// fromFrame takes the frame's messages; those about the canvas itself are for
// web/js/view/program.js.
func (s *Stage) fromFrame(message map[string]any) {
	var event pointerEvent
	if input, ok := message["pointer"]; ok && wire.Decode(input, &event) == nil {
		s.pointer(event)
	}
}

// pointer lets the view's hand answer the mouse and the finger, and tells the frame
// and the page the result.
func (s *Stage) pointer(event pointerEvent) {
	at := scene.Point{X: event.X * s.scale, Y: event.Y * s.scale}
	answer := s.hand.Take(s.drawing, scene.Input{
		Kind: scene.InputKind(event.Kind), Pointer: event.Pointer, Touch: event.Touch, At: at,
		Milliseconds: event.Milliseconds, Turn: event.Turn, Pinch: event.Pinch,
	})
	if answer.Cursor != s.cursor {
		s.cursor = answer.Cursor
		s.frame.Post(map[string]any{"cursor": answer.Cursor})
	}
	if answer.Changed {
		s.change(port.Soon)
	}
	for _, event := range answer.Events {
		s.connection.tell(event)
	}
}
