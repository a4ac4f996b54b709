package main

import "fmt"

// An opcode is a plain instruction's byte, or its prefix and number: 0xfd00e6
// is number 0xe6 of the vector instructions.
type opcode uint32

const (
	nop        opcode = 0x01
	i64Const   opcode = 0x42
	i64Add     opcode = 0x7c
	i32WrapI64 opcode = 0xa7
	vectorLoad opcode = 0xfd0000 // v128.load
	vectorMul  opcode = 0xfd00e6 // f32x4.mul

	bulkPrefix   = 0xfc
	vectorPrefix = 0xfd
)

// An instruction is a slice of a function's code.
type instruction struct {
	opcode
	bytes  []byte // opcode and immediates
	number int64  // of i64.const
	memory        // of v128.load
}

// memory is the immediate of a load or a store.
type memory struct{ align, offset uint64 }

// next cuts the first instruction off code.
func next(code []byte) (instruction, []byte, error) {
	op, rest, err := operation(code)
	if err != nil {
		return instruction{}, nil, err
	}
	i := instruction{opcode: op}
	switch op {
	case i64Const:
		i.number, rest, err = signed(rest)
	case vectorLoad:
		i.memory, rest, err = memoryImmediate(rest)
	default:
		rest, err = skipImmediates(op, rest)
	}
	if err != nil {
		return instruction{}, nil, fmt.Errorf("instruction %#x: %w", uint32(op), err)
	}
	i.bytes = code[:len(code)-len(rest)]
	return i, rest, nil
}

func operation(code []byte) (opcode, []byte, error) {
	if len(code) == 0 {
		return 0, nil, errShort
	}
	first, rest := opcode(code[0]), code[1:]
	if first != bulkPrefix && first != vectorPrefix {
		return first, rest, nil
	}
	number, rest, err := unsigned(rest)
	if err != nil || number > 0xffff {
		return 0, nil, fmt.Errorf("number %d after prefix %#x", number, first)
	}
	return first<<16 | opcode(number), rest, nil
}

func memoryImmediate(code []byte) (m memory, rest []byte, err error) {
	if m.align, rest, err = unsigned(code); err != nil {
		return m, nil, err
	}
	if m.align >= 64 {
		return m, nil, fmt.Errorf("a second memory")
	}
	m.offset, rest, err = unsigned(rest)
	return m, rest, err
}

// skipImmediates returns what follows an instruction's immediates.
func skipImmediates(op opcode, code []byte) ([]byte, error) {
	kinds, known := immediates(op)
	if !known {
		return nil, fmt.Errorf("not known here")
	}
	var err error
	for _, kind := range kinds {
		if code, err = skipImmediate(kind, code); err != nil {
			return nil, err
		}
	}
	return code, nil
}

// immediates describes what follows an opcode, one letter each: n a number
// (unsigned and signed LEB128 end alike), m a memory immediate, v a vector of
// numbers, and digits for that many bytes: 1, 4, 8, or 6 for sixteen.
func immediates(op opcode) (kinds string, known bool) {
	switch {
	case op >= vectorPrefix<<16:
		return vectorImmediates(op & 0xffff)
	case op >= bulkPrefix<<16:
		const first = "\x00\x00\x00\x00\x00\x00\x00\x00\x02\x01\x02\x01\x02\x01\x02\x01\x01\x01" // how many numbers
		if number := int(op & 0xffff); number < len(first) {
			return "nn"[:first[number]], true
		}
		return "", false
	}
	switch op {
	case 0x00,
		0x01,
		0x05,
		0x0b,
		0x0f,
		0x1a,
		0x1b,
		0xd1: // unreachable, nop, else, end, return, drop, select, ref.is_null
		return "", true
	case 0x02,
		0x03,
		0x04,
		0x0c,
		0x0d,
		0x10,
		0x12,
		0x41,
		0x42,
		0xd0,
		0xd2: // blocks, branches, calls, constants, references
		return "n", true
	case 0x11, 0x13: // call_indirect
		return "nn", true
	case 0x0e: // br_table
		return "vn", true
	case 0x1c: // select with types
		return "v", true
	case 0x43:
		return "4", true
	case 0x44:
		return "8", true
	case 0x3f, 0x40: // memory.size, memory.grow
		return "n", true
	}
	switch {
	case op >= 0x20 && op <= 0x26: // locals, globals, tables
		return "n", true
	case op >= 0x28 && op <= 0x3e: // loads and stores
		return "m", true
	case op >= 0x45 && op <= 0xc4: // arithmetic
		return "", true
	}
	return "", false
}

func vectorImmediates(number opcode) (kinds string, known bool) {
	switch {
	case number <= 0x0b, number == 0x5c, number == 0x5d: // loads, a store; load and fill with zeros
		return "m", true
	case number == 0x0c, number == 0x0d: // v128.const, i8x16.shuffle
		return "6", true
	case number >= 0x15 && number <= 0x22: // lanes
		return "1", true
	case number >= 0x54 && number <= 0x5b: // loads and stores of lanes
		return "m1", true
	}
	return "", number <= 0x113
}

func skipImmediate(kind rune, code []byte) ([]byte, error) {
	var err error
	switch kind {
	case 'n':
		_, code, err = signed(code)
	case 'm':
		_, code, err = memoryImmediate(code)
	case 'v':
		var count uint64
		for count, code, err = unsigned(code); err == nil && count > 0; count-- {
			_, code, err = unsigned(code)
		}
	default:
		size := map[rune]int{'1': 1, '4': 4, '8': 8, '6': 16}[kind]
		if len(code) < size {
			return nil, errShort
		}
		code = code[size:]
	}
	return code, err
}
