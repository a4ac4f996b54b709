package reader

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
	"onelayer/engine/refusal"
)

// ReadPickle reads a shard of the Python version, as published (protocol 2,
// from Python 2) or saved again with protocols 0 to 5. sizeHint, if positive,
// is the file's length in bytes. The array is read straight into the shard's
// pixels. For batches.meta the error wraps ErrNoImages; any other error says
// what is wrong with the file in the visitor's words and wraps r's own error.
func ReadPickle(r io.Reader, name string, sizeHint int64) (*cifar10.Shard, error) {
	value, err := decodePickle(r, name, sizeHint, cifar10.Unlimited)
	if err != nil {
		return nil, err
	}
	if dict, ok := value.(pickle.Dict); ok {
		return shardOfDict(dict, name)
	}
	return nil, noShard(name)
}

// besidePixels is the memory for labels and file names in a pickle.
const besidePixels = 16 << 20

// decodePickle runs a pickle with at most room bytes of pixels.
func decodePickle(r io.Reader, name string, sizeHint, room int64) (any, error) {
	if sizeHint <= 0 {
		sizeHint = -1
	}
	room = min(room, cifar10.Unlimited)
	if sizeHint > 3*room+besidePixels { // protocol 0 writes a byte as up to six characters
		return nil, cifar10.NoRoom(name, int(min(sizeHint/cifar10.Dim, cifar10.MaxImages)), room)
	}
	value, err := pickle.Decode(r, sizeHint, room+besidePixels, holdsImages)
	if err != nil {
		return nil, pickleError(name, err, room)
	}
	return value, nil
}

// holdsImages reports whether an array can be one of images, or of one-hot labels.
func holdsImages(shape []int, itemType string) bool {
	items, ok := numbersOf(itemType)
	if !ok {
		return false
	}
	oneHot := len(shape) == 2 && shape[0] <= cifar10.MaxImages && shape[1] <= cifar10.MaxClasses
	_, images := (&array{numbers: items, shape: shape}).layoutOf()
	return oneHot || images
}

// pickle reads what a pickle holds: a shard, CIFAR-100's, or arrays.
func (w *walk) pickle(e entry, r io.Reader) {
	value, err := decodePickle(r, e.shown, e.size, w.room)
	if err == nil {
		err = drained(e.shown, r)
	}
	if err != nil {
		w.fail(err)
		return
	}
	dict, _ := value.(pickle.Dict)
	switch {
	case dict["fine_labels"] != nil && dict["data"] != nil:
		shard, err := w.shardOf100(dict, e.shown)
		w.emitOr(e, shard, err)
		return
	case dict["data"] != nil && dict["labels"] != nil && plainImages(dict["data"]):
		shard, err := shardOfDict(dict, e.shown)
		w.emitOr(e, shard, err)
		return
	case dict["data"] == nil && dict["label_names"] != nil, dict["fine_label_names"] != nil:
		w.fail(noImages(e.shown))
		return
	}
	w.pickledArrays(e, value)
}

// emitOr yields a shard under its file's name, or the error.
func (w *walk) emitOr(e entry, shard *cifar10.Shard, err error) {
	if err == nil {
		err = cifar10.Fits(e.shown, shard.Len(), w.room)
	}
	if err != nil {
		w.fail(err)
		return
	}
	shard.Name = baseName(e)
	w.emit(shard)
}

// plainImages reports whether images are bytes already, so that arranging them is
// all there is to do.
func plainImages(data any) bool {
	array, ok := data.(*pickle.Array)
	return ok && array.Type == "u1"
}

// shardOfDict makes a shard of what a Python shard holds.
func shardOfDict(dict pickle.Dict, name string) (*cifar10.Shard, error) {
	if dict["fine_labels"] != nil || dict["coarse_labels"] != nil {
		return nil, isCIFAR100(name)
	}
	if dict["data"] == nil && dict["label_names"] != nil {
		return nil, noImages(name)
	}
	array, ok := dict["data"].(*pickle.Array)
	if !ok {
		return nil, noShard(name)
	}
	labels, ok := pickle.Integers(dict["labels"], cifar10.MaxImages)
	if !ok {
		return nil, refusal.New(
			"no-labels-list",
			"{file} has no list of whole numbers “labels”",
			refusal.Values{"file": name},
		)
	}
	pixels, err := arrange(array, name)
	if err != nil {
		return nil, err
	}
	shard := &cifar10.Shard{Name: name, Pixels: pixels}
	if shard.Labels, err = labelled(name, labels, len(pixels)/cifar10.Dim); err != nil {
		return nil, err
	}
	shard.Title, _ = pickle.String(dict["batch_label"])
	return shard, shard.Validate()
}

// shardOf100 makes a shard of what a Python file of CIFAR-100 holds.
func (w *walk) shardOf100(dict pickle.Dict, name string) (*cifar10.Shard, error) {
	array, ok := dict["data"].(*pickle.Array)
	if !ok {
		return nil, noShard(name)
	}
	pixels, err := arrange(array, name)
	if err != nil {
		return nil, err
	}
	var coarse []uint8
	if dict["coarse_labels"] != nil {
		if coarse, err = labelBytes(dict["coarse_labels"], name); err != nil {
			return nil, err
		}
	}
	fine, err := labelBytes(dict["fine_labels"], name)
	if err != nil {
		return nil, err
	}
	return w.shard100(&cifar10.Shard{Name: name, Pixels: pixels}, coarse, fine)
}

// labelBytes returns a list of labels below 256.
func labelBytes(value any, name string) ([]uint8, error) {
	integers, ok := pickle.Integers(value, cifar10.MaxImages)
	if !ok {
		return nil, refusal.New(
			"no-labels-list",
			"{file} has no list of whole numbers “labels”",
			refusal.Values{"file": name},
		)
	}
	return narrow(name, integers, len(fineNames))
}

// arrange returns the bytes of an array of images, one image per row, in the
// order of its colours. It copies them only where they must be transposed.
func arrange(p *pickle.Array, name string) ([]uint8, error) {
	items, _ := numbersOf(p.Type)
	a := &array{shown: name, numbers: items, fortran: p.Fortran, shape: p.Shape}
	l, ok := a.layoutOf()
	switch {
	case !ok || p.Type != "u1" || l.images == 0:
		return nil, isShape(a)
	case l.columns && l.flat:
		return scatterAll(p.Data, l.images), nil
	case l.columns:
		r := &arrayReader{a: a, layout: l, r: io.NopCloser(bytes.NewReader(p.Data)), scale: 1}
		return r.readColumns(make([]uint8, 0, len(p.Data)))
	case slices.Equal(l.to, interleaved):
		separate(p.Data)
	case !slices.Equal(l.to, inOrder):
		r := &arrayReader{
			a:      a,
			layout: l,
			r:      io.NopCloser(bytes.NewReader(p.Data)),
			scale:  1,
			items:  make([]byte, cifar10.Dim),
		}
		return r.read(make([]uint8, 0, len(p.Data)), l.images)
	}
	return p.Data, nil
}

// noShard refuses a pickle that holds neither a shard nor arrays.
func noShard(name string) error {
	return refusal.New(
		"pickle-without-images",
		"{file} is a Python pickle without images and labels: a dict with “data” and “labels”, or a pair of arrays, is expected",
		refusal.Values{"file": name},
	)
}

// pickleError says in the visitor's words why a pickle cannot be read.
func pickleError(name string, err error, room int64) error {
	var asked *pickle.NameError
	var unwanted *pickle.ArrayError
	switch {
	case errors.As(err, &unwanted):
		items, _ := numbersOf(unwanted.Type)
		return isShape(&array{shown: name, numbers: items, shape: unwanted.Shape})
	case errors.As(err, &asked):
		return nameError(name, asked)
	case errors.Is(err, pickle.ErrNoArray):
		return noShard(name)
	case errors.Is(err, pickle.ErrTruncated):
		return cifar10.Unreadable(name, io.ErrUnexpectedEOF)
	case errors.Is(err, pickle.ErrTooLarge):
		return refusal.New(
			"pickle-too-large",
			"{file} is a Python pickle that needs more than the {room} of memory that are left for images. A shard of CIFAR-10 needs 30.7 MB",
			refusal.Values{"file": name, "room": cifar10.Megabytes(room)},
		)
	case errors.Is(err, pickle.ErrDamaged):
		return refusal.New("pickle-damaged", "{file} is not a shard of CIFAR-10’s Python version: {reason}",
			refusal.Values{"file": name, "reason": err})
	}
	return cifar10.Unreadable(name, err)
}
