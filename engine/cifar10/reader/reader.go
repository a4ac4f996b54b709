package reader

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"path"
	"slices"
	"strconv"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// Reader reads shards from files of any form: the three published versions,
// archives of them, arrays, and folders or archives of pictures.
type Reader struct {
	// Room is how many bytes of pixels may be loaded in all; 0 is no limit but MaxImages per shard.
	// What does not fit is refused by NoRoom.
	Room int64
	// Decompress opens compressed streams; nil stands for Decompress.
	Decompress Decompressor
	// Ask lets the visitor choose among options and returns their indices, or nil if the visitor
	// declines. Without it, ambiguous files are refused.
	Ask func(Question) []int
	// Note tells the visitor what was done to the images, such as scaling them.
	Note func(phrase.Text)
	// Labels takes labels that come without images. Without it they are refused.
	Labels func(Labels)
}

// Shards reads the files and yields each shard as soon as it is complete, in the order of the
// files' names; inside a tar archive, in the archive's order; arrays with their labels come last. A
// file that cannot be read yields an error that names it in the visitor's words, and the files
// after it are still read. Files of other kinds in a folder or an archive with shards are skipped;
// so are lists of the classes' names unless there is nothing else. Besides the shards it holds no
// more than one shard's worth of memory, and the parts of compressed archives that cannot be read
// twice: those are taken from the room.
// archives cannot be read twice: that is taken from the room.
func (r *Reader) Shards(files ...File) iter.Seq2[*cifar10.Shard, error] {
	return func(yield func(*cifar10.Shard, error) bool) {
		w := &walk{source: r, yield: yield, room: r.Room, decompress: r.Decompress, noted: map[string]bool{}}
		if w.room == 0 {
			w.room = 1 << 62
		}
		if w.decompress == nil {
			w.decompress = Decompress
		}
		w.files(files, entry{})
		if !w.stopped {
			w.arrange()
		}
		if !w.stopped && w.yielded == 0 && w.passed != nil {
			yield(nil, w.passed)
		}
	}
}

// walk is one pass over files.
type walk struct {
	source     *Reader
	yield      func(*cifar10.Shard, error) bool
	room       int64
	decompress Decompressor

	stopped  bool  // the caller wants no more
	yielded  int   // shards and errors so far
	failures int   // errors so far
	passed   error // about the first file that was skipped
	noted    map[string]bool
	full     bool // reported once that there is no room for more of a stream's pictures

	arrays []*array          // found so far, without their images or labels
	labels map[string]string // the classes of pictures, by their names
	names  []string          // of the classes, from a text file

	cifar100   *relabelling100 // the visitor's choice
	refused100 error           // reported once, not for each of its files
}

// entry is one file on the way: a File, or one inside an archive.
type entry struct {
	name     string // with its folders
	shown    string // in messages
	archive  string // the outermost archive that it is in, if it is in one
	size     int64  // or -1 if unknown
	at       io.ReaderAt
	inflate  func(form Compression, from, size int64) (io.ReadCloser, error)
	open     func() (io.ReadCloser, error) // once more, or nil
	held     *[]*picture                   // pictures of a stream that cannot be read twice, or nil
	passOver bool                          // it need not be a shard
	depth    int                           // archives around it
}

// maxDepth bounds archives in archives.
const maxDepth = 3

// files reads files in order: first all but pictures, then pictures by folder.
func (w *walk) files(files []File, within entry) {
	var pictures []*picture
	var rest []File
	for _, file := range sorted(files) {
		switch {
		case file.hidden():
		case mayBePicture(file.Name):
			pictures = append(pictures, pictureOf(file, within))
		default:
			rest = append(rest, file)
		}
	}
	for _, file := range rest {
		if w.stopped {
			return
		}
		w.file(file, within)
	}
	if !w.stopped {
		w.pictures(pictures, within)
	}
}

// file opens one file and reads its contents.
func (w *walk) file(file File, within entry) {
	e := within.holding(file.Name, file.Size)
	e.at, e.open, e.held, e.inflate = file.At, file.Open, nil, file.Inflate
	r, err := file.Open()
	if err != nil {
		w.fail(cifar10.Unreadable(e.shown, err))
		return
	}
	defer r.Close()
	w.entry(e, r)
}

// holding is an entry inside e, or a File if e is not an archive.
func (e entry) holding(name string, size int64) entry {
	inner := entry{
		name:     name,
		shown:    phrase.Foreign(name),
		archive:  e.archive,
		size:     size,
		held:     e.held,
		passOver: e.depth > 0 || path.Base(name) != name,
		depth:    e.depth,
	}
	if e.shown != "" {
		inner.shown = phrase.Foreign(path.Base(name)) + " in " + e.shown
		if inner.archive == "" {
			inner.archive = e.name
		}
	}
	return inner
}

// inFile is the visitor's file that the entry is in, or is.
func (e entry) inFile() string {
	if e.archive != "" {
		return e.archive
	}
	return e.name
}

// entry reads what is in r by its form.
func (w *walk) entry(e entry, r io.Reader) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, err := buffered.Peek(HeadSize)
	if err != nil && err != io.EOF {
		w.fail(cifar10.Unreadable(e.shown, err))
		return
	}
	switch form := Detect(head, e.size); form {
	case Binary:
		w.shard(e, buffered, cifar10.ReadBinaryWithin)
	case DamagedBinary:
		w.trailing(e, buffered)
	case CIFAR100:
		w.binary100(e, buffered)
	case Pickle:
		w.pickle(e, buffered)
	case Torch:
		w.torchLegacy(e, buffered)
	case NumPy:
		w.npy(e, buffered)
	case MAT:
		w.mat(e, buffered)
	case Gzipped, Bzip2, XZ, Zstd:
		w.unpack(e, form, buffered)
	case Tar:
		w.tar(e, buffered)
	case Zip:
		w.zip(e)
	case SevenZip:
		w.sevenZip(e)
	case Parquet:
		w.parquet(e)
	case Metadata, PlainText:
		w.text(e, form, buffered)
	case PNG, JPEG:
		w.lonePicture(e, form, buffered)
	default:
		w.refuse(e, form)
	}
}

// shard reads a shard to the end of its file, so that an archive's checksum is
// checked, and yields it.
func (w *walk) shard(
	e entry,
	r io.Reader,
	read func(r io.Reader, name string, size, room int64) (*cifar10.Shard, error),
) {
	shard, err := read(r, e.shown, e.size, w.room)
	if err == nil {
		err = drained(e.shown, r)
	}
	if err != nil {
		w.fail(err)
		return
	}
	shard.Name = path.Base(e.name)
	w.emit(shard)
}

// drained reports damage at the end of a file.
func drained(name string, r io.Reader) error {
	if _, err := io.CopyN(io.Discard, r, 1); err != nil && err != io.EOF {
		return cifar10.Unreadable(name, err)
	}
	return nil
}

// emit yields a shard and takes its pixels from the room.
func (w *walk) emit(shard *cifar10.Shard) {
	shard.Name, shard.Title, shard.Set = phrase.Foreign(
		shard.Name,
	), phrase.Foreign(
		shard.Title,
	), phrase.Foreign(
		shard.Set,
	)
	shard.Names = foreignNames(shard.Names)
	w.room -= int64(len(shard.Pixels))
	w.yielded++
	w.stopped = !w.yield(shard, nil)
}

// foreignNames returns the classes' names as they may be shown; different names stay different.
func foreignNames(names []string) []string {
	shown := slices.Clone(names)
	for i, name := range names {
		shown[i] = phrase.Foreign(name)
		if name != "" && (shown[i] == "" || slices.Contains(shown[:i], shown[i])) {
			shown[i] = strconv.Itoa(i)
		}
	}
	return shown
}

// fail yields an error, or keeps it if the file may be skipped.
func (w *walk) fail(err error) {
	if again := w.refused100 != nil &&
		w.noted[cifar100Refused]; again && refusal.Is(err, cifar100Refused) ||
		errors.Is(err, ErrNoImages) {
		w.passBy(err)
		return
	}
	if refusal.Is(err, cifar100Refused) {
		w.noted[cifar100Refused] = true
	}
	w.yielded++
	w.failures++
	w.stopped = !w.yield(nil, err)
}

// refuse yields the refusal of a form. Beside shards, files that have nothing to do with data are
// skipped.
func (w *walk) refuse(e entry, form Form) {
	err := mistake(e.shown, form)
	switch form {
	case HTML, PlainText, PDF, PNG, JPEG, OtherPicture, Unknown:
		if e.passOver {
			w.passBy(err)
			return
		}
	}
	w.fail(err)
}

// passBy keeps an error for the case that nothing else is found.
func (w *walk) passBy(err error) {
	if w.passed == nil {
		w.passed = err
	}
}
