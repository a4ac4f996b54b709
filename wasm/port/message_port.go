//go:build js && wasm

package port

import (
	"context"
	"syscall/js"
)

// MessagePort sends and receives messages: a worker's own scope, a window or
// one end of a MessageChannel.
type MessagePort struct {
	target js.Value
}

// Self returns the port of the script that runs this program: in a worker, its
// end of the connection to the page.
func Self() *MessagePort { return &MessagePort{target: js.Global()} }

// WorkerName returns the name that the page gave this worker.
func WorkerName() string { return js.Global().Get("name").String() }

// Post sends a message. Buffers of typed arrays and ports are transferred.
func (p *MessagePort) Post(message map[string]any) {
	var transfer []any
	value := toJS(message, &transfer)
	p.target.Call("postMessage", value, transfer)
}

// Listen calls handle with every message until ctx is done. handle runs on the
// event loop: it must not block. A message that is not an object is ignored.
func (p *MessagePort) Listen(ctx context.Context, handle func(map[string]any)) {
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if message, ok := fromJS(data).(map[string]any); ok {
			release(data, message)
			handle(message)
		}
		return nil
	})
	p.target.Call("addEventListener", "message", listener)
	if p.target.InstanceOf(jsMessagePort) {
		p.target.Call("start")
	}
	context.AfterFunc(ctx, func() {
		p.target.Call("removeEventListener", "message", listener)
		listener.Release()
	})
}

// Close ends a MessageChannel's port.
func (p *MessagePort) Close() {
	if p.target.InstanceOf(jsMessagePort) {
		p.target.Call("close")
	}
}
