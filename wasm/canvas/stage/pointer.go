//go:build js && wasm

package stage

import (
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// pointer lets the view's hand answer the mouse and the finger, and tells the
// page the result.
func (s *Stage) pointer(event port.PointerEvent) {
	at := scene.Point{X: event.X * s.scale, Y: event.Y * s.scale}
	answer := s.hand.Take(s.drawing, scene.Input{
		Kind: scene.InputKind(event.Kind), Pointer: event.Pointer, Touch: event.Touch, At: at,
		Milliseconds: event.Milliseconds, Turn: event.Turn, Pinch: event.Pinch,
	})
	if answer.Cursor != s.cursor {
		s.cursor = answer.Cursor
		port.SetCursor(answer.Cursor)
	}
	if answer.Changed {
		s.change(port.Soon)
	}
	for _, event := range answer.Events {
		s.connection.tell(event)
	}
}
