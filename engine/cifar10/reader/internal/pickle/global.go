package pickle

import "unicode/utf8"

// function is what a name in a pickle stands for: it makes a value of the
// arguments. A class that is only passed on as an argument is nil.
type function func(m *machine, arguments Tuple) (any, error)

// names are all the names that are ever resolved. NumPy 2 moved its own from
// numpy.core to numpy._core.
var names = map[string]function{
	"numpy.ndarray":                       nil,
	"numpy.dtype":                         makeType,
	"numpy.core.multiarray._reconstruct":  makeArray,
	"numpy._core.multiarray._reconstruct": makeArray,
	"numpy.core.multiarray.scalar":        makeScalar,
	"numpy._core.multiarray.scalar":       makeScalar,
	"numpy.core.numeric._frombuffer":      makeArrayFromBuffer,
	"numpy._core.numeric._frombuffer":     makeArrayFromBuffer,
	"_codecs.encode":                      encodeLatin1,
	"collections.OrderedDict":             makeOrderedDict,
	"torch._utils._rebuild_tensor_v2":     makeTensor,
	"torch._utils._rebuild_parameter":     makeParameter,
}

// global pushes the function of a name: two lines, module and name.
func (m *machine) global() error {
	module, err := m.line()
	if err != nil {
		return err
	}
	name, err := m.line()
	if err != nil {
		return err
	}
	return m.resolve(module + "." + name)
}

// stackGlobal pushes the function of a name on the stack.
func (m *machine) stackGlobal() error {
	pair, err := m.popN(2)
	if err != nil {
		return err
	}
	module, ok1 := pair[0].(Text)
	name, ok2 := pair[1].(Text)
	const longest = 128
	if !ok1 || !ok2 || len(module)+len(name) > longest {
		return damaged("a name that is no short text")
	}
	return m.resolve(string(module) + "." + string(name))
}

func (m *machine) resolve(name string) error {
	m.named = true
	if class, ok := storageNamed(name); ok {
		return m.push(class)
	}
	f, ok := names[name]
	if !ok {
		return &NameError{name}
	}
	return m.push(f)
}

// reduce calls a function: REDUCE.
func (m *machine) reduce() error {
	pair, err := m.popN(2)
	if err != nil {
		return err
	}
	f, ok1 := pair[0].(function)
	arguments, ok2 := pair[1].(Tuple)
	if !ok1 || f == nil || !ok2 {
		return damaged("a call of what cannot be called")
	}
	value, err := f(m, arguments)
	if err != nil {
		return err
	}
	return m.push(value)
}

// build gives the value on top its state: BUILD.
func (m *machine) build() error {
	state, err := m.pop()
	if err != nil {
		return err
	}
	value, err := m.top()
	if err != nil {
		return err
	}
	if _, isDict := value.(Dict); isDict {
		return nil // attributes of an OrderedDict
	}
	fields, ok := state.(Tuple)
	stateful, ok2 := value.(interface{ setState(Tuple) error })
	if !ok || !ok2 {
		return damaged("a state for what has none")
	}
	return stateful.setState(fields)
}

// encodeLatin1 makes a byte string of text: Python 3 writes byte strings this way
// in protocol 2.
func encodeLatin1(m *machine, arguments Tuple) (any, error) {
	if len(arguments) != 2 {
		return nil, damaged("encode with %d arguments", len(arguments))
	}
	text, ok := arguments[0].(Text)
	if encoding, _ := String(arguments[1]); !ok || encoding != "latin1" && encoding != "latin-1" {
		return nil, damaged("encode of what is no text in Latin-1")
	}
	n := utf8.RuneCount(text)
	if err := m.charge(uint64(n)); err != nil {
		return nil, err
	}
	encoded := make(Bytes, 0, n)
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r > 0xff {
			return nil, damaged("encode of a character outside Latin-1")
		}
		encoded = append(encoded, byte(r))
		text = text[size:]
	}
	return encoded, nil
}
