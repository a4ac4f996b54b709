//go:build js && wasm

package port

import "syscall/js"

// Area is a part of the view's frame, in CSS pixels.
type Area struct{ X, Y, Width, Height float64 }

// SetCursor sets the mouse pointer's shape over the frame, a CSS cursor.
func SetCursor(shape string) { tellFrame("cursor", shape) }

// SetPlots says where the view takes a wheel and two fingers: elsewhere they are the
// page's.
func SetPlots(areas []Area) {
	plots := make([]any, len(areas))
	for i, area := range areas {
		plots[i] = map[string]any{"x": area.X, "y": area.Y, "width": area.Width, "height": area.Height}
	}
	tellFrame("plots", plots)
}

// tellFrame sends the frame around this worker a message with one field: see
// web/js/view/main.js.
func tellFrame(field string, value any) {
	js.Global().Call("postMessage", js.ValueOf(map[string]any{field: value}))
}
