//go:build js && wasm

package port

import "syscall/js"

// PointerKind tells what a pointer did.
type PointerKind string

// The kinds of pointer events.
const (
	PointerMoved   PointerKind = "pointermove"
	PointerLeft    PointerKind = "pointerleave"
	PointerPressed PointerKind = "click"
)

// ListenPointer calls handle with what mouse, pen and finger do on the page, for
// the program's life. x and y are CSS pixels. handle must not block.
func ListenPointer(handle func(kind PointerKind, x, y float64)) {
	root := js.Global().Get("document").Get("documentElement")
	for _, kind := range []PointerKind{PointerMoved, PointerLeft, PointerPressed} {
		root.Call("addEventListener", string(kind), js.FuncOf(func(_ js.Value, args []js.Value) any {
			event := args[0]
			// A finger is lifted to look at what it pointed at.
			if kind == PointerLeft && event.Get("pointerType").String() == "touch" {
				return nil
			}
			handle(kind, event.Get("clientX").Float(), event.Get("clientY").Float())
			return nil
		}))
	}
}

// SetCursor sets the mouse pointer's shape, a CSS cursor.
func SetCursor(shape string) {
	js.Global().Get("document").Get("body").Get("style").Set("cursor", shape)
}
