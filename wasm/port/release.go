//go:build js && wasm

package port

import "syscall/js"

// largeBuffer is the number of bytes from which a buffer is not left to the
// browser's collector, which comes so late that a data set would be in memory twice.
const largeBuffer = 1 << 20

// release frees the large buffers of a message that is copied: of data, which
// became message.
func release(data js.Value, message map[string]any) {
	var large []any
	for field, value := range message {
		if bytes, ok := value.([]uint8); ok && len(bytes) >= largeBuffer {
			large = append(large, data.Get(field).Get("buffer"))
		}
	}
	if len(large) > 0 {
		discard(large)
	}
}

// discard transfers buffers to a port that nobody listens to and closes it.
// ArrayBuffer.transfer would look simpler, but Chromium keeps the bytes of a buffer
// that came with a message until it collects garbage, and then sees no reason to.
func discard(buffers []any) {
	channel := js.Global().Get("MessageChannel").New()
	channel.Get("port1").Call("postMessage", js.Null(), buffers)
	channel.Get("port1").Call("close")
	channel.Get("port2").Call("close")
}
