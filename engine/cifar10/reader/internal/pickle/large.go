package pickle

import "slices"

// Wanted reports whether an array of a shape and a type is worth its memory.
type Wanted func(shape []int, itemType string) bool

// ArrayError is the refusal of a pickle that is one large array, of which nothing was read.
type ArrayError struct {
	Shape []int
	Type  string
}

// Error says what the array is.
func (e *ArrayError) Error() string { return "the pickle is one array that is not wanted" }

// large is how many bytes are read without asking what they are for: more than a name
// or a list of labels needs.
const large = 4 << 20

// expected refuses a large string of n bytes, before it is read, if it belongs to no array, or to
// an unwanted array that is the whole pickle.
func (m *machine) expected(n uint64) error {
	switch {
	case n <= large || n > uint64(m.limit): // that is refused anyway
		return nil
	case !m.named:
		return ErrNoArray
	case m.wanted == nil || len(m.stack) == 0:
		return nil
	}
	if _, whole := m.stack[0].(*Array); !whole {
		return nil // there may be other arrays
	}
	if shape, itemType, ok := m.coming(); ok && !m.wanted(shape, itemType) {
		return &ArrayError{shape, itemType}
	}
	return nil
}

// coming returns the shape and the type of the array whose bytes come next, if they are on
// the stack: its state is (version, shape, type, order, bytes).
func (m *machine) coming() (shape []int, itemType string, ok bool) {
	at := slices.IndexFunc(m.stack, func(value any) bool { _, isType := value.(*numberType); return isType })
	if at < 1 {
		return nil, "", false
	}
	lengths, ok := Integers(m.stack[at-1], 8)
	for _, n := range lengths {
		shape = append(shape, int(n))
	}
	return shape, m.stack[at].(*numberType).name, ok
}
