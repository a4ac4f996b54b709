package reader

import (
	"errors"
	"fmt"
	"io"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/matfile"
)

// ReadMAT reads a shard of the MATLAB version: a level 5 MAT-file, compressed
// or not, whose data has an image a row and column after column, and becomes
// an image after the other on the way in. sizeHint, if positive, is the file's
// length in bytes. For batches.meta.mat the error wraps ErrNoImages; any other
// error says what is wrong with the file in the visitor's words and wraps r's
// own error.
func ReadMAT(r io.Reader, name string, sizeHint int64) (*cifar10.Shard, error) {
	return readMAT(r, name, sizeHint, cifar10.Unlimited, Decompress)
}

// readMAT is ReadMAT with at most room bytes of pixels and the caller's inflater.
func readMAT(r io.Reader, name string, sizeHint, room int64, decompress Decompressor) (*cifar10.Shard, error) {
	if sizeHint <= 0 {
		sizeHint = -1
	}
	inflate := func(r io.Reader) (io.ReadCloser, error) { return decompress(Zlib, r) }
	file, err := matfile.NewReader(r, sizeHint, inflate)
	if err != nil {
		return nil, matError(name, err)
	}
	defer file.Close()
	m := &matShard{name: name, room: room}
	for {
		variable, err := file.Next()
		if err == io.EOF {
			return m.shard()
		}
		if err == nil {
			err = m.take(variable)
		}
		if err != nil {
			return nil, matError(name, err)
		}
	}
}

// matShard gathers a shard from the variables of a MAT-file, which come in any
// order.
type matShard struct {
	name      string
	room      int64
	pixels    []uint8
	labels    []int64
	hasLabels bool
	metadata  bool
}

// take reads a variable if a shard needs it.
func (m *matShard) take(v *matfile.Variable) (err error) {
	switch v.Name {
	case "data":
		if m.pixels != nil {
			return fmt.Errorf("%w: it holds \"data\" twice", matfile.ErrDamaged)
		}
		m.pixels, err = m.images(v)
	case "labels":
		m.labels, err = v.Integers(cifar10.MaxImages)
		m.hasLabels = true
	case "label_names":
		m.metadata = true
	case "fine_labels", "coarse_labels", "fine_label_names", "coarse_label_names":
		err = &visitorError{isCIFAR100(m.name)}
	}
	return err
}

// images reads the array of images, a cache's worth of columns at a time.
func (m *matShard) images(v *matfile.Variable) ([]uint8, error) {
	if len(v.Shape) != 2 || !v.Bytes() || v.Shape[0] == 0 || v.Shape[1] == 0 || v.Shape[1] != cifar10.Dim && v.Shape[0] != cifar10.Dim {
		return nil, &visitorError{fmt.Errorf("%s holds \"data\" of shape %v; bytes (uint8) of shape [n %d] are expected%s", m.name, v.Shape, cifar10.Dim, expected)}
	}
	n := v.Shape[0]
	imageAColumn := v.Shape[1] != cifar10.Dim
	if imageAColumn {
		n = v.Shape[1]
	}
	if err := cifar10.Fits(m.name, n, m.room); err != nil {
		return nil, &visitorError{err}
	}
	pixels := make([]uint8, n*cifar10.Dim)
	if imageAColumn {
		return pixels, v.Fill(pixels)
	}
	columns := make([]uint8, block*n)
	for from := 0; from < cifar10.Dim; from += block {
		if err := v.Fill(columns); err != nil {
			return nil, err
		}
		scatter(pixels, columns, n, from)
	}
	return pixels, nil
}

// shard puts together what the file held.
func (m *matShard) shard() (*cifar10.Shard, error) {
	switch {
	case m.pixels == nil && m.metadata:
		return nil, noImages(m.name)
	case m.pixels == nil || !m.hasLabels:
		return nil, fmt.Errorf("%s is a MAT-file without \"data\" and \"labels\"%s", m.name, expected)
	}
	labels, err := labelled(m.name, m.labels, len(m.pixels)/cifar10.Dim)
	if err != nil {
		return nil, err
	}
	return &cifar10.Shard{Name: m.name, Pixels: m.pixels, Labels: labels}, nil
}

// visitorError is an error that already names the file.
type visitorError struct{ error }

// matError says in the visitor's words why a MAT-file cannot be read.
func matError(name string, err error) error {
	var ready *visitorError
	switch {
	case errors.As(err, &ready):
		return ready.error
	case errors.Is(err, matfile.ErrTruncated):
		return fmt.Errorf("%s ends too early%s", name, incomplete)
	case errors.Is(err, matfile.ErrVersion):
		return matVersion(name)
	case errors.Is(err, matfile.ErrDamaged):
		return fmt.Errorf("%s is not a shard of CIFAR-10's MATLAB version: %w%s", name, err, incomplete)
	}
	return fmt.Errorf("%s could not be read: %w", name, err)
}

// matVersion names a MAT-file of another version.
func matVersion(name string) error {
	return fmt.Errorf("%s is a MAT-file of a version other than 5. Save it in MATLAB with save(…, '-v7')", name)
}
