package reader

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// gzip reads what a gzip file holds: a tar archive as published, or one shard.
func (w *walk) gzip(e entry, r io.Reader) {
	if e.depth == maxDepth {
		w.fail(fmt.Errorf("%s is an archive in an archive in an archive. Unpack it, and choose the files in it", e.shown))
		return
	}
	unpacked, err := w.decompress(Gzip, r)
	if err != nil {
		w.fail(unreadable(e.shown, err))
		return
	}
	defer unpacked.Close()
	e.name, e.size, e.at = strings.TrimSuffix(e.name, ".gz"), -1, nil
	e.depth++
	w.entry(e, &meteredReader{r: unpacked, left: maxUnpacked})
}

// tar reads the files of a tar archive in its order.
func (w *walk) tar(e entry, r io.Reader) {
	before := w.yielded
	e.depth++
	archive := tar.NewReader(r)
	failures := w.failures
	for !w.stopped {
		header, err := archive.Next()
		if err == io.EOF {
			w.foundNothing(e, before)
			return
		}
		if err != nil {
			if w.failures == failures { // else the file before has said it
				w.fail(unreadable(e.shown, err))
			}
			return
		}
		failures = w.failures
		file := File{Name: header.Name}
		if header.Typeflag == tar.TypeReg && !file.hidden() {
			w.entry(e.holding(header.Name, header.Size), archive)
		}
	}
}

// zip reads the files of a zip archive in the order of their names.
func (w *walk) zip(e entry) {
	if e.at == nil {
		w.fail(fmt.Errorf("%s is a zip archive in another archive. Unpack it, and choose the files in it", e.shown))
		return
	}
	archive, err := openZip(e.at, e.size)
	if err != nil {
		w.fail(fmt.Errorf("%s is a damaged zip archive: %w%s", e.shown, err, incomplete))
		return
	}
	const shards = 100 // files at most; opening the caller's stream for each of 60,000 pictures costs more than it gains
	if len(archive.File) <= shards {
		archive.RegisterDecompressor(zip.Deflate, w.inflater)
	}
	before := w.yielded
	e.depth++
	w.files(filesOf(archive), e)
	if !w.stopped {
		w.foundNothing(e, before)
	}
}

// inflater opens a compressed file in a zip archive.
func (w *walk) inflater(r io.Reader) io.ReadCloser {
	unpacked, err := w.decompress(Deflate, r)
	if err != nil {
		return io.NopCloser(failing{err})
	}
	return unpacked
}

// openZip reads the list of files in a zip archive.
func openZip(at io.ReaderAt, size int64) (*zip.Reader, error) {
	directory := &meteredAt{at: newBlocks(at, size), left: maxDirectory}
	archive, err := zip.NewReader(directory, size)
	directory.left = -1
	return archive, err
}

// filesOf lists the files in a zip archive.
func filesOf(archive *zip.Reader) []File {
	var files []File
	for _, f := range archive.File {
		if f.Mode().IsRegular() {
			files = append(files, File{Name: strings.ReplaceAll(f.Name, `\`, "/"), Size: int64(f.UncompressedSize64), Open: opener(f)})
		}
	}
	return files
}

// opener opens a file in a zip archive.
func opener(f *zip.File) func() (io.ReadCloser, error) {
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return func() (io.ReadCloser, error) { return nil, errors.New("it is protected by a password") }
	}
	return f.Open
}

// foundNothing fails if an archive held neither a shard nor anything to say.
func (w *walk) foundNothing(e entry, before int) {
	if w.yielded > before {
		return
	}
	first := "it is empty"
	if w.passed != nil {
		first = w.passed.Error()
	}
	w.fail(fmt.Errorf("%s holds no shard of CIFAR-10: %s", path.Base(e.shown), first))
}

// maxDirectory bounds the list of files in a zip archive, and so the memory
// that it takes: 60,000 pictures need about 7 MB.
const maxDirectory = 16 << 20

// maxUnpacked bounds what a gzip file unpacks to, and so the time that it takes:
// the largest published archive has 186 MB.
const maxUnpacked = 1 << 30

// meteredReader refuses to read more than left bytes.
type meteredReader struct {
	r    io.Reader
	left int64
}

// Read reads from the stream and takes what it read from what is left.
func (m *meteredReader) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, errors.New("it unpacks to more than any archive of CIFAR-10")
	}
	n, err := m.r.Read(p[:min(int64(len(p)), m.left)])
	m.left -= int64(n)
	return n, err
}

// meteredAt refuses to read more than left bytes, unless left is negative.
type meteredAt struct {
	at   io.ReaderAt
	left int64
}

// ReadAt reads from the file and takes what it read from what is left.
func (m *meteredAt) ReadAt(p []byte, offset int64) (int, error) {
	if m.left >= 0 {
		if m.left -= int64(len(p)); m.left < 0 {
			return 0, errors.New("its list of files is too long")
		}
	}
	return m.at.ReadAt(p, offset)
}

// failing is a stream that could not be opened.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
