package parquet

import (
	"encoding/binary"
	"fmt"
)

// plainValues are values one after the other.
type plainValues struct {
	kind int64
	data []byte
}

func (v *plainValues) next() (Value, error) {
	switch v.kind {
	case kindByteArray:
		n, err := v.take(4)
		if err != nil {
			return Value{}, err
		}
		b, err := v.take(uint64(binary.LittleEndian.Uint32(n)))
		return Value{Bytes: b}, err
	case kindInt64:
		b, err := v.take(8)
		if err != nil {
			return Value{}, err
		}
		return Value{Integer: int64(binary.LittleEndian.Uint64(b))}, nil
	default:
		b, err := v.take(4)
		if err != nil {
			return Value{}, err
		}
		return Value{Integer: int64(int32(binary.LittleEndian.Uint32(b)))}, nil
	}
}

// take returns the next n bytes.
func (v *plainValues) take(n uint64) ([]byte, error) {
	if n > uint64(len(v.data)) {
		return nil, ErrTruncated
	}
	b := v.data[:n]
	v.data = v.data[n:]
	return b, nil
}

// dictionaryValues are indices of the chunk's dictionary.
type dictionaryValues struct {
	dictionary []Value
	indices    hybrid
}

func (v *dictionaryValues) next() (Value, error) {
	i, err := v.indices.next()
	if err != nil {
		return Value{}, err
	}
	if i >= uint64(len(v.dictionary)) {
		return Value{}, fmt.Errorf("%w: value %d of a dictionary of %d", ErrDamaged, i, len(v.dictionary))
	}
	return v.dictionary[i], nil
}

// hybrid is a stream of small whole numbers of width bits: runs of the same
// number, and groups of eight packed from the lowest bit.
type hybrid struct {
	data  []byte
	width int

	run    uint64 // numbers left in this run or these groups
	value  uint64 // of a run
	packed bool
	bit    int // of the next packed number, in data
}

// next returns the next number.
func (h *hybrid) next() (uint64, error) {
	for h.run == 0 {
		if err := h.open(); err != nil {
			return 0, err
		}
	}
	h.run--
	if !h.packed {
		return h.value, nil
	}
	var value uint64
	for i := range h.width {
		at := h.bit + i
		if at/8 >= len(h.data) {
			return 0, ErrTruncated
		}
		value |= uint64(h.data[at/8]>>(at%8)&1) << i
	}
	h.bit += h.width
	if h.run == 0 {
		h.data = h.data[min((h.bit+7)/8, len(h.data)):]
	}
	return value, nil
}

// open reads the head of the next run or groups.
func (h *hybrid) open() error {
	head, n := binary.Uvarint(h.data)
	if n <= 0 {
		return ErrTruncated
	}
	h.data = h.data[n:]
	h.run, h.packed, h.bit, h.value = head>>1, head&1 == 1, 0, 0
	if h.packed {
		const most = 1 << 32
		h.run = min(h.run, most) * 8
		return nil
	}
	width := (h.width + 7) / 8
	if len(h.data) < width {
		return ErrTruncated
	}
	for i := range width {
		h.value |= uint64(h.data[i]) << (8 * i)
	}
	h.data = h.data[width:]
	return nil
}
