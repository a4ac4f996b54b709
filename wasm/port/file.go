//go:build js && wasm

package port

import (
	"io"
	"syscall/js"
)

// headSize is how much of a file is fetched first, since often nothing more is needed.
const headSize = 64 << 10

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
func (f *File) Open() io.ReadCloser { return &fileReader{file: f} }

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

// fileReader reads the file's head, and then the rest as a stream, if that is wanted.
type fileReader struct {
	file *File
	head *chunk
	rest *gathered
}

// Read implements io.Reader.
func (r *fileReader) Read(p []byte) (int, error) {
	if r.head == nil {
		buffer, err := await(r.file.fetch(0, headSize))
		if err != nil {
			return 0, err
		}
		r.head = newChunk(jsUint8Array.New(buffer))
	}
	if !r.head.empty() {
		return r.head.read(p), nil
	}
	if r.file.Size() <= headSize {
		return 0, io.EOF
	}
	if r.rest == nil {
		stream := r.file.value.Call("slice", headSize).Call("stream")
		r.rest = &gathered{stream: js.Global().Call("gather", stream)}
	}
	return r.rest.Read(p)
}

// Close ends the stream, if there is one.
func (r *fileReader) Close() error {
	if r.rest == nil {
		return nil
	}
	return r.rest.Close()
}
