// Package wire turns messages, which are declared as Go structs, into the plain objects
// that the structured clone algorithm carries, and back. A field's name on the wire is
// its Go name with a lower-case start: StepsPerEpoch is stepsPerEpoch, ID is id, L2 is
// l2. An embedded struct's fields stand among those of the struct around it.
//
// The tag `wire:"optional"` marks a field that a message may lack; it is left out when
// it has its zero value.
package wire

import (
	"reflect"
	"strings"
)

// Port is a MessagePort, as package port passes it on.
type Port any

// Blob is a file from the page.
type Blob any

// Value is a type with a form of its own on the wire; its pointer decodes it.
type Value interface {
	Encode() any
}

// decoder is the other half of a Value.
type decoder interface {
	Decode(value any) error
}

// Field is a field of a struct as it is on the wire.
type Field struct {
	Name     string
	Optional bool
	Index    []int // for reflect.Value.FieldByIndex
	Type     reflect.Type
	In       reflect.Type // the struct that declares it
	GoName   string
}

const optional reflect.StructTag = `wire:"optional"`

// Fields lists a struct's fields, those of embedded structs among them.
func Fields(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			for _, inner := range Fields(f.Type) {
				inner.Index = append([]int{i}, inner.Index...)
				fields = append(fields, inner)
			}
			continue
		}
		if f.IsExported() {
			fields = append(fields, Field{Name(f.Name), f.Tag == optional, []int{i}, f.Type, t, f.Name})
		}
	}
	return fields
}

// Name is the wire's form of a Go name.
func Name(goName string) string {
	capitals := strings.IndexFunc(goName, func(r rune) bool { return 'a' <= r && r <= 'z' })
	switch {
	case capitals < 0:
		return strings.ToLower(goName) // ID, L2
	case capitals > 1: // SVGText: the last capital begins the next word
		return strings.ToLower(goName[:capitals-1]) + goName[capitals-1:]
	}
	return strings.ToLower(goName[:1]) + goName[1:]
}

// Choices are the values that text types allow, by type.
var Choices = map[reflect.Type][]string{}

// Choose declares the values of a text type; others are refused.
func Choose[T ~string](values ...T) {
	var all []string
	for _, value := range values {
		all = append(all, string(value))
	}
	Choices[reflect.TypeFor[T]()] = all
}

// numbered are the names of the values of small number types, by type: on the wire they
// are text.
var numbered = map[reflect.Type][]string{}

// Number declares the names of a type's values 0, 1, …; other names are refused.
func Number[T ~uint8](names []string) {
	numbered[reflect.TypeFor[T]()] = names
	Choices[reflect.TypeFor[T]()] = names
}

// Encode returns a message's field, or a whole message without its name, in its form
// on the wire. Typed arrays are v's own.
func Encode(v any) any {
	return encodeAny(v)
}

// Object returns a struct as an object on the wire.
func Object(v any) map[string]any { return encodeStruct(reflect.ValueOf(v)) }

func encode(v reflect.Value) any {
	if v.Kind() != reflect.Interface {
		if value, ok := v.Interface().(Value); ok {
			return value.Encode()
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String:
		return v.String()
	case reflect.Int, reflect.Int32, reflect.Int64:
		return int(v.Int())
	case reflect.Uint8:
		return encodeSmall(v)
	case reflect.Uint64:
		return v.Uint()
	case reflect.Float32, reflect.Float64:
		return v.Float()
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return encode(v.Elem())
	case reflect.Interface:
		return encodeAny(v.Interface())
	case reflect.Struct:
		return encodeStruct(v)
	case reflect.Slice, reflect.Array:
		return encodeList(v)
	}
	panic("wire: a message can't hold a " + v.Type().String())
}

func encodeSmall(v reflect.Value) any {
	if names := numbered[v.Type()]; names != nil {
		return names[v.Uint()]
	}
	return v.Uint()
}

// encodeAny encodes the value of a field of type any: ports and files stay as they
// are.
func encodeAny(value any) any {
	if v := reflect.ValueOf(value); value != nil && v.Kind() != reflect.Pointer && v.Kind() != reflect.Map {
		return encode(v)
	}
	return value
}

func encodeStruct(v reflect.Value) map[string]any {
	fields := Fields(v.Type())
	object := make(map[string]any, len(fields)+2)
	for _, f := range fields {
		item := v.FieldByIndex(f.Index)
		if !f.Optional || !isZero(item) {
			object[f.Name] = encode(item)
		}
	}
	return object
}

// isZero is reflect's own, without the code that it adds to the program.
func isZero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Bool:
		return !v.Bool()
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Int, reflect.Int32, reflect.Int64:
		return v.Int() == 0
	case reflect.Uint8, reflect.Uint64:
		return v.Uint() == 0
	case reflect.Float64:
		return v.Float() == 0
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	case reflect.Struct:
		for i := range v.NumField() {
			if !isZero(v.Field(i)) {
				return false
			}
		}
	}
	return true
}

// IsTyped reports whether a slice or array of elem is a typed array on the wire.
func IsTyped(elem reflect.Type) bool {
	return elem == reflect.TypeFor[uint8]() || elem == reflect.TypeFor[float32]() || elem == reflect.TypeFor[float64]()
}

func encodeList(v reflect.Value) any {
	if IsTyped(v.Type().Elem()) && v.Kind() == reflect.Slice {
		switch list := v.Interface().(type) {
		case []uint8, []float32, []float64:
			return list
		}
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = encode(v.Index(i))
	}
	return list
}
