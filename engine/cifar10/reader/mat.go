package reader

import (
	"errors"
	"fmt"
	"io"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/matfile"
	"onelayer/engine/refusal"
)

// ReadMAT reads a shard of the MATLAB version: a level 5 MAT-file, compressed or
// not, whose data has one image per row and is stored column by column; it is
// transposed while it is read. sizeHint, if positive, is the file's length in
// bytes. For batches.meta.mat the error wraps ErrNoImages; any other error says
// what is wrong with the file in the visitor's words and wraps r's own error.
func ReadMAT(r io.Reader, name string, sizeHint int64) (*cifar10.Shard, error) {
	return readMAT(r, name, sizeHint, cifar10.Unlimited, Decompress)
}

// readMAT is ReadMAT with at most room bytes of pixels and the caller's inflater.
func readMAT(r io.Reader, name string, sizeHint, room int64, decompress Decompressor) (*cifar10.Shard, error) {
	m, err := gatherMAT(r, name, sizeHint, room, decompress)
	if err != nil {
		return nil, err
	}
	return m.shard()
}

// gatherMAT reads what a MAT-file holds of a shard.
func gatherMAT(r io.Reader, name string, sizeHint, room int64, decompress Decompressor) (*matShard, error) {
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
			return m, nil
		}
		if err == nil {
			err = m.take(variable)
		}
		if err != nil {
			return nil, matError(name, err)
		}
	}
}

// mat reads a shard of the MATLAB version, or of CIFAR-100's.
func (w *walk) mat(e entry, r io.Reader) {
	m, err := gatherMAT(r, e.shown, e.size, w.room, w.decompress)
	if err == nil {
		err = drained(e.shown, r)
	}
	if err != nil {
		w.fail(err)
		return
	}
	var shard *cifar10.Shard
	if m.pixels != nil && m.fine != nil {
		shard, err = m.shardOf100(w)
	} else {
		shard, err = m.shard()
	}
	w.emitOr(e, shard, err)
}

// shardOf100 makes a shard of CIFAR-100, as the visitor has chosen.
func (m *matShard) shardOf100(w *walk) (*cifar10.Shard, error) {
	fine, err := narrow(m.name, m.fine, len(fineNames))
	if err != nil {
		return nil, err
	}
	var coarse []uint8
	if m.coarse != nil {
		if coarse, err = narrow(m.name, m.coarse, len(coarseNames)); err != nil {
			return nil, err
		}
	}
	return w.shard100(&cifar10.Shard{Name: m.name, Pixels: m.pixels}, coarse, fine)
}

// matShard gathers a shard from the variables of a MAT-file, which come in any
// order.
type matShard struct {
	name      string
	room      int64
	pixels    []uint8
	labels    []int64
	coarse    []int64 // CIFAR-100's
	fine      []int64
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
	case "fine_labels":
		m.fine, err = v.Integers(cifar10.MaxImages)
	case "coarse_labels":
		m.coarse, err = v.Integers(cifar10.MaxImages)
	case "fine_label_names", "coarse_label_names":
		m.metadata = true
	}
	return err
}

// images reads the array of images, a cache's worth of columns at a time.
func (m *matShard) images(v *matfile.Variable) ([]uint8, error) {
	if len(v.Shape) != 2 || !v.Bytes() || v.Shape[0] == 0 || v.Shape[1] == 0 ||
		v.Shape[1] != cifar10.Dim && v.Shape[0] != cifar10.Dim {
		return nil, &visitorError{
			refusal.New(
				"mat-data-shape",
				"{file} holds “data” of shape {shape}; bytes (uint8) of shape n×{dim} are expected",
				refusal.Values{"file": m.name, "shape": shapeText(v.Shape), "dim": cifar10.Dim},
			),
		}
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
	case m.fine != nil || m.coarse != nil:
		return nil, isCIFAR100(m.name)
	case m.pixels == nil && m.metadata:
		return nil, noImages(m.name)
	case m.pixels == nil || !m.hasLabels:
		return nil, refusal.New(
			"mat-without-data",
			"{file} is a MAT-file without “data” and “labels”: CIFAR-10’s MATLAB version is expected",
			refusal.Values{"file": m.name},
		)
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
		return cifar10.Unreadable(name, io.ErrUnexpectedEOF)
	case errors.Is(err, matfile.ErrVersion):
		return matVersion(name)
	case errors.Is(err, matfile.ErrDamaged):
		return refusal.New("mat-damaged", "{file} is not a shard of CIFAR-10’s MATLAB version: {reason}. {advice}",
			refusal.Values{"file": name, "reason": err, "advice": cifar10.GetAgain})
	}
	return cifar10.Unreadable(name, err)
}

// matVersion names a MAT-file of another version.
func matVersion(name string) error {
	return refusal.New(
		"mat-version",
		"{file} is a MAT-file of a version other than 5. Save it in MATLAB with save(…, '-v7')",
		refusal.Values{"file": name},
	)
}
