package pickle

import (
	"bufio"
	"io"
)

// maxValues bounds the values a pickle makes, each a few dozen bytes of
// memory: ten for each image of the whole data set.
const maxValues = 600_000

// machine is the stack machine that a pickle is a program for.
type machine struct {
	input
	stack    []any
	marks    []int // heights of the stack
	memo     map[uint64]any
	storages map[string]*Storage
	values   int
	wanted   Wanted
	named    bool // a function was named: only then can an array follow
	done     bool
}

// Decode runs the pickle in r and returns the value it leaves. size is its
// length in bytes, or -1 if unknown; limit bounds the bytes of all strings and
// arrays, and a large array that is the whole pickle is read only if it is wanted (nil wants
// all). Where r is a large enough *bufio.Reader, what follows the pickle can be read
// from it. An error is one of this package's or the reader's own.
func Decode(r io.Reader, size, limit int64, wanted Wanted) (any, error) {
	m := &machine{
		input:  input{r: bufio.NewReaderSize(r, 64<<10), size: size, limit: max(limit, 0)},
		memo:   make(map[uint64]any),
		wanted: wanted,
	}
	if err := m.protocol(); err != nil {
		return nil, err
	}
	for !m.done {
		code, err := m.byte()
		if err != nil {
			return nil, err
		}
		operation := operations[code]
		if operation == nil {
			return nil, damaged("byte %d has the value 0x%02x, which is no operation of plain data", m.read-1, code)
		}
		if err := operation(m); err != nil {
			return nil, err
		}
	}
	return m.pop()
}

// protocol reads the header.
func (m *machine) protocol() error {
	code, err := m.byte()
	if err != nil {
		return err
	}
	if code != opProto { // protocols 0 and 1 have no header
		m.read--
		return m.r.UnreadByte()
	}
	version, err := m.byte()
	if err == nil && (version < 2 || version > 5) {
		err = damaged("protocol %d does not exist", version)
	}
	return err
}

// count uses up one of the values that a pickle may make.
func (m *machine) count() error {
	m.values++
	if m.values > maxValues {
		return ErrTooLarge
	}
	return nil
}

func (m *machine) push(value any) error {
	m.stack = append(m.stack, value)
	return m.count()
}

// floor is the height of the stack at the last mark: what is below belongs to
// an unfinished list, dict or tuple.
func (m *machine) floor() int {
	if len(m.marks) == 0 {
		return 0
	}
	return m.marks[len(m.marks)-1]
}

func (m *machine) pop() (any, error) {
	if len(m.stack) <= m.floor() {
		return nil, damaged("the stack is empty")
	}
	value := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	return value, nil
}

func (m *machine) top() (any, error) {
	if len(m.stack) <= m.floor() {
		return nil, damaged("the stack is empty")
	}
	return m.stack[len(m.stack)-1], nil
}

// popN returns the top n values in the order they were pushed. They are the
// stack's own until the next push.
func (m *machine) popN(n int) ([]any, error) {
	if len(m.stack)-m.floor() < n {
		return nil, damaged("the stack is empty")
	}
	values := m.stack[len(m.stack)-n:]
	m.stack = m.stack[:len(m.stack)-n]
	return values, nil
}

// popMark returns the values above the last mark, as popN does.
func (m *machine) popMark() ([]any, error) {
	if len(m.marks) == 0 {
		return nil, damaged("no mark is set")
	}
	values, err := m.popN(len(m.stack) - m.floor())
	m.marks = m.marks[:len(m.marks)-1]
	return values, err
}

// store keeps the top value in the memo.
func (m *machine) store(key uint64) error {
	value, err := m.top()
	if err != nil {
		return err
	}
	m.memo[key] = value
	return m.count()
}

// recall pushes a value from the memo.
func (m *machine) recall(key uint64) error {
	value, ok := m.memo[key]
	if !ok {
		return damaged("nothing is stored under %d", key)
	}
	return m.push(value)
}
