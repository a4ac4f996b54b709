package matfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
)

// Variable is one array of a MAT-file. Its items are a stream, column after
// column. Text, cells and structs have no items here.
type Variable struct {
	Name  string
	Shape []int

	order binary.ByteOrder
	kind  uint32 // of the items as they are stored, or 0
	items io.LimitedReader
}

// Bytes reports whether the items are stored as unsigned bytes.
func (v *Variable) Bytes() bool { return v.kind == typeUint8 }

// Fill reads the next len(p) bytes of the items as they are stored.
func (v *Variable) Fill(p []byte) error { return fill(&v.items, p) }

// Integers reads the items, up to most of them, as whole numbers.
func (v *Variable) Integers(most int) ([]int64, error) {
	width := widths[v.kind]
	if width == 0 || v.items.N > int64(most*width) {
		return nil, fmt.Errorf("%w: %s is not at most %d whole numbers", ErrDamaged, v.Name, most)
	}
	raw := make([]byte, v.items.N)
	if err := v.Fill(raw); err != nil {
		return nil, err
	}
	integers := make([]int64, 0, len(raw)/width)
	for item := range slices.Chunk(raw, width) {
		integers = append(integers, v.integer(item))
	}
	return integers, nil
}

// integer returns one item; a fraction is cut off.
func (v *Variable) integer(item []byte) int64 {
	switch v.kind {
	case typeInt8:
		return int64(int8(item[0]))
	case typeUint8:
		return int64(item[0])
	case typeInt16:
		return int64(int16(v.order.Uint16(item)))
	case typeUint16:
		return int64(v.order.Uint16(item))
	case typeInt32:
		return int64(int32(v.order.Uint32(item)))
	case typeUint32:
		return int64(v.order.Uint32(item))
	}
	return int64(math.Float64frombits(v.order.Uint64(item)))
}

// maxHead bounds what comes before an array's items: 32 dimensions, a name.
const maxHead = 128

// variable reads the head of an array: flags, dimensions, name, and the tag of
// its items. size is what the array says of its length.
func (f *Reader) variable(r io.Reader, size int64) (*Variable, error) {
	flags, err := f.head(r, typeUint32)
	if err != nil {
		return nil, err
	}
	if len(flags) != 8 {
		return nil, fmt.Errorf("%w: %d bytes of flags", ErrDamaged, len(flags))
	}
	dimensions, err := f.head(r, typeInt32)
	if err != nil {
		return nil, err
	}
	name, err := f.head(r, typeInt8)
	if err != nil {
		return nil, err
	}
	v := &Variable{Name: string(name), order: f.order}
	f.current = v
	for ; len(dimensions) >= 4; dimensions = dimensions[4:] {
		v.Shape = append(v.Shape, int(int32(f.order.Uint32(dimensions))))
	}
	class, isComplex := f.order.Uint32(flags)&0xff, f.order.Uint32(flags)&0x800 != 0
	const firstNumeric, lastNumeric = 6, 15
	if class < firstNumeric || class > lastNumeric || isComplex {
		return v, nil
	}
	return v, f.items(v, r, size)
}

// head reads a whole element of the kind, with its padding.
func (f *Reader) head(r io.Reader, kind uint32) ([]byte, error) {
	t, err := f.tag(r)
	if err != nil {
		return nil, broken(err)
	}
	if t.kind != kind || t.size > maxHead {
		return nil, fmt.Errorf("%w: %d bytes of type %d before an array's items", ErrDamaged, t.size, t.kind)
	}
	if t.small != nil {
		return t.small, nil
	}
	b := make([]byte, (t.size+7)&^7)
	return b[:t.size], fill(r, b)
}

// items finds the array's items in r, and checks that they are as many as the
// shape says and no more than the array's size.
func (f *Reader) items(v *Variable, r io.Reader, size int64) error {
	t, err := f.tag(r)
	if err != nil {
		return broken(err)
	}
	need := int64(widths[t.kind])
	for _, n := range v.Shape {
		if n < 0 || n > 0 && need > size/int64(n) {
			return fmt.Errorf("%w: %s has shape %v in %d bytes", ErrDamaged, v.Name, v.Shape, size)
		}
		need *= int64(n)
	}
	if widths[t.kind] == 0 || need != int64(t.size) {
		return fmt.Errorf("%w: %s has %d bytes of type %d for shape %v", ErrDamaged, v.Name, t.size, t.kind, v.Shape)
	}
	if t.small != nil {
		r = bytes.NewReader(t.small)
	}
	v.kind, v.items = t.kind, io.LimitedReader{R: r, N: need}
	return nil
}

// widths are the bytes of an item by its type.
var widths = map[uint32]int{
	typeInt8: 1, typeUint8: 1, typeInt16: 2, typeUint16: 2, typeInt32: 4, typeUint32: 4, typeDouble: 8,
}
