//go:build js && wasm

package port

import "syscall/js"

// Yielder gives the event loop a turn. Sleeping would do the same, but browsers
// clamp timers to 4 ms; a message to oneself arrives in a fraction of that.
type Yielder struct {
	post js.Value
	back chan struct{}
}

// NewYielder returns a Yielder for the life of the program.
func NewYielder() *Yielder {
	channel := js.Global().Get("MessageChannel").New()
	y := &Yielder{post: channel.Get("port1"), back: make(chan struct{}, 1)}
	channel.Get("port2").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		y.back <- struct{}{}
		return nil
	}))
	return y
}

// Yield returns after the event loop has handled what was queued before.
func (y *Yielder) Yield() {
	y.post.Call("postMessage", js.Null())
	<-y.back
}
