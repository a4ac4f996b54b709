//go:build js && wasm

package port

import (
	"bufio"
	"errors"
	"io"
	"syscall/js"
)

// Digest returns the SHA-256 of the size bytes that write writes, by the
// browser's own implementation, which is several times faster than Go's compiled
// to wasm. It fails where the page is not served securely, as browsers want it for
// this. It must not be used from a callback.
func Digest(size int, write func(io.Writer) error) ([]byte, error) {
	subtle := js.Global().Get("crypto").Get("subtle")
	if !subtle.Truthy() {
		return nil, errors.New("this browser computes digests only for pages that are served securely")
	}
	if digested.Get("length").Int() != size {
		digested = jsUint8Array.New(size)
	}
	content := digested
	const atOnce = 1 << 20 // a call into JavaScript costs more than to copy an image
	buffered := bufio.NewWriterSize(&arrayWriter{array: content}, atOnce)
	if err := write(buffered); err != nil {
		return nil, err
	}
	if err := buffered.Flush(); err != nil {
		return nil, err
	}
	result, err := await(subtle.Call("digest", "SHA-256", content))
	if err != nil {
		return nil, err
	}
	return numbersFromJS[uint8](jsUint8Array.New(result)), nil
}

// digested is what was digested last: shards are often of one size, and the browser
// collects large buffers late.
var digested = jsUint8Array.New(0)

// arrayWriter fills a Uint8Array from its start.
type arrayWriter struct {
	array js.Value
	at    int
}

// Write implements io.Writer.
func (w *arrayWriter) Write(p []byte) (int, error) {
	n := js.CopyBytesToJS(w.array.Call("subarray", w.at), p)
	w.at += n
	if n < len(p) {
		return n, io.ErrShortWrite
	}
	return n, nil
}
