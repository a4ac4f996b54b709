package pickle

// The values of a pickle: nil, bool, int64, float64 and these.
type (
	// Bytes is a byte string: a str of Python 2, a bytes of Python 3.
	Bytes []byte
	// Text is a string of characters, in UTF-8.
	Text []byte
	// Tuple is a tuple.
	Tuple []any
	// List is a list.
	List struct{ Items []any }
	// Dict is a dict whose keys are strings of either kind.
	Dict map[string]any
)

// maxString bounds a string that is copied: a key, a name, a title.
const maxString = 1024

// String returns the characters of a short string of either kind.
func String(value any) (s string, ok bool) {
	var characters []byte
	switch value := value.(type) {
	case Bytes:
		characters = value
	case Text:
		characters = value
	default:
		return "", false
	}
	if len(characters) > maxString {
		return "", false
	}
	return string(characters), true
}

// Integers returns a list, a tuple or an array of up to most whole numbers as a
// slice.
func Integers(value any, most int) (integers []int64, ok bool) {
	var items []any
	switch value := value.(type) {
	case *Array:
		return value.integers(most)
	case *List:
		items = value.Items
	case Tuple:
		items = value
	default:
		return nil, false
	}
	if len(items) > most {
		return nil, false
	}
	integers = make([]int64, len(items))
	for i, item := range items {
		if integers[i], ok = item.(int64); !ok {
			return nil, false
		}
	}
	return integers, true
}
