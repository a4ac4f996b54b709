//go:build js && wasm

package port

import (
	"io"
	"syscall/js"
)

// How much of a file is fetched at once: a little first, since often nothing more
// is needed; then enough that the event loop's turns between chunks cost little,
// with the next chunk in transit while one is read.
const (
	firstChunk = 64 << 10
	chunkSize  = 4 << 20
)

// File is a file that the visitor chose or dropped. It stays on disk; only the
// chunk being read is in memory.
type File struct {
	value js.Value
}

// Name returns the file's name, with its folder if it came in one.
func (f *File) Name() string {
	if path := f.value.Get("webkitRelativePath"); path.Truthy() {
		return path.String()
	}
	if name := f.value.Get("name"); name.Type() == js.TypeString {
		return name.String()
	}
	return "file"
}

// Size returns the file's length in bytes.
func (f *File) Size() int64 { return int64(f.value.Get("size").Float()) }

// Open returns a reader of the whole file. It must not be used from a callback.
func (f *File) Open() io.Reader {
	return &fileReader{file: f}
}

// ReadAt implements io.ReaderAt.
func (f *File) ReadAt(p []byte, offset int64) (int, error) {
	end := min(offset+int64(len(p)), f.Size())
	if offset >= end {
		return 0, io.EOF
	}
	buffer, err := await(f.fetch(offset, end))
	if err != nil {
		return 0, err
	}
	n := js.CopyBytesToGo(p, jsUint8Array.New(buffer))
	discard(buffer)
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// fetch starts to read bytes from ≤ i < to and returns a promise of them.
func (f *File) fetch(from, to int64) js.Value {
	return f.value.Call("slice", float64(from), float64(to)).Call("arrayBuffer")
}

type fileReader struct {
	file   *File
	offset int64    // of what is fetched next
	coming js.Value // the promise of the next chunk, if it was requested
	chunk  chunk    // the last chunk that arrived
}

// Read implements io.Reader.
func (r *fileReader) Read(p []byte) (int, error) {
	if r.chunk.empty() {
		if err := r.next(); err != nil {
			return 0, err
		}
	}
	return r.chunk.read(p), nil
}

// next waits for the next chunk and requests the one after it.
func (r *fileReader) next() error {
	first := r.offset == 0
	if !r.coming.Truthy() && !r.ask() {
		return io.EOF
	}
	buffer, err := await(r.coming)
	r.coming = js.Undefined()
	if err != nil {
		return err
	}
	r.chunk.replace(jsUint8Array.New(buffer))
	if !first && r.ask() {
		r.coming.Call("catch", ignored) // the next read gets the error
	}
	return nil
}

// ask starts to fetch the next chunk, if there is one.
func (r *fileReader) ask() bool {
	size := int64(chunkSize)
	if r.offset == 0 {
		size = firstChunk
	}
	end := min(r.offset+size, r.file.Size())
	if r.offset >= end {
		return false
	}
	r.coming, r.offset = r.file.fetch(r.offset, end), end
	return true
}

// ignored is a callback that does nothing.
var ignored = js.FuncOf(func(js.Value, []js.Value) any { return nil })
