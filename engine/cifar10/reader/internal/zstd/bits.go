package zstd

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// errDamaged is a stream that makes no sense.
var errDamaged = errors.New("the Zstandard stream is damaged")

// backward reads bits from the last to the first, the order of compressed data. Before
// the first there are zeros; left is negative then.
type backward struct {
	data []byte
	left int // bits
}

// newBackward finds the last bit: after it comes a one.
func newBackward(data []byte) (*backward, error) {
	if len(data) == 0 || data[len(data)-1] == 0 {
		return nil, errDamaged
	}
	return &backward{data, 8*(len(data)-1) + bits.Len8(data[len(data)-1]) - 1}, nil
}

// peek returns the next n ≤ 56 bits.
func (b *backward) peek(n int) uint64 {
	at, shift := b.left-n, 0
	if at < 0 {
		at, shift = 0, n-b.left
		if n = b.left; n <= 0 {
			return 0
		}
	}
	first := at >> 3
	var word uint64
	if first+8 <= len(b.data) {
		word = binary.LittleEndian.Uint64(b.data[first:])
	} else {
		var padded [8]byte
		copy(padded[:], b.data[first:])
		word = binary.LittleEndian.Uint64(padded[:])
	}
	return word >> (at & 7) & (1<<n - 1) << shift
}

// read takes the next n ≤ 56 bits.
func (b *backward) read(n int) int {
	value := b.peek(n)
	b.left -= n
	return int(value)
}

// forward reads bits from the first to the last, the order of tables.
type forward struct {
	data []byte
	at   int // bits
}

// read takes the next n ≤ 16 bits, with zeros after the last.
func (f *forward) read(n int) int {
	value := 0
	for i := range n {
		if at := f.at + i; at>>3 < len(f.data) {
			value |= int(f.data[at>>3]>>(at&7)&1) << i
		}
	}
	f.at += n
	return value
}
