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
	buffer chunk // the last one received
}

// Read implements io.Reader.
func (g *gathered) Read(p []byte) (int, error) {
	if g.buffer.empty() {
		next, err := await(g.stream.Call("next"))
		if err != nil {
			return 0, err
		}
		if next.IsNull() {
			return 0, io.EOF
		}
		g.buffer = *newChunk(next)
	}
	return g.buffer.read(p), nil
}

// Close cancels the stream.
func (g *gathered) Close() error {
	_, err := await(g.stream.Call("cancel"))
	return err
}

// inflateError distinguishes a stream that ends too early from one that is
// damaged, and both from a file that can't be read.
func inflateError(err error) error {
	if err == nil {
		return nil
	}
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
