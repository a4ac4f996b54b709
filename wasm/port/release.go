//go:build js && wasm

package port

import (
	"sync"
	"syscall/js"
)

// largeBuffer is the number of bytes from which a buffer is not left to the
// browser's garbage collector, which runs so late that a data set would be in memory
// twice.
const largeBuffer = 256 << 10

// largeBuffers returns the large buffers of data, which was copied to message.
func largeBuffers(data js.Value, message map[string]any) []js.Value {
	var large []js.Value
	for field, value := range message {
		if bytes, ok := value.([]uint8); ok && len(bytes) >= largeBuffer {
			large = append(large, data.Get(field).Get("buffer"))
		}
	}
	return large
}

// discard frees buffers: it transfers them to a port without a receiver. ArrayBuffer.transfer
// looks simpler, but Chromium keeps the bytes of a buffer from a message, a file or a stream
// until it collects garbage, and then sees no reason to.
func discard(buffers ...js.Value) {
	if len(buffers) == 0 {
		return
	}
	var out outgoing
	drain().Call("postMessage", js.Null(), out.given(buffers))
}

// drain is a port whose other end is closed.
var drain = sync.OnceValue(func() js.Value {
	channel := js.Global().Get("MessageChannel").New()
	channel.Get("port2").Call("close")
	return channel.Get("port1")
})
