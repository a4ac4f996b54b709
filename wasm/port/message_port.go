//go:build js && wasm

package port

import (
	"slices"
	"syscall/js"
)

// MessagePort sends and receives messages: a worker's own scope, a window or
// one end of a MessageChannel.
//
// The large buffers of a channel's messages go back to their sender with the next
// message, which sends others in them: new ones take the system several times as
// long as the copying.
type MessagePort struct {
	target js.Value
	spare  []js.Value // buffers that came back
	spent  []js.Value // buffers of the other end, to go back
	bytes  [][]uint8  // Go's own memory, for messages to come
}

// Self returns the port of the script that runs this program: in a worker, its
// end of the connection to the page.
func Self() *MessagePort { return &MessagePort{target: js.Global()} }

// ViewingPage returns the port to the page that shows what this program draws, by
// web/js/view/program.js. The frame in it, which has the canvas, is at the end of Self.
func ViewingPage() *MessagePort { return &MessagePort{target: js.Global().Get("page")} }

// WorkerName returns the name that the page gave this worker.
func WorkerName() string { return js.Global().Get("name").String() }

// Post sends a message. Buffers of typed arrays and ports are transferred.
func (p *MessagePort) Post(message map[string]any) {
	out := outgoing{spare: p.spare}
	value := out.value(message)
	p.spare = out.spare
	if len(p.spent) > 0 {
		value.Set("spent", jsArray.Call("of", out.given(p.spent)...))
		p.spent = nil
	}
	p.target.Call("postMessage", value, out.transfer)
}

// Listen calls handle with every message until stop is called. handle runs on the
// event loop: it must not block. A message that is not an object is ignored.
func (p *MessagePort) Listen(handle func(map[string]any)) (stop func()) {
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if data.Type() != js.TypeObject {
			return nil
		}
		p.takeBack(data)
		if message, ok := (incoming{bytes: p.memory}).value(data).(map[string]any); ok {
			p.release(data, message)
			handle(message)
		}
		return nil
	})
	p.target.Call("addEventListener", "message", listener)
	if p.isChannel() {
		p.target.Call("start")
	}
	return func() {
		p.target.Call("removeEventListener", "message", listener)
		listener.Release()
	}
}

// Reuse lets the bytes of a message that was received be used for another.
func (p *MessagePort) Reuse(bytes []uint8) { p.bytes = append(p.bytes, bytes) }

// Close ends a MessageChannel's port.
func (p *MessagePort) Close() {
	if p.isChannel() {
		p.target.Call("close")
	}
	discard(p.spent...)
	p.spent, p.bytes = nil, nil
}

func (p *MessagePort) isChannel() bool { return p.target.InstanceOf(jsMessagePort) }

// takeBack takes from a message the buffers that come back with it.
func (p *MessagePort) takeBack(data js.Value) {
	back := data.Get("spent")
	if back.IsUndefined() {
		return
	}
	for i := range back.Length() {
		p.spare = append(p.spare, back.Index(i))
	}
	jsReflect.Call("deleteProperty", data, "spent")
}

// release lets go of the large buffers of a message that was copied: those of data,
// which became message.
func (p *MessagePort) release(data js.Value, message map[string]any) {
	buffers := largeBuffers(data, message)
	if p.isChannel() {
		p.spent = append(p.spent, buffers...)
	} else {
		discard(buffers...)
	}
}

// memory returns n bytes for a message.
func (p *MessagePort) memory(n int) []uint8 {
	for i, bytes := range p.bytes {
		if cap(bytes) >= n {
			p.bytes = slices.Delete(p.bytes, i, i+1)
			return bytes[:n]
		}
	}
	return make([]uint8, n)
}
