package wire

import (
	"math"
	"reflect"

	"onelayer/engine/refusal"
)

// Decode reads what came over the wire into the value that to points at. Its error is a
// refusal that names the field: it is missing, has another type, is not a whole number,
// or is not one of the choices.
func Decode(value any, to any) error { return decode("", value, reflect.ValueOf(to).Elem()) }

// DecodeField is Decode for a value whose name is known, for the refusal.
func DecodeField(name string, value any, to reflect.Value) error { return decode(name, value, to) }

func decode(field string, value any, to reflect.Value) error {
	switch pointer := to.Addr().Interface().(type) {
	case decoder:
		return pointer.Decode(value)
	case *Port:
		*pointer = value
		return nil
	case *Blob:
		*pointer = value
		return nil
	}
	if names := numbered[to.Type()]; names != nil {
		return decodeName(field, value, names, to)
	}
	switch to.Kind() {
	case reflect.Bool:
		on, ok := value.(bool)
		to.SetBool(on)
		return unless(ok, refusal.NotTrueOrFalse, field)
	case reflect.String:
		return decodeText(field, value, to)
	case reflect.Int, reflect.Uint64, reflect.Uint8:
		return decodeWhole(field, value, to)
	case reflect.Float64, reflect.Float32:
		x, ok := number(value)
		to.SetFloat(x)
		return unless(ok, refusal.NotANumber, field)
	case reflect.Struct:
		return decodeStruct(field, value, to)
	case reflect.Slice:
		return decodeList(field, value, to)
	case reflect.Pointer:
		if value == nil {
			return nil
		}
		to.Set(reflect.New(to.Type().Elem()))
		return decode(field, value, to.Elem())
	}
	panic("wire: a message can't hold a " + to.Type().String())
}

func unless(ok bool, refuse func(string) *refusal.Error, field string) error {
	if ok {
		return nil
	}
	return refuse(field)
}

func decodeText(field string, value any, to reflect.Value) error {
	text, ok := value.(string)
	choices, limited := Choices[to.Type()]
	if limited {
		ok = false
		for _, choice := range choices {
			ok = ok || choice == text
		}
		if !ok {
			return refusal.NotOneOf(field, choices...)
		}
	}
	to.SetString(text)
	return unless(ok, refusal.Missing, field)
}

func decodeName(field string, value any, names []string, to reflect.Value) error {
	for i, name := range names {
		if name == value {
			to.SetUint(uint64(i))
			return nil
		}
	}
	return refusal.NotOneOf(field, names...)
}

// number reads a number from the page, or one that never left Go.
func number(value any) (x float64, ok bool) {
	switch n := value.(type) {
	case float64:
		return n, true
	case int:
		return float64(n), true
	case uint64:
		return float64(n), true
	}
	return 0, false
}

// mostExact is the largest whole number up to which a float64 represents all of
// them.
const mostExact = 1<<53 - 1

func decodeWhole(field string, value any, to reflect.Value) error {
	x, ok := number(value)
	ok = ok && x == math.Trunc(x) && math.Abs(x) <= mostExact
	if to.CanUint() {
		ok = ok && x >= 0
		to.SetUint(uint64(max(x, 0)))
	} else {
		to.SetInt(int64(x))
	}
	return unless(ok, refusal.NotWhole, field)
}

func decodeStruct(field string, value any, to reflect.Value) error {
	object, ok := value.(map[string]any)
	if !ok {
		return refusal.Missing(field)
	}
	for _, f := range Fields(to.Type()) {
		item := object[f.Name]
		if item == nil && f.Optional {
			continue
		}
		if err := decode(f.Name, item, to.FieldByIndex(f.Index)); err != nil {
			return err
		}
	}
	return nil
}

// decodeList reads an array or a typed array.
func decodeList(field string, value any, to reflect.Value) error {
	if takeTyped(value, to.Addr().Interface()) {
		return nil
	}
	items, ok := value.([]any)
	if numbers, isTyped := value.([]float64); isTyped {
		ok = true
		for _, x := range numbers {
			items = append(items, x)
		}
	}
	if !ok {
		return refusal.Missing(field)
	}
	to.Grow(len(items))
	to.SetLen(len(items))
	for i, item := range items {
		if err := decode(field, item, to.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// takeTyped takes a typed array as it is.
func takeTyped(value, to any) (taken bool) {
	switch to := to.(type) {
	case *[]uint8:
		*to, taken = value.([]uint8)
	case *[]float32:
		*to, taken = value.([]float32)
	case *[]float64:
		*to, taken = value.([]float64)
	}
	return taken
}
