package reader

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"

	"onelayer/engine/cifar10"
)

// Reader reads shards from files of any form: the three published versions,
// archives of them, and folders or zip archives of pictures.
type Reader struct {
	// Room is how many bytes of pixels may be loaded in all; 0 is no limit but
	// MaxImages a shard. What does not fit is a RoomError.
	Room int64
	// Decompress opens compressed streams; nil stands for Decompress.
	Decompress Decompressor
}

// Shards reads the files and yields each shard as soon as it is complete, in
// the order of the files' names; inside a tar archive, in the archive's order.
// A file that cannot be read yields an error that names it in the visitor's
// words, and the files after it are still read. Files that came in a folder or
// an archive beside shards are passed over; so are lists of the classes' names
// unless there is nothing else. Beside the shards it holds no more than one
// shard's worth of memory.
func (r *Reader) Shards(files ...File) iter.Seq2[*cifar10.Shard, error] {
	return func(yield func(*cifar10.Shard, error) bool) {
		w := &walk{yield: yield, room: r.Room, decompress: r.Decompress}
		if w.room == 0 {
			w.room = 1 << 62
		}
		if w.decompress == nil {
			w.decompress = Decompress
		}
		w.files(files, entry{})
		if !w.stopped && w.yielded == 0 && w.passed != nil {
			yield(nil, w.passed)
		}
	}
}

// walk is one pass over files.
type walk struct {
	yield      func(*cifar10.Shard, error) bool
	room       int64
	decompress Decompressor

	stopped  bool  // the caller wants no more
	yielded  int   // shards and errors so far
	failures int   // errors so far
	passed   error // about the first file that was passed over
	cifar100 bool  // said once, not for each of its files
}

// entry is one file on the way: a File, or one inside an archive.
type entry struct {
	name     string // with its folders
	shown    string // in messages
	size     int64  // or -1 if unknown
	at       io.ReaderAt
	passOver bool // it need not be a shard
	depth    int  // archives around it
}

// maxDepth bounds archives in archives.
const maxDepth = 3

// files reads files in order: first all but pictures, then pictures by folder.
func (w *walk) files(files []File, within entry) {
	folders, rest := gatherPictures(files)
	for _, file := range sorted(rest) {
		if w.stopped {
			return
		}
		if !file.hidden() {
			w.file(file, within)
		}
	}
	for _, folder := range folders {
		if w.stopped {
			return
		}
		w.pictures(folder, within)
	}
}

// file opens one file and reads what it holds.
func (w *walk) file(file File, within entry) {
	e := within.holding(file.Name, file.Size)
	e.at = file.At
	r, err := file.Open()
	if err != nil {
		w.fail(unreadable(e.shown, err))
		return
	}
	defer r.Close()
	w.entry(e, r)
}

// holding is an entry inside e, or a File if e is none.
func (e entry) holding(name string, size int64) entry {
	inner := entry{name: name, shown: name, size: size, passOver: e.depth > 0 || path.Base(name) != name, depth: e.depth}
	if e.shown != "" {
		inner.shown = path.Base(name) + " in " + e.shown
	}
	return inner
}

// entry reads what is in r by its form.
func (w *walk) entry(e entry, r io.Reader) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, err := buffered.Peek(HeadSize)
	if err != nil && err != io.EOF {
		w.fail(unreadable(e.shown, err))
		return
	}
	switch form := Detect(head, e.size); form {
	case Binary:
		w.shard(e, buffered, cifar10.ReadBinaryWithin)
	case Pickle:
		w.shard(e, buffered, readPickle)
	case MAT:
		w.shard(e, buffered, func(r io.Reader, name string, size, room int64) (*cifar10.Shard, error) {
			return readMAT(r, name, size, room, w.decompress)
		})
	case Gzipped:
		w.gzip(e, buffered)
	case Tar:
		w.tar(e, buffered)
	case Zip:
		w.zip(e)
	case Parquet:
		w.parquet(e)
	case Metadata:
		w.fail(noImages(e.shown))
	default:
		w.refuse(e, form)
	}
}

// shard reads a shard to the end of its file, so that an archive's checksum is
// checked, and yields it.
func (w *walk) shard(e entry, r io.Reader, read func(r io.Reader, name string, size, room int64) (*cifar10.Shard, error)) {
	shard, err := read(r, e.shown, e.size, w.room)
	if err == nil {
		_, err = io.CopyN(io.Discard, r, 1)
		if err == io.EOF {
			err = nil
		} else if err != nil {
			err = unreadable(e.shown, err)
		}
	}
	if err != nil {
		w.fail(err)
		return
	}
	shard.Name = path.Base(e.name)
	w.emit(shard)
}

// emit yields a shard and takes its pixels from the room.
func (w *walk) emit(shard *cifar10.Shard) {
	w.room -= int64(len(shard.Pixels))
	w.yielded++
	w.stopped = !w.yield(shard, nil)
}

// fail yields an error, or keeps it if the file may be passed over.
func (w *walk) fail(err error) {
	again := w.cifar100 && errors.Is(err, errCIFAR100)
	w.cifar100 = w.cifar100 || errors.Is(err, errCIFAR100)
	if again || errors.Is(err, ErrNoImages) {
		w.passBy(err)
		return
	}
	w.yielded++
	w.failures++
	w.stopped = !w.yield(nil, err)
}

// refuse yields the mistake that a form is. Beside shards, what has nothing to
// do with data is passed over.
func (w *walk) refuse(e entry, form Form) {
	err := mistake(e.shown, form)
	switch form {
	case HTML, PlainText, PDF, PNG, JPEG, OtherPicture, NumPy, Unknown:
		if e.passOver {
			w.passBy(err)
			return
		}
	}
	w.fail(err)
}

// passBy keeps an error in case that nothing else is found.
func (w *walk) passBy(err error) {
	if w.passed == nil {
		w.passed = err
	}
}

// unreadable says that a file's bytes cannot be had.
func unreadable(name string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%s ends too early%s", name, incomplete)
	}
	return fmt.Errorf("%s could not be read: %w", name, err)
}
