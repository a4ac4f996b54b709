package reader

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

var errNPY = errors.New("its header is damaged")

// npyHeader is what a .npy file says of its array.
type npyHeader struct {
	kind    string
	fortran bool
	shape   []int
}

// readNPYHeader reads to the first item. It is our own, since npyio allocates what a
// length field claims, panics on a header it doesn't know, doesn't read version 3, and
// brings all of gonum's matrices along.
func readNPYHeader(r io.Reader) (h npyHeader, err error) {
	const longest = 64 << 10
	var start [8]byte
	if _, err := io.ReadFull(r, start[:]); err != nil {
		return h, tooEarly(err)
	}
	width := 2
	if start[6] > 1 { // the major version
		width = 4
	}
	var length [4]byte
	if _, err := io.ReadFull(r, length[:width]); err != nil {
		return h, tooEarly(err)
	}
	n := binary.LittleEndian.Uint32(length[:])
	if n > longest {
		return h, errNPY
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(r, text); err != nil {
		return h, tooEarly(err)
	}
	return parseNPYHeader(string(text))
}

// parseNPYHeader reads the dict that a header is.
func parseNPYHeader(text string) (h npyHeader, err error) {
	kind, ok1 := between(text, "'descr': '", "'")
	shape, ok2 := between(text, "'shape': (", ")")
	h.fortran = strings.Contains(text, "'fortran_order': True")
	if !ok1 || !ok2 || !h.fortran && !strings.Contains(text, "'fortran_order': False") {
		return h, errNPY
	}
	h.kind = kind
	const most, mostLengths = 1 << 40, 8
	items := 1
	for field := range strings.SplitSeq(shape, ",") {
		field = strings.TrimSpace(field)
		if field == "" {
			continue
		}
		length, err := strconv.Atoi(field)
		if err != nil || length < 0 || length > most || len(h.shape) == mostLengths {
			return h, errNPY
		}
		if items *= max(length, 1); items > most {
			return h, errNPY
		}
		h.shape = append(h.shape, length)
	}
	return h, nil
}

// between returns what stands after one text and before another.
func between(text, before, after string) (string, bool) {
	_, rest, ok1 := strings.Cut(text, before)
	value, _, ok2 := strings.Cut(rest, after)
	return value, ok1 && ok2
}

// npy records the array in a .npy file. If the file cannot be opened a second
// time, the array is kept in memory.
func (w *walk) npy(e entry, r io.Reader) {
	h, err := readNPYHeader(r)
	if err != nil {
		w.fail(cifar10.Unreadable(e.shown, err))
		return
	}
	a := &array{
		name:    stem(e.name),
		file:    path.Base(e.inFile()),
		path:    e.inFile(),
		shown:   e.shown,
		fortran: h.fortran,
		shape:   h.shape,
	}
	if h.kind == "|O" {
		w.pickle(e, r)
		return
	}
	var ok bool
	if a.numbers, ok = numbersOf(h.kind); !ok {
		w.passBy(refusal.New("array-of-other-type", "{file} holds an array of type {type}; numbers are expected",
			refusal.Values{"file": e.shown, "type": h.kind}))
		return
	}
	if _, ok := a.layoutOf(); !ok {
		if _, ok := a.isLabels(); !ok {
			w.passBy(isShape(a))
			return
		}
	}
	if err := w.reopening(a, e, r); err != nil {
		w.fail(err)
		return
	}
	w.arrays = append(w.arrays, a)
}

// reopening sets how an array's items are read later.
func (w *walk) reopening(a *array, e entry, r io.Reader) error {
	if e.open != nil {
		a.open = func() (io.ReadCloser, error) {
			again, err := e.open()
			if err != nil {
				return nil, err
			}
			if _, err := readNPYHeader(again); err != nil {
				again.Close()
				return nil, err
			}
			return again, nil
		}
		return nil
	}
	size := int64(a.items()) * int64(a.numbers.size)
	items, err := w.hold(e, r, size)
	if err != nil {
		return err
	}
	a.held = size
	a.open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(items)), nil }
	return nil
}

// hold reads size bytes into memory and takes them from the room. Memory grows as the
// bytes arrive, so that a wrong size takes none.
func (w *walk) hold(e entry, r io.Reader, size int64) ([]byte, error) {
	if size > min(w.room, cifar10.Unlimited) {
		return nil, cifar10.NoRoom(e.shown, int(min(size/cifar10.Dim, cifar10.MaxImages)), w.room)
	}
	var b bytes.Buffer
	if n, err := io.CopyN(&b, r, size); err != nil || n < size {
		return nil, cifar10.Unreadable(e.shown, tooEarly(err))
	}
	w.room -= size
	return b.Bytes(), nil
}

// arrayOf makes an array of a pickle's array.
func arrayOf(e entry, name string, p *pickle.Array) (*array, bool) {
	kind := p.Type
	if p.BigEndian() {
		kind = ">" + kind
	}
	n, ok := numbersOf(kind)
	if !ok {
		return nil, false
	}
	shown := e.shown
	if name != "" {
		shown = phrase.Foreign(name) + " in " + e.shown
	}
	return &array{
		name:    name,
		file:    path.Base(e.inFile()),
		path:    e.inFile(),
		shown:   shown,
		numbers: n,
		fortran: p.Fortran,
		shape:   p.Shape,
		open:    func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(p.Data)), nil },
	}, true
}
