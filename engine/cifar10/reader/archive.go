package reader

import (
	"archive/tar"
	"archive/zip"
	"compress/bzip2"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/zstd"
	"onelayer/engine/refusal"
)

// unpack reads what a compressed file holds: a tar archive as published, or one shard.
func (w *walk) unpack(e entry, form Form, r io.Reader) {
	if e.depth == maxDepth {
		w.fail(
			refusal.New(
				"too-nested",
				"{file} is an archive in an archive in an archive. Unpack it, and choose the files in it",
				refusal.Values{"file": e.shown},
			),
		)
		return
	}
	unpacked, err := w.decompressed(form, e, r)
	if err != nil {
		w.fail(err(e.shown))
		return
	}
	defer unpacked.Close()
	for _, ending := range []string{".gz", ".bz2", ".xz", ".zst"} {
		e.name = strings.TrimSuffix(e.name, ending)
	}
	most := mostUnpacked(e.size)
	e.size, e.at, e.open, e.inflate = -1, nil, nil, nil
	e.depth++
	w.entry(e, &meteredReader{r: unpacked, left: most})
}

// decompressed opens a compressed entry, which r reads, or returns the refusal of a file where that
// cannot be done.
func (w *walk) decompressed(form Form, e entry, r io.Reader) (io.ReadCloser, func(file string) error) {
	var unpacked io.ReadCloser
	var err error
	switch form {
	case Gzipped:
		unpacked, err = w.inflated(Gzip, e, 0, e.size, r)
	case Bzip2:
		return io.NopCloser(bzip2.NewReader(r)), nil
	case XZ:
		unpacked, err = openXZ(r)
	case Zstd:
		return io.NopCloser(zstd.NewReader(r)), nil
	}
	if err != nil {
		return nil, func(file string) error { return cifar10.Unreadable(file, tooEarly(err)) }
	}
	return unpacked, nil
}

// stream is an archive whose files come one after the other.
type stream interface {
	// Next returns the name and the length of the next file, or io.EOF. Entries that are not files
	// (folders, links) have no name.
	Next() (name string, size int64, err error)
	// Read reads the file.
	io.Reader
}

// tarStream is a tar archive.
type tarStream struct{ *tar.Reader }

func (t tarStream) Next() (string, int64, error) {
	header, err := t.Reader.Next()
	if err != nil {
		return "", 0, err
	}
	if header.Typeflag != tar.TypeReg {
		return "", 0, nil
	}
	return header.Name, header.Size, nil
}

// tar reads the files of a tar archive: in its order, or like a folder's where that saves memory.
func (w *walk) tar(e entry, r io.Reader) {
	if e.at != nil && e.size > 0 {
		if files, ok := listTar(e.at, e.size); ok {
			w.within(e, files)
			return
		}
	}
	w.stream(e, tarStream{tar.NewReader(r)})
}

// listTar lists the files of an uncompressed tar archive if arrays or pictures are among them,
// which are better read on demand, or if none of the first files is a shard, so that an archive
// without shards is not read whole.
func listTar(at io.ReaderAt, size int64) ([]File, bool) {
	const most = 1 << 20
	section := io.NewSectionReader(newBlocks(at, size), 0, size)
	archive := tarStream{tar.NewReader(section)}
	var files []File
	wanted := false
	for len(files) < most {
		name, length, err := archive.Next()
		if err == io.EOF || err != nil && !wanted && len(files) > 0 {
			return files, wanted || !slices.ContainsFunc(files, isShard)
		}
		if err != nil {
			return nil, false
		}
		if name == "" {
			continue
		}
		from, err := section.Seek(0, io.SeekCurrent)
		if err != nil {
			return nil, false
		}
		wanted = wanted || mayBePicture(name) || strings.HasSuffix(name, ".npy")
		files = append(files, FileOf(name, length, io.NewSectionReader(at, from, length)))
		const look = 16 // enough to see whether the archive holds binary shards
		if len(files) == look && !wanted && slices.ContainsFunc(files, isShard) {
			return nil, false
		}
	}
	return nil, false
}

// isShard reports whether a file is a shard that is best read in the archive's order.
func isShard(file File) bool {
	switch sniff(file) {
	case Binary, DamagedBinary, CIFAR100, Pickle, MAT:
		return true
	}
	return false
}

// stream reads the files of an archive in its order. Its pictures are kept until their
// classes and order are known.
func (w *walk) stream(e entry, archive stream) {
	before, waiting := w.yielded, len(w.arrays)
	e.depth++
	var held []*picture
	e.held = &held
	failures := w.failures
	for !w.stopped {
		name, size, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			if w.failures == failures { // otherwise the failure of the file before has been reported
				w.fail(cifar10.Unreadable(e.shown, err))
			}
			return
		}
		failures = w.failures
		file := File{Name: name}
		if name != "" && !file.hidden() {
			w.entry(e.holding(name, size), archive)
		}
	}
	e.held = nil
	w.room += int64(len(held)) * cifar10.Dim // they become shards
	if !w.stopped {
		w.pictures(held, e)
	}
	if !w.stopped && len(w.arrays) == waiting {
		w.foundNothing(e, before)
	}
}

// zip reads the files of a zip archive in the order of their names.
func (w *walk) zip(e entry) {
	if e.at == nil {
		w.fail(archiveInArchive(e.shown))
		return
	}
	archive, err := openZip(e.at, e.size)
	if err != nil {
		w.fail(refusal.New("zip-damaged", "{file} is a damaged zip archive: {reason}. {advice}",
			refusal.Values{"file": e.shown, "reason": err, "advice": cifar10.GetAgain}))
		return
	}
	if main := torchPickle(archive); main != nil {
		w.torchZip(e, archive, main)
		return
	}
	// Opening the caller's stream for each of 60,000 pictures costs more than it gains.
	const shards = 100 // files at most
	if len(archive.File) <= shards {
		archive.RegisterDecompressor(zip.Deflate, w.inflater(e))
	}
	w.within(e, filesOf(archive))
}

// within reads the files in an archive.
func (w *walk) within(e entry, files []File) {
	before, waiting := w.yielded, len(w.arrays)
	e.depth++
	w.files(files, e)
	if !w.stopped && len(w.arrays) == waiting {
		w.foundNothing(e, before)
	}
}

// inflated opens size compressed bytes of an entry, starting at from; r reads the same bytes.
func (w *walk) inflated(form Compression, e entry, from, size int64, r io.Reader) (io.ReadCloser, error) {
	if e.inflate != nil {
		return e.inflate(form, from, size)
	}
	return w.decompress(form, r)
}

// inflater opens compressed files in a zip archive: sections of it.
func (w *walk) inflater(e entry) zip.Decompressor {
	return func(r io.Reader) io.ReadCloser {
		part := e
		from, size := int64(0), int64(0)
		if section, ok := r.(*io.SectionReader); ok {
			_, from, size = section.Outer()
		} else {
			part.inflate = nil
		}
		unpacked, err := w.inflated(Deflate, part, from, size, r)
		if err != nil {
			return io.NopCloser(failing{err})
		}
		return unpacked
	}
}

// archiveInArchive refuses an archive whose list of files is at its end, where the end can't be
// read first.
func archiveInArchive(name string) error {
	return refusal.New(
		"archive-in-archive",
		"{file} is an archive in another archive. Unpack it, and choose the files in it",
		refusal.Values{"file": name},
	)
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
			files = append(
				files,
				File{Name: strings.ReplaceAll(f.Name, `\`, "/"), Size: int64(f.UncompressedSize64), Open: opener(f)},
			)
		}
	}
	return files
}

// opener opens a file in a zip archive.
func opener(f *zip.File) func() (io.ReadCloser, error) {
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return func() (io.ReadCloser, error) {
			return nil, refusal.New("password", "it is protected by a password", nil)
		}
	}
	return f.Open
}

// foundNothing reports a failure if an archive yielded neither a shard nor an error.
func (w *walk) foundNothing(e entry, before int) {
	if w.yielded > before {
		return
	}
	var first any = refusal.New("archive-empty", "it is empty", nil)
	if w.passed != nil {
		first = w.passed
	}
	w.fail(refusal.New("nothing-in-archive", "{file} holds no shard of CIFAR-10: {reason}",
		refusal.Values{"file": path.Base(e.shown), "reason": first}))
}

// maxDirectory bounds the list of files in a zip archive, and so the memory
// that it takes: 60,000 pictures need about 7 MB.
const maxDirectory = 16 << 20

// maxUnpacked bounds what a gzip file unpacks to, and so the time that it takes:
// the largest published archive has 186 MB, one of CINIC-10's pictures 700.
const maxUnpacked = 1 << 30

// mostUnpacked bounds what a compressed file of that size unpacks to: all of CIFAR-10 whatever it looks
// like, and a hundred times the file. Images take a fraction of that.
func mostUnpacked(size int64) int64 {
	const allImages, ratio = 200 << 20, 100
	if size < 0 { // in another one, which is bounded
		return maxUnpacked
	}
	return min(maxUnpacked, allImages+ratio*min(size, maxUnpacked))
}

// meteredReader refuses to read more than left bytes.
type meteredReader struct {
	r    io.Reader
	left int64
}

// Read reads from the stream and takes what it read from what is left.
func (m *meteredReader) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, tooMuch()
	}
	n, err := m.r.Read(p[:min(int64(len(p)), m.left)])
	m.left -= int64(n)
	return n, err
}

func tooMuch() error {
	return refusal.New("unpacks-to-too-much", "it unpacks to more than any archive of CIFAR-10", nil)
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
