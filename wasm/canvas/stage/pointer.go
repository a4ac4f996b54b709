//go:build js && wasm

package stage

import (
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// pointer lets the view's hand answer the mouse and the finger, and tells the
// page the result. A wheel and two fingers are taken over a chart only.
func (s *Stage) pointer(event port.PointerEvent) (taken bool) {
	at := scene.Point{X: event.X * s.scale, Y: event.Y * s.scale}
	if event.Kind == port.Fingers {
		return s.drawing.OnPlot(at)
	}
	kind := scene.InputKind(event.Kind)
	if event.Kind == port.ZoomWheel {
		kind, taken = scene.Wheeled, s.drawing.OnPlot(at)
	}
	answer := s.hand.Take(s.drawing, scene.Input{
		Kind: kind, Pointer: event.Pointer, Touch: event.Touch, At: at,
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
	return taken
}
