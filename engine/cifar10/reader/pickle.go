package reader

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
)

// ReadPickle reads a shard of the Python version, as published (protocol 2,
// from Python 2) or saved again with protocols 2 to 5. sizeHint, if positive,
// is the file's length in bytes. The array is read straight into the shard's
// pixels. For batches.meta the error wraps ErrNoImages; any other error says
// what is wrong with the file in the visitor's words and wraps r's own error.
func ReadPickle(r io.Reader, name string, sizeHint int64) (*cifar10.Shard, error) {
	return readPickle(r, name, sizeHint, cifar10.Unlimited)
}

// readPickle is ReadPickle with at most room bytes of pixels.
func readPickle(r io.Reader, name string, sizeHint, room int64) (*cifar10.Shard, error) {
	if sizeHint <= 0 {
		sizeHint = -1
	}
	room = min(room, cifar10.Unlimited)
	const besidePixels = 16 << 20 // labels and file names
	if sizeHint > room+besidePixels {
		return nil, &cifar10.RoomError{Name: name, Images: int(sizeHint / cifar10.Dim), Room: room}
	}
	value, err := pickle.Decode(r, sizeHint, room+besidePixels)
	if err != nil {
		return nil, pickleError(name, err, room)
	}
	dict, ok := value.(pickle.Dict)
	if !ok {
		return nil, fmt.Errorf("%s is a Python pickle, but not a dict with \"data\" and \"labels\"%s", name, expected)
	}
	return shardOfDict(dict, name, room)
}

// shardOfDict makes a shard of what a Python shard holds.
func shardOfDict(dict pickle.Dict, name string, room int64) (*cifar10.Shard, error) {
	if dict["fine_labels"] != nil || dict["coarse_labels"] != nil || dict["fine_label_names"] != nil {
		return nil, isCIFAR100(name)
	}
	if dict["data"] == nil && dict["label_names"] != nil {
		return nil, noImages(name)
	}
	array, ok := dict["data"].(*pickle.Array)
	if !ok {
		return nil, fmt.Errorf("%s is a Python pickle, but it has no array \"data\"%s", name, expected)
	}
	labels, ok := pickle.Integers(dict["labels"], cifar10.MaxImages)
	if !ok {
		return nil, fmt.Errorf("%s has no list of whole numbers \"labels\"%s", name, expected)
	}
	pixels, err := arrange(array, name, room)
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

// arrange returns the bytes of an array of images, an image a row, in the
// order of its colours. It copies them only where they must be transposed.
func arrange(array *pickle.Array, name string, room int64) ([]uint8, error) {
	n := len(array.Data) / cifar10.Dim
	if err := cifar10.Fits(name, n, room); err != nil {
		return nil, err
	}
	shaped := func(shape ...int) bool { return array.Type == "u1" && n > 0 && slices.Equal(array.Shape, shape) }
	switch {
	case shaped(n, cifar10.Dim) && !array.Fortran,
		shaped(cifar10.Dim, n) && array.Fortran,
		shaped(n, cifar10.Channels, cifar10.Height, cifar10.Width) && !array.Fortran:
		return array.Data, nil
	case shaped(n, cifar10.Dim), shaped(cifar10.Dim, n):
		return scatterAll(array.Data, n), nil
	case shaped(n, cifar10.Height, cifar10.Width, cifar10.Channels) && !array.Fortran:
		separate(array.Data)
		return array.Data, nil
	}
	return nil, fmt.Errorf("%s holds an array of type %s and shape %v; bytes (u1) of shape [n %d] are expected%s", name, array.Type, array.Shape, cifar10.Dim, expected)
}

// pickleError says in the visitor's words why a pickle cannot be read.
func pickleError(name string, err error, room int64) error {
	var asked *pickle.NameError
	switch {
	case errors.As(err, &asked):
		return fmt.Errorf("%s is a Python pickle that asks for %q, which no shard needs. It was not run%s", name, asked.Name, expected)
	case errors.Is(err, pickle.ErrTruncated):
		return fmt.Errorf("%s ends too early%s", name, incomplete)
	case errors.Is(err, pickle.ErrTooLarge):
		return fmt.Errorf("%s is a Python pickle that needs more than the %s of memory that are left for images. A shard of CIFAR-10 needs 30.7 MB", name, cifar10.Megabytes(room))
	case errors.Is(err, pickle.ErrOld):
		return fmt.Errorf("%s is a Python pickle of an old protocol. Save it again with pickle.dump(…, protocol=2) or later", name)
	case errors.Is(err, pickle.ErrDamaged):
		return fmt.Errorf("%s is not a shard of CIFAR-10's Python version: %w%s", name, err, expected)
	}
	return fmt.Errorf("%s could not be read: %w", name, err)
}
