//go:build js && wasm

package port

import (
	"errors"
	"io"
	"strings"
	"syscall/js"
)

// Decompress opens a compressed stream with the browser's DecompressionStream,
// which is faster than Go's inflater compiled to wasm. form is a name that the
// browser knows: gzip, deflate or deflate-raw. It must not be used from a
// callback.
func Decompress(form string, r io.Reader) (io.ReadCloser, error) {
	stream := js.Global().Get("DecompressionStream").New(form)
	d := &decompressor{
		writer: stream.Get("writable").Call("getWriter"),
		reader: stream.Get("readable").Call("getReader"),
		failed: make(chan error, 1),
	}
	go d.feed(r)
	return d, nil
}

// decompressor is a stream whose compressed end is fed by a goroutine.
type decompressor struct {
	writer, reader js.Value
	failed         chan error // the error of the compressed stream itself
	chunk          chunk      // the last that came
}

// compressedChunk is how much is handed to the browser at once.
const compressedChunk = 256 << 10

// feed writes all of r to the browser, no faster than it decompresses.
func (d *decompressor) feed(r io.Reader) {
	buffer := make([]byte, compressedChunk)
	for {
		n, err := io.ReadFull(r, buffer)
		if n > 0 {
			bytes := jsUint8Array.New(n)
			js.CopyBytesToJS(bytes, buffer[:n])
			_, err := await(d.writer.Call("write", bytes))
			discard(bytes.Get("buffer"))
			if err != nil {
				return // the reader is told the same
			}
		}
		switch err {
		case nil:
			continue
		case io.EOF, io.ErrUnexpectedEOF:
			await(d.writer.Call("close")) // what is wrong, the reader is told
		default:
			d.failed <- err
			await(d.writer.Call("abort"))
		}
		return
	}
}

// Read implements io.Reader.
func (d *decompressor) Read(p []byte) (int, error) {
	for d.chunk.empty() {
		result, err := await(d.reader.Call("read"))
		if err != nil {
			return 0, d.reason(err)
		}
		if result.Get("done").Bool() {
			return 0, io.EOF
		}
		d.chunk.replace(result.Get("value"))
	}
	return d.chunk.read(p), nil
}

// reason tells what made the browser give up.
func (d *decompressor) reason(err error) error {
	select {
	case failed := <-d.failed:
		return failed
	default:
	}
	text := strings.ToLower(err.Error())
	for _, early := range []string{"truncated", "unexpected eof", "end of", "incomplete"} { // Chromium, Firefox, WebKit
		if strings.Contains(text, early) {
			return io.ErrUnexpectedEOF
		}
	}
	return errors.New("its compressed content is damaged")
}

// Close gives the stream up.
func (d *decompressor) Close() error {
	_, err := await(d.reader.Call("cancel"))
	return err
}
