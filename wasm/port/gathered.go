//go:build js && wasm

package port

import (
	"io"
	"strings"
	"syscall/js"

	"onelayer/engine/refusal"
)

// gathered is a stream of bytes that the worker's script collects in large
// buffers, which it reuses: see web/js/worker/streams.js.
type gathered struct {
	stream js.Value
	buffer js.Value // the last one received
	used   int      // bytes of it that were read
	length int
}

// Read implements io.Reader.
func (g *gathered) Read(p []byte) (int, error) {
	if g.used == g.length {
		buffer, err := await(g.stream.Call("next"))
		if err != nil {
			return 0, inflateError(err)
		}
		if buffer.IsNull() {
			return 0, io.EOF
		}
		g.buffer, g.used, g.length = buffer, 0, buffer.Length()
	}
	n := js.CopyBytesToGo(p, g.buffer.Call("subarray", g.used))
	g.used += n
	return n, nil
}

// Close cancels the stream.
func (g *gathered) Close() error {
	_, err := await(g.stream.Call("cancel"))
	return err
}

// inflateError distinguishes a stream that ends too early from one that is
// damaged, and both from a file that can't be read.
func inflateError(err error) error {
	text := strings.ToLower(err.Error())
	if !strings.HasPrefix(text, "typeerror") {
		return err
	}
	for _, early := range []string{"truncated", "unexpected eof", "end of", "incomplete"} { // Chromium, Firefox, WebKit
		if strings.Contains(text, early) {
			return io.ErrUnexpectedEOF
		}
	}
	return refusal.New("compression-damaged", "its compressed content is damaged", nil)
}
