package pickle

import (
	"math/bits"
	"slices"
)

// Array is a NumPy array of numbers.
type Array struct {
	Shape   []int
	Type    string // kind and bytes per item: "u1", "i8", "f4"
	Fortran bool   // the first index runs fastest
	Data    []byte // little-endian unless BigEndian says otherwise
	Objects []any  // instead of Data, where items are arbitrary values: np.save writes a dict this way

	bigEndian bool
}

// BigEndian reports whether Data has the most significant byte of each item first.
func (a *Array) BigEndian() bool { return a.bigEndian }

// numberType is the type of an array's items.
type numberType struct {
	name      string // as in Array
	size      int
	bigEndian bool
}

// objects is the type name for arbitrary values.
const objects = "O8"

// makeType is numpy.dtype("u1", False, True).
func makeType(_ *machine, arguments Tuple) (any, error) {
	if len(arguments) == 0 {
		return nil, damaged("a type without a name")
	}
	name, ok := String(arguments[0])
	if ok && (name == "O" || name == objects) {
		return &numberType{name: objects}, nil
	}
	if !ok || len(name) != 2 || name[0] != 'u' && name[0] != 'i' && name[0] != 'f' && name[0] != 'b' {
		return nil, damaged("an array of %.20q, not of numbers", name)
	}
	size := int(name[1] - '0')
	if bits.OnesCount(uint(size)) != 1 || size > 8 {
		return nil, damaged("an array of %.20q, not of numbers", name)
	}
	return &numberType{name: name, size: size}, nil
}

// setState takes (version, byte order, …).
func (t *numberType) setState(state Tuple) error {
	if len(state) < 2 {
		return damaged("a type's state of %d fields", len(state))
	}
	order, ok := String(state[1])
	if !ok {
		return damaged("a type's byte order is no string")
	}
	t.bigEndian = order == ">"
	return nil
}

// makeArray is _reconstruct(numpy.ndarray, (0,), b"b"): an empty array, whose
// state follows.
func makeArray(*machine, Tuple) (any, error) { return new(Array), nil }

// setState takes (version, shape, type, Fortran order, bytes).
func (a *Array) setState(state Tuple) error {
	if len(state) != 5 {
		return damaged("an array's state of %d fields", len(state))
	}
	fortran, ok := state[3].(bool)
	if !ok {
		return damaged("an array's order is neither true nor false")
	}
	return a.set(state[4], state[2], state[1], fortran)
}

// makeArrayFromBuffer is _frombuffer(bytes, type, shape, order), of protocol 5.
func makeArrayFromBuffer(_ *machine, arguments Tuple) (any, error) {
	if len(arguments) != 4 {
		return nil, damaged("an array of %d arguments", len(arguments))
	}
	order, _ := String(arguments[3])
	a := new(Array)
	return a, a.set(arguments[0], arguments[1], arguments[2], order == "F")
}

// set fills the array and checks that its bytes are what its shape needs.
func (a *Array) set(data, itemType, shape any, fortran bool) error {
	if t, ok := itemType.(*numberType); ok && t.name == objects {
		list, ok := data.(*List)
		if !ok {
			return damaged("an array of values without a list of them")
		}
		a.Type, a.Objects = objects, list.Items
		return nil
	}
	raw, ok1 := data.(Bytes)
	t, ok2 := itemType.(*numberType)
	lengths, ok3 := Integers(shape, 8)
	if !ok1 || !ok2 || !ok3 {
		return damaged("an array whose state is not bytes, type and shape")
	}
	need := uint64(t.size)
	a.Shape = make([]int, len(lengths))
	for i, n := range lengths {
		high, low := bits.Mul64(need, uint64(n))
		if n < 0 || high != 0 || low > 1<<40 {
			return damaged("an array of shape %v", lengths)
		}
		need, a.Shape[i] = low, int(n)
	}
	if uint64(len(raw)) != need {
		return damaged("%d bytes for an array of shape %v and type %s", len(raw), lengths, t.name)
	}
	a.Data, a.Type, a.Fortran, a.bigEndian = raw, t.name, fortran, t.bigEndian
	return nil
}

// makeScalar is scalar(type, bytes): one number of an array.
func makeScalar(_ *machine, arguments Tuple) (any, error) {
	if len(arguments) != 2 {
		return nil, damaged("a number of %d arguments", len(arguments))
	}
	var a Array
	if err := a.set(arguments[1], arguments[0], Tuple{}, false); err != nil {
		return nil, err
	}
	integers, ok := a.integers(1)
	if !ok {
		return nil, damaged("a number of type %s", a.Type)
	}
	return integers[0], nil
}

// integers returns the array's whole numbers, up to most of them, in the order
// they are stored.
func (a *Array) integers(most int) (integers []int64, ok bool) {
	if a.Type == "" || a.Type[0] == 'f' || a.Type == objects {
		return nil, false
	}
	size := int(a.Type[1] - '0')
	if len(a.Data)/size > most {
		return nil, false
	}
	integers = make([]int64, 0, len(a.Data)/size)
	for item := range slices.Chunk(a.Data, size) {
		var value uint64
		for i := range item {
			at := len(item) - 1 - i // the most significant byte first
			if a.bigEndian {
				at = i
			}
			value = value<<8 | uint64(item[at])
		}
		if a.Type[0] == 'i' {
			unused := 64 - 8*size
			integers = append(integers, int64(value<<unused)>>unused)
		} else {
			integers = append(integers, int64(value))
		}
	}
	return integers, true
}
