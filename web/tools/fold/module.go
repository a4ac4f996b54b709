package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// codeSection is the id of the section that holds the functions' bodies.
const codeSection = 10

// errShort is the error of a module with numbers or lengths that go beyond its
// end.
var errShort = errors.New("it ends in the middle")

// header is what every module of the first version starts with.
var header = []byte{0, 'a', 's', 'm', 1, 0, 0, 0}

// functions returns the instructions of each function of a module: slices of the
// module itself, so that writes to them change it.
func functions(module []byte) ([][]byte, error) {
	if len(module) < len(header) || string(module[:len(header)]) != string(header) {
		return nil, errors.New("it is no WebAssembly of version 1")
	}
	for rest := module[len(header):]; len(rest) > 0; {
		id := rest[0]
		section, after, err := sized(rest[1:])
		if err != nil {
			return nil, err
		}
		if id == codeSection {
			return bodies(section)
		}
		rest = after
	}
	return nil, nil
}

// bodies splits a code section into its functions, without their locals.
func bodies(section []byte) ([][]byte, error) {
	count, rest, err := unsigned(section)
	if err != nil {
		return nil, err
	}
	var all [][]byte
	for range count {
		body, after, err := sized(rest)
		if err != nil {
			return nil, err
		}
		code, err := withoutLocals(body)
		if err != nil {
			return nil, fmt.Errorf("function %d: %w", len(all), err)
		}
		all, rest = append(all, code), after
	}
	if len(rest) > 0 {
		return nil, errors.New("something follows its last function")
	}
	return all, nil
}

// withoutLocals skips a body's declarations: how many locals, of what type.
func withoutLocals(body []byte) ([]byte, error) {
	groups, rest, err := unsigned(body)
	for ; err == nil && groups > 0; groups-- {
		if _, rest, err = unsigned(rest); err == nil && len(rest) == 0 {
			err = errShort
		}
		if err == nil {
			rest = rest[1:]
		}
	}
	return rest, err
}

// sized cuts a part with its length in front off b.
func sized(b []byte) (part, rest []byte, err error) {
	size, rest, err := unsigned(b)
	if err != nil {
		return nil, nil, err
	}
	if size > uint64(len(rest)) {
		return nil, nil, errShort
	}
	return rest[:size], rest[size:], nil
}

// unsigned reads an unsigned LEB128 number.
func unsigned(b []byte) (value uint64, rest []byte, err error) {
	value, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errShort
	}
	return value, b[n:], nil
}

// signed reads a signed LEB128 number.
func signed(b []byte) (value int64, rest []byte, err error) {
	for i, shift := 0, 0; i < len(b) && shift < 64; i++ {
		value |= int64(b[i]&0x7f) << shift
		if shift += 7; b[i] < 0x80 {
			if shift < 64 && b[i]&0x40 != 0 {
				value |= -1 << shift
			}
			return value, b[i+1:], nil
		}
	}
	return 0, nil, errShort
}
