//go:build js && wasm

package port

import "syscall/js"

// PointerEvent is what a mouse, a pen or a finger did.
type PointerEvent struct {
	Kind         string // the browser's event
	Pointer      int
	Touch        bool
	X, Y         float64 // CSS pixels
	Milliseconds float64
	Turn         float64 // of a wheel, CSS pixels
	Pinch        bool    // a pinch on a touchpad, or a wheel turned with Ctrl
}

// ListenPointer calls handle with the input of mouse, pen and finger on the frame,
// for the program's life. handle must not block. The frame sends it:
// web/js/view/input.js.
func ListenPointer(handle func(PointerEvent)) {
	js.Global().Call("addEventListener", "pointer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		handle(pointerEvent(args[0].Get("data")))
		return nil
	}))
}

func pointerEvent(event js.Value) PointerEvent {
	p := PointerEvent{
		Kind:         event.Get("kind").String(),
		X:            event.Get("x").Float(),
		Y:            event.Get("y").Float(),
		Milliseconds: event.Get("milliseconds").Float(),
	}
	if p.Kind == "wheel" {
		p.Turn, p.Pinch = event.Get("turn").Float(), event.Get("pinch").Bool()
	} else {
		p.Pointer, p.Touch = event.Get("pointer").Int(), event.Get("touch").Bool()
	}
	return p
}
