//go:build js && wasm

package port

import (
	"io"
	"syscall/js"
)

// Inflate decompresses bytes from ≤ i < from+size of the file, in a form that the
// browser knows: gzip, deflate or deflate-raw. The browser reads and decompresses
// them by itself: the compressed bytes never reach Go. The result has a method
// Taken, which returns how many of them have been read.
func (f *File) Inflate(form string, from, size int64) io.ReadCloser {
	return &inflating{gathered{stream: js.Global().Call("inflate", f.value, form, float64(from), float64(from+size))}}
}

type inflating struct{ gathered }

// Read implements io.Reader.
func (i *inflating) Read(p []byte) (int, error) {
	n, err := i.gathered.Read(p)
	return n, inflateError(err)
}

// Taken returns how many of the compressed bytes have been read.
func (i *inflating) Taken() int64 { return int64(i.stream.Get("taken").Float()) }
