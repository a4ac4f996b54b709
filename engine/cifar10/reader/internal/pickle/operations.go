package pickle

import (
	"math"
	"slices"
	"strconv"
)

// The first operation and the last.
const (
	opProto = 0x80
	opStop  = '.'
)

// operations are the operations of plain data, by their code. What is missing
// would call Python code.
var operations = [256]func(*machine) error{
	opStop: func(m *machine) error { m.done = true; return nil },
	0x95:   func(m *machine) error { _, err := m.number(8); return err }, // FRAME groups bytes for a buffer

	'(':  func(m *machine) error { m.marks = append(m.marks, len(m.stack)); return m.count() },
	'0':  func(m *machine) error { _, err := m.pop(); return err },
	'1':  func(m *machine) error { _, err := m.popMark(); return err },
	'q':  withNumber(1, (*machine).store),
	'r':  withNumber(4, (*machine).store),
	0x94: func(m *machine) error { return m.store(uint64(len(m.memo))) },
	'h':  withNumber(1, (*machine).recall),
	'j':  withNumber(4, (*machine).recall),

	'N':  func(m *machine) error { return m.push(nil) },
	0x88: func(m *machine) error { return m.push(true) },
	0x89: func(m *machine) error { return m.push(false) },
	'K':  withNumber(1, func(m *machine, n uint64) error { return m.push(int64(n)) }),
	'M':  withNumber(2, func(m *machine, n uint64) error { return m.push(int64(n)) }),
	'J':  withNumber(4, func(m *machine, n uint64) error { return m.push(int64(int32(n))) }),
	0x8a: withNumber(1, (*machine).long),
	0x8b: withNumber(4, (*machine).long),
	'G':  (*machine).float,

	'U':  withNumber(1, pushString[Bytes]), // str of Python 2
	'T':  withNumber(4, pushString[Bytes]),
	'C':  withNumber(1, pushString[Bytes]), // bytes of Python 3
	'B':  withNumber(4, pushString[Bytes]),
	0x8e: withNumber(8, pushString[Bytes]),
	0x96: withNumber(8, pushString[Bytes]), // bytearray
	0x8c: withNumber(1, pushString[Text]),
	'X':  withNumber(4, pushString[Text]),
	0x8d: withNumber(8, pushString[Text]),

	')':  func(m *machine) error { return m.push(Tuple{}) },
	0x85: func(m *machine) error { return m.tuple(m.popN(1)) },
	0x86: func(m *machine) error { return m.tuple(m.popN(2)) },
	0x87: func(m *machine) error { return m.tuple(m.popN(3)) },
	't':  func(m *machine) error { return m.tuple(m.popMark()) },
	']':  func(m *machine) error { return m.push(new(List)) },
	'a':  func(m *machine) error { return m.extend(m.popN(1)) },
	'e':  func(m *machine) error { return m.extend(m.popMark()) },
	'}':  func(m *machine) error { return m.push(Dict{}) },
	's':  func(m *machine) error { return m.set(m.popN(2)) },
	'u':  func(m *machine) error { return m.set(m.popMark()) },

	'I': (*machine).integerLine,
	'L': (*machine).integerLine,
	'F': (*machine).floatLine,
	'S': (*machine).stringLine,
	'V': (*machine).textLine,
	'p': withKey((*machine).store),
	'g': withKey((*machine).recall),
	'l': (*machine).listOfMark,
	'd': (*machine).dictOfMark,
	'2': (*machine).duplicate,
	'Q': (*machine).persistent,

	'c':  (*machine).global,
	0x93: (*machine).stackGlobal,
	'R':  (*machine).reduce,
	'b':  (*machine).build,
}

// withNumber is an operation whose code is followed by a number.
func withNumber(width int, operation func(*machine, uint64) error) func(*machine) error {
	return func(m *machine) error {
		n, err := m.number(width)
		if err != nil {
			return err
		}
		return operation(m, n)
	}
}

// pushString pushes a string of n bytes.
func pushString[S Bytes | Text](m *machine, n uint64) error {
	if err := m.expected(n); err != nil {
		return err
	}
	s, err := m.bytes(n)
	if err != nil {
		return err
	}
	return m.push(S(s))
}

// long pushes a whole number of n bytes, little-endian in two's complement.
func (m *machine) long(n uint64) error {
	if n > 8 {
		return damaged("a whole number of %d bytes", n)
	}
	value, err := m.number(int(n))
	if err != nil {
		return err
	}
	unused := 64 - 8*n
	return m.push(int64(value<<unused) >> unused)
}

// float pushes a big-endian float64.
func (m *machine) float() error {
	var bits uint64
	for range 8 {
		b, err := m.byte()
		if err != nil {
			return err
		}
		bits = bits<<8 | uint64(b)
	}
	return m.push(math.Float64frombits(bits))
}

func (m *machine) tuple(items []any, err error) error {
	if err != nil {
		return err
	}
	return m.push(Tuple(slices.Clone(items)))
}

// extend appends items to the list on top.
func (m *machine) extend(items []any, err error) error {
	if err != nil {
		return err
	}
	value, err := m.top()
	if err != nil {
		return err
	}
	list, ok := value.(*List)
	if !ok {
		return damaged("items for what is no list")
	}
	list.Items = append(list.Items, items...)
	return nil
}

// set puts pairs of key and value into the dict on top.
func (m *machine) set(pairs []any, err error) error {
	if err != nil {
		return err
	}
	value, err := m.top()
	if err != nil {
		return err
	}
	dict, ok := value.(Dict)
	if !ok || len(pairs)%2 != 0 {
		return damaged("pairs for what is no dict")
	}
	for i := 0; i < len(pairs); i += 2 {
		key, ok := String(pairs[i])
		if number, isNumber := pairs[i].(int64); isNumber {
			key, ok = strconv.FormatInt(number, 10), true
		}
		if !ok {
			return damaged("a dict's key is no short string")
		}
		dict[key] = pairs[i+1]
	}
	return nil
}
