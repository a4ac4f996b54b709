package zstd

import (
	"encoding/binary"
	"math/bits"
)

// huffman is a prefix code: for each value of the next bits, the symbol that they
// begin with.
type huffman struct {
	bits    int
	entries []huffmanEntry
}

type huffmanEntry struct{ symbol, bits uint8 }

const (
	mostHuffmanBits = 11
	mostWeights     = 255
	mostWeightLog   = 6
)

// readHuffman reads a code and returns how many bytes it took.
func readHuffman(data []byte) (*huffman, int, error) {
	if len(data) == 0 {
		return nil, 0, errDamaged
	}
	const direct = 128 // from here on, weights of half a byte each
	size, weights := int(data[0]), []uint8(nil)
	data = data[1:]
	if size >= direct {
		n := size - direct + 1
		if size = (n + 1) / 2; size > len(data) {
			return nil, 0, errDamaged
		}
		for i := range n {
			weights = append(weights, data[i/2]>>(4*(1-i%2))&0xf)
		}
	} else {
		if size > len(data) {
			return nil, 0, errDamaged
		}
		var err error
		if weights, err = readWeights(data[:size]); err != nil {
			return nil, 0, err
		}
	}
	code, err := newHuffman(weights)
	return code, 1 + size, err
}

// readWeights reads weights coded with two states that take turns.
func readWeights(data []byte) ([]uint8, error) {
	const symbols = 256
	table, used, err := readFSE(data, mostWeightLog, symbols)
	if err != nil {
		return nil, err
	}
	in, err := newBackward(data[used:])
	if err != nil {
		return nil, err
	}
	var states [2]cursor
	states[0].begin(table, in)
	states[1].begin(table, in)
	var weights []uint8
	for turn := 0; len(weights) < mostWeights; turn = 1 - turn {
		weights = append(weights, uint8(states[turn].symbol()))
		if states[turn].next(in); in.left < 0 {
			return append(weights, uint8(states[1-turn].symbol())), nil
		}
	}
	return nil, errDamaged
}

// newHuffman makes the code of weights. The weight of the last symbol is the
// remainder.
func newHuffman(weights []uint8) (*huffman, error) {
	sum := 0
	for _, w := range weights {
		if w > mostHuffmanBits {
			return nil, errDamaged
		}
		sum += 1 << w >> 1
	}
	n := bits.Len(uint(sum))
	left := 1<<n - sum
	if sum == 0 || n > mostHuffmanBits || left&(left-1) != 0 || len(weights) > mostWeights {
		return nil, errDamaged
	}
	weights = append(weights, uint8(bits.Len(uint(left))))
	code := &huffman{bits: n}
	for w := 1; w <= n; w++ { // the longest codes come first
		for symbol, weight := range weights {
			if int(weight) != w {
				continue
			}
			for range 1 << (w - 1) {
				code.entries = append(code.entries, huffmanEntry{uint8(symbol), uint8(n + 1 - w)})
			}
		}
	}
	if len(code.entries) != 1<<n {
		return nil, errDamaged
	}
	return code, nil
}

// decode fills out with the symbols of a stream that has exactly as many.
func (h *huffman) decode(out, data []byte) error {
	in, err := newBackward(data)
	if err != nil {
		return err
	}
	for i := range out {
		entry := h.entries[in.peek(h.bits)]
		out[i] = entry.symbol
		in.left -= int(entry.bits)
	}
	if in.left != 0 {
		return errDamaged
	}
	return nil
}

// literals reads the literals of a block, and returns what follows them.
func (r *Reader) readLiterals(data []byte) (rest []byte, err error) {
	if len(data) == 0 {
		return nil, errDamaged
	}
	kind, format := data[0]&3, data[0]>>2&3
	if kind < 2 {
		return r.plainLiterals(data, kind == 1, format)
	}
	head, width := [4]int{3, 3, 4, 5}[format], [4]int{10, 10, 14, 18}[format]
	var padded [8]byte
	copy(padded[:], data[:min(head, len(data))])
	word := binary.LittleEndian.Uint64(padded[:]) >> 4
	size, packed := int(word&(1<<width-1)), int(word>>width&(1<<width-1))
	if head+packed > len(data) || size > maxBlock {
		return nil, errDamaged
	}
	body, rest := data[head:head+packed], data[head+packed:]
	if kind == 2 {
		code, used, err := readHuffman(body)
		if err != nil {
			return nil, err
		}
		r.huffman, body = code, body[used:]
	}
	if r.huffman == nil {
		return nil, errDamaged
	}
	r.literals = r.literalBuffer[:size]
	if format == 0 {
		return rest, r.huffman.decode(r.literals, body)
	}
	return rest, r.fourStreams(body)
}

// plainLiterals reads literals that are not compressed, or all the same.
func (r *Reader) plainLiterals(data []byte, same bool, format byte) (rest []byte, err error) {
	head := [4]int{1, 2, 1, 3}[format]
	if head > len(data) {
		return nil, errDamaged
	}
	size := int(data[0] >> 3)
	if head > 1 {
		size = int(data[0]>>4) | int(data[1])<<4
	}
	if head > 2 {
		size |= int(data[2]) << 12
	}
	data = data[head:]
	switch {
	case size > maxBlock, same && len(data) == 0, !same && size > len(data):
		return nil, errDamaged
	case same:
		r.literals = r.literalBuffer[:size]
		for i := range r.literals {
			r.literals[i] = data[0]
		}
		return data[1:], nil
	}
	r.literals = data[:size]
	return data[size:], nil
}

// fourStreams decodes literals that are split into four streams, whose lengths come
// first.
func (r *Reader) fourStreams(body []byte) error {
	const table = 6
	if len(body) < table {
		return errDamaged
	}
	each := (len(r.literals) + 3) / 4
	streams, out := body[table:], r.literals
	for i := range 4 {
		length, n := len(streams), len(out)
		if i < 3 {
			length, n = int(binary.LittleEndian.Uint16(body[2*i:])), each
		}
		if length > len(streams) || n > len(out) {
			return errDamaged
		}
		if err := r.huffman.decode(out[:n], streams[:length]); err != nil {
			return err
		}
		streams, out = streams[length:], out[n:]
	}
	return nil
}
