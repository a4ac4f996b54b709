//go:build js && wasm

package port

import "syscall/js"

// PointerEvent is what a mouse, a pen or a finger did.
type PointerEvent struct {
	Kind         string // the browser's event; ZoomWheel and Fingers are the guard's
	Pointer      int
	Touch        bool
	X, Y         float64 // CSS pixels
	Milliseconds float64
	Turn         float64 // of a wheel, CSS pixels
	Pinch        bool    // a pinch on a touchpad, or a wheel turned with Ctrl
}

// The events that web/js/view/guard.js sends instead of those it keeps from
// Ebitengine: a wheel that may zoom, and a second finger.
const (
	ZoomWheel = "zoomwheel"
	Fingers   = "fingers"
)

var pointerEvents = []string{
	"pointermove", "pointerleave", "pointerdown", "pointerup", "pointercancel", ZoomWheel, Fingers,
}

// ListenPointer calls handle with the input of mouse, pen and finger on the page,
// for the program's life. handle must not block. It reports whether the event is
// taken: then the browser's default action is prevented.
func ListenPointer(handle func(PointerEvent) (taken bool)) {
	root := js.Global().Get("document").Get("documentElement")
	listen := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if event := args[0]; event.Get("button").Int() <= 0 || event.Get("type").String() != "pointerdown" {
			if handle(pointerEvent(event)) {
				event.Call("preventDefault")
			}
		}
		return nil
	})
	for _, kind := range pointerEvents {
		root.Call("addEventListener", kind, listen)
	}
}

// pointerEvent reads an event. A pressed mouse stays captured when it leaves the
// view.
func pointerEvent(event js.Value) PointerEvent {
	p := PointerEvent{
		Kind:         event.Get("type").String(),
		X:            event.Get("clientX").Float(),
		Y:            event.Get("clientY").Float(),
		Milliseconds: event.Get("timeStamp").Float(),
	}
	switch p.Kind {
	case Fingers:
	case ZoomWheel:
		p.Turn, p.Pinch = event.Get("deltaY").Float(), event.Get("ctrlKey").Bool()
	default:
		p.Pointer = event.Get("pointerId").Int()
		p.Touch = event.Get("pointerType").String() == "touch"
	}
	if p.Kind == "pointerdown" {
		event.Get("target").Call("setPointerCapture", p.Pointer)
	}
	return p
}

// SetCursor sets the mouse pointer's shape, a CSS cursor.
func SetCursor(shape string) {
	js.Global().Get("document").Get("body").Get("style").Set("cursor", shape)
}
