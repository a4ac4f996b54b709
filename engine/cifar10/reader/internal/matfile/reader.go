package matfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What can be wrong with a MAT-file.
var (
	ErrTruncated = errors.New("the MAT-file ends too early")
	ErrDamaged   = errors.New("the MAT-file is damaged")
	ErrVersion   = errors.New("the MAT-file is not of level 5")
)

// Inflate opens a zlib stream.
type Inflate func(io.Reader) (io.ReadCloser, error)

// Types of elements.
const (
	typeInt8       = 1
	typeUint8      = 2
	typeInt16      = 3
	typeUint16     = 4
	typeInt32      = 5
	typeUint32     = 6
	typeDouble     = 9
	typeMatrix     = 14
	typeCompressed = 15
)

// headerSize is the length of the text, the version and the byte order.
const headerSize = 128

// tagSize is the length of an element's head.
const tagSize = 8

// Reader reads the variables of a MAT-file in order.
type Reader struct {
	r       io.Reader
	order   binary.ByteOrder
	inflate Inflate
	left    int64 // bytes of the file that are left, or less than 0 if unknown

	element *io.LimitedReader // the variable's bytes in the file
	opened  io.ReadCloser     // its zlib stream, if it is compressed
	current *Variable
}

// NewReader reads the header of the MAT-file in r. size is its length in bytes,
// or -1 if unknown.
func NewReader(r io.Reader, size int64, inflate Inflate) (*Reader, error) {
	var header [headerSize]byte
	if err := fill(r, header[:]); err != nil {
		return nil, err
	}
	file := &Reader{r: r, inflate: inflate, left: size - headerSize}
	switch string(header[126:]) {
	case "IM":
		file.order = binary.LittleEndian
	case "MI":
		file.order = binary.BigEndian
	default:
		return nil, fmt.Errorf("%w: no byte order in its header", ErrDamaged)
	}
	if file.order.Uint16(header[124:]) != 0x0100 {
		return nil, ErrVersion
	}
	return file, nil
}

// Next skips what is left of the variable before and returns the next, or
// io.EOF after the last.
func (f *Reader) Next() (*Variable, error) {
	if err := f.skip(); err != nil {
		return nil, err
	}
	tag, err := f.tag(f.r)
	if err != nil {
		return nil, err
	}
	if tag.small != nil {
		return nil, fmt.Errorf("%w: a variable of %d bytes", ErrDamaged, tag.size)
	}
	if f.left >= 0 {
		if f.left -= tagSize + int64(tag.size); f.left < 0 {
			return nil, ErrTruncated
		}
	}
	f.element = &io.LimitedReader{R: f.r, N: int64(tag.size)}
	switch tag.kind {
	case typeMatrix:
		return f.variable(f.element, int64(tag.size))
	case typeCompressed:
		return f.compressed(int64(tag.size))
	}
	return nil, fmt.Errorf("%w: a variable of type %d", ErrDamaged, tag.kind)
}

// Close ends the reading of a variable that is compressed.
func (f *Reader) Close() error {
	if f.opened == nil {
		return nil
	}
	err := f.opened.Close()
	f.opened = nil
	return err
}

// skip goes to the end of the variable. It inflates no more than a variable
// that was read whole needs for its checksum.
func (f *Reader) skip() error {
	if f.current == nil {
		return nil
	}
	if f.opened != nil && f.current.kind != 0 && f.current.items.N == 0 {
		const padding = 7
		n, err := io.Copy(io.Discard, io.LimitReader(f.opened, padding+1))
		if err == nil && n > padding {
			err = fmt.Errorf("%w: bytes after %s", ErrDamaged, f.current.Name)
		}
		if err != nil {
			return broken(err)
		}
	}
	f.Close() // errors of a stream left halfway don't matter
	_, err := io.Copy(io.Discard, f.element)
	if err == nil && f.element.N > 0 {
		err = ErrTruncated
	}
	return err
}

// compressed opens a zlib stream that holds one variable.
func (f *Reader) compressed(size int64) (*Variable, error) {
	inflated, err := f.inflate(f.element)
	if err != nil {
		return nil, inflating(err)
	}
	f.opened = zlibReader{inflated}
	tag, err := f.tag(f.opened)
	if err != nil {
		return nil, broken(err)
	}
	const best = 1032 // no deflate stream grows by more
	if tag.kind != typeMatrix || tag.small != nil || int64(tag.size) > best*size {
		return nil, fmt.Errorf("%w: %d bytes of type %d in %d compressed ones", ErrDamaged, tag.size, tag.kind, size)
	}
	return f.variable(f.opened, int64(tag.size))
}

// zlibReader reports a stream that cannot be inflated as damaged.
type zlibReader struct{ io.ReadCloser }

func (z zlibReader) Read(p []byte) (int, error) {
	n, err := z.ReadCloser.Read(p)
	return n, inflating(err)
}

// inflating turns an inflater's error into one of this package's.
func inflating(err error) error {
	switch err {
	case nil, io.EOF:
		return err
	case io.ErrUnexpectedEOF:
		return ErrTruncated
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// tag is the head of an element. A small element is its own tag's second half.
type tag struct {
	kind, size uint32
	small      []byte
}

// tag reads the head of an element, or io.EOF if there is none.
func (f *Reader) tag(r io.Reader) (tag, error) {
	var head [tagSize]byte
	n, err := io.ReadFull(r, head[:])
	if err == io.EOF && n == 0 {
		return tag{}, io.EOF
	}
	if err != nil {
		return tag{}, broken(err)
	}
	kind, size := f.order.Uint32(head[:]), f.order.Uint32(head[4:])
	if kind>>16 == 0 {
		return tag{kind: kind, size: size}, nil
	}
	if kind>>16 > 4 {
		return tag{}, fmt.Errorf("%w: a small element of %d bytes", ErrDamaged, kind>>16)
	}
	return tag{kind: kind & 0xffff, size: kind >> 16, small: head[4 : 4+kind>>16]}, nil
}

// fill reads exactly len(p) bytes.
func fill(r io.Reader, p []byte) error {
	_, err := io.ReadFull(r, p)
	return broken(err)
}

// broken distinguishes an early end from other errors.
func broken(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return ErrTruncated
	}
	return err
}
