//go:build js && wasm

package port

import (
	"io"
	"syscall/js"
)

// chunkSize is how much of a file is fetched at once: large enough that the
// event loop's turns between chunks cost little beside a training run.
const chunkSize = 4 << 20

// File is a file that the visitor chose or dropped. It stays on the disk; only
// the chunk being read is in memory.
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
	slice := f.value.Call("slice", float64(offset), float64(end))
	buffer, err := await(slice.Call("arrayBuffer"))
	if err != nil {
		return 0, err
	}
	n := js.CopyBytesToGo(p, jsUint8Array.New(buffer))
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

type fileReader struct {
	file   *File
	offset int64
	buffer []byte // chunkSize bytes, allocated at the first read
	chunk  []byte // what is left of the buffer's content
}

func (r *fileReader) Read(p []byte) (int, error) {
	if len(r.chunk) == 0 {
		if r.buffer == nil {
			r.buffer = make([]byte, min(chunkSize, max(r.file.Size(), 1)))
		}
		n, err := r.file.ReadAt(r.buffer, r.offset)
		if n == 0 {
			return 0, err
		}
		r.offset += int64(n)
		r.chunk = r.buffer[:n]
	}
	n := copy(p, r.chunk)
	r.chunk = r.chunk[n:]
	return n, nil
}
