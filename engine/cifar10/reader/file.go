package reader

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
)

// File is a file the visitor chose, or one in a zip archive.
type File struct {
	Name string // with its folders, if they are known: "cifar-10-batches-py/data_batch_1"
	Size int64
	// Open opens the file at its start. Reads may block; an error from them
	// ends the file, and so cancels it.
	Open func() (io.ReadCloser, error)
	// At reads anywhere in the file. Zip archives and parquet files need it.
	At io.ReaderAt
	// Inflate opens size bytes of the file, starting at from, decompressed. It is nil
	// where nothing is faster than feeding them to a Decompressor.
	Inflate func(form Compression, from, size int64) (io.ReadCloser, error)
}

// FileOf is a File whose content is in at.
func FileOf(name string, size int64, at io.ReaderAt) File {
	open := func() (io.ReadCloser, error) { return io.NopCloser(io.NewSectionReader(at, 0, size)), nil }
	return File{Name: name, Size: size, Open: open, At: at}
}

// hidden reports whether the file is one that an operating system keeps in folders.
func (f File) hidden() bool {
	return strings.HasPrefix(path.Base(f.Name), ".") || strings.Contains("/"+f.Name, "/__MACOSX/")
}

// sorted orders files by name, numbers by value: data_batch_2 before
// data_batch_10.
func sorted(files []File) []File {
	return slices.SortedStableFunc(slices.Values(files), func(a, b File) int {
		return cmp.Or(cifar10.CompareNames(a.Name, b.Name), cmp.Compare(a.Size, b.Size))
	})
}
