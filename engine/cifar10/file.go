package cifar10

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"
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
}

// FileOf is a File whose content is in at.
func FileOf(name string, size int64, at io.ReaderAt) File {
	open := func() (io.ReadCloser, error) { return io.NopCloser(io.NewSectionReader(at, 0, size)), nil }
	return File{Name: name, Size: size, Open: open, At: at}
}

// hidden reports whether the file is a system's own note in a folder.
func (f File) hidden() bool {
	return strings.HasPrefix(path.Base(f.Name), ".") || strings.Contains("/"+f.Name, "/__MACOSX/")
}

// sorted orders files by name, numbers by value: data_batch_2 before
// data_batch_10.
func sorted(files []File) []File {
	return slices.SortedStableFunc(slices.Values(files), func(a, b File) int {
		return cmp.Or(compareNames(a.Name, b.Name), cmp.Compare(a.Size, b.Size))
	})
}

// compareNames compares names by their parts, digits as numbers.
func compareNames(a, b string) int {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
			if c := cmp.Or(cmp.Compare(len(na), len(nb)), cmp.Compare(na, nb)); c != 0 {
				return c
			}
			a, b = a[da:], b[db:]
			continue
		}
		if c := cmp.Compare(a[0], b[0]); c != 0 {
			return c
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits counts the digits that s begins with.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}
