//go:build js && wasm

package port

import (
	"io"
	"syscall/js"
)

// Decompress opens a compressed stream with the browser's DecompressionStream,
// which is faster than Go's inflater compiled to wasm. form is a name that the
// browser knows: gzip, deflate or deflate-raw. It must not be used from a
// callback. For compressed bytes of a file, File.Inflate is faster still.
func Decompress(form string, r io.Reader) (io.ReadCloser, error) {
	stream := js.Global().Get("DecompressionStream").New(form)
	d := &decompressor{
		gathered: gathered{stream: js.Global().Call("gather", stream.Get("readable"))},
		writer:   stream.Get("writable").Call("getWriter"),
		failed:   make(chan error, 1),
	}
	go d.feed(r)
	return d, nil
}

// decompressor is a stream whose compressed end is fed by a goroutine.
type decompressor struct {
	gathered
	writer js.Value
	failed chan error // the error of the compressed stream itself
}

// compressedChunk is how much is passed to the browser at once.
const compressedChunk = 512 << 10

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
				return // the reader gets the same error
			}
		}
		switch err {
		case nil:
			continue
		case io.EOF, io.ErrUnexpectedEOF:
			await(d.writer.Call("close")) // the reader gets the error
		default:
			d.failed <- err
			await(d.writer.Call("abort"))
		}
		return
	}
}

// Read implements io.Reader.
func (d *decompressor) Read(p []byte) (int, error) {
	n, err := d.gathered.Read(p)
	if err != nil && err != io.EOF {
		select {
		case failed := <-d.failed:
			return n, failed
		default:
		}
	}
	return n, inflateError(err)
}
