package reader

import (
	"encoding/binary"
	"fmt"
	"math"
)

// numbers is the type of an array's items, as NumPy names it.
type numbers struct {
	kind byte // u, i, f or b
	size int  // bytes per item: 1, 2, 4 or 8
	big  bool // the most significant byte first
}

// numbersOf reads NumPy's name of a type: "|u1", "<f4", ">i8".
func numbersOf(name string) (numbers, bool) {
	if len(name) == 2 {
		name = "<" + name
	}
	if len(name) != 3 {
		return numbers{}, false
	}
	n := numbers{kind: name[1], size: int(name[2]) - '0', big: name[0] == '>'}
	switch n.kind {
	case 'u', 'i':
		return n, n.size == 1 || n.size == 2 || n.size == 4 || n.size == 8
	case 'f':
		return n, n.size == 2 || n.size == 4 || n.size == 8
	case 'b':
		return n, n.size == 1
	}
	return numbers{}, false
}

// bytes reports whether the items are unsigned bytes, as in images.
func (n numbers) bytes() bool { return n.kind == 'u' && n.size == 1 }

// String returns NumPy's word for the type.
func (n numbers) String() string {
	words := map[byte]string{'u': "uint", 'i': "int", 'f': "float", 'b': "bool"}
	if n.kind == 'b' {
		return words[n.kind]
	}
	return fmt.Sprint(words[n.kind], 8*n.size)
}

// decode turns items into numbers, len(values) of them. Whole numbers above 2⁵³ lose
// their last digits: no pixel and no label is as large.
func (n numbers) decode(values []float64, items []byte) {
	var order binary.ByteOrder = binary.LittleEndian
	if n.big {
		order = binary.BigEndian
	}
	item := func(i int) []byte { return items[i*n.size:][:n.size] }
	switch [2]byte{n.kind, byte(n.size)} {
	case [2]byte{'u', 1}, [2]byte{'b', 1}:
		for i := range values {
			values[i] = float64(items[i])
		}
	case [2]byte{'i', 1}:
		for i := range values {
			values[i] = float64(int8(items[i]))
		}
	case [2]byte{'u', 2}:
		for i := range values {
			values[i] = float64(order.Uint16(item(i)))
		}
	case [2]byte{'i', 2}:
		for i := range values {
			values[i] = float64(int16(order.Uint16(item(i))))
		}
	case [2]byte{'u', 4}:
		for i := range values {
			values[i] = float64(order.Uint32(item(i)))
		}
	case [2]byte{'i', 4}:
		for i := range values {
			values[i] = float64(int32(order.Uint32(item(i))))
		}
	case [2]byte{'u', 8}:
		for i := range values {
			values[i] = float64(order.Uint64(item(i)))
		}
	case [2]byte{'i', 8}:
		for i := range values {
			values[i] = float64(int64(order.Uint64(item(i))))
		}
	case [2]byte{'f', 2}:
		for i := range values {
			values[i] = half(order.Uint16(item(i)))
		}
	case [2]byte{'f', 4}:
		for i := range values {
			values[i] = float64(math.Float32frombits(order.Uint32(item(i))))
		}
	case [2]byte{'f', 8}:
		for i := range values {
			values[i] = math.Float64frombits(order.Uint64(item(i)))
		}
	}
}

// half is the number of a float16: a sign, 5 bits of exponent, 10 of fraction.
func half(bits uint16) float64 {
	exponent, fraction := int(bits>>10&31), float64(bits&1023)
	sign := 1 - 2*float64(bits>>15)
	switch exponent {
	case 0:
		return sign * math.Ldexp(fraction, -24)
	case 31:
		if fraction == 0 {
			return math.Inf(int(sign))
		}
		return math.NaN()
	}
	return sign * math.Ldexp(1024+fraction, exponent-25)
}
