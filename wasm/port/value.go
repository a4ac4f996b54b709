//go:build js && wasm

package port

import (
	"syscall/js"
	"unsafe"
)

var (
	jsArray        = js.Global().Get("Array")
	jsObject       = js.Global().Get("Object")
	jsUint8Array   = js.Global().Get("Uint8Array")
	jsFloat32Array = js.Global().Get("Float32Array")
	jsFloat64Array = js.Global().Get("Float64Array")
	jsBlob         = js.Global().Get("Blob")
	jsMessagePort  = js.Global().Get("MessagePort")
)

// fromJS copies a JavaScript value into Go. A value without a counterpart, such
// as a function, becomes nil.
func fromJS(v js.Value) any {
	switch v.Type() {
	case js.TypeBoolean:
		return v.Bool()
	case js.TypeNumber:
		return v.Float()
	case js.TypeString:
		return v.String()
	case js.TypeObject:
		return objectFromJS(v)
	default:
		return nil
	}
}

func objectFromJS(v js.Value) any {
	switch {
	case v.InstanceOf(jsArray):
		list := make([]any, v.Length())
		for i := range list {
			list[i] = fromJS(v.Index(i))
		}
		return list
	case v.InstanceOf(jsUint8Array):
		return numbersFromJS[uint8](v)
	case v.InstanceOf(jsFloat32Array):
		return numbersFromJS[float32](v)
	case v.InstanceOf(jsFloat64Array):
		return numbersFromJS[float64](v)
	case v.InstanceOf(jsBlob):
		return &File{value: v}
	case v.InstanceOf(jsMessagePort):
		return &MessagePort{target: v}
	}
	keys := jsObject.Call("keys", v)
	object := make(map[string]any, keys.Length())
	for i := range keys.Length() {
		key := keys.Index(i).String()
		object[key] = fromJS(v.Get(key))
	}
	return object
}

// toJS copies a Go value into JavaScript. It adds to transfer what can be
// transferred instead of cloned: each typed array's new buffer and each port. It
// panics on a type that a message cannot hold.
func toJS(v any, transfer *[]any) js.Value {
	switch v := v.(type) {
	case map[string]any:
		object := jsObject.New()
		for key, value := range v {
			object.Set(key, toJS(value, transfer))
		}
		return object
	case []any:
		array := jsArray.New(len(v))
		for i, value := range v {
			array.SetIndex(i, toJS(value, transfer))
		}
		return array
	case []uint8:
		return numbersToJS(jsUint8Array, v, transfer)
	case []float32:
		return numbersToJS(jsFloat32Array, v, transfer)
	case []float64:
		return numbersToJS(jsFloat64Array, v, transfer)
	case *MessagePort:
		*transfer = append(*transfer, v.target)
		return v.target
	default:
		return js.ValueOf(v)
	}
}

// number is an element of a typed array. Go's wasm and typed arrays are both
// little-endian, so their bytes can be copied as they are.
type number interface{ uint8 | float32 | float64 }

func bytesOf[T number](s []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), uintptr(len(s))*unsafe.Sizeof(*new(T)))
}

func numbersFromJS[T number](v js.Value) []T {
	s := make([]T, v.Length())
	raw := jsUint8Array.New(v.Get("buffer"), v.Get("byteOffset"), v.Get("byteLength"))
	js.CopyBytesToGo(bytesOf(s), raw)
	return s
}

func numbersToJS[T number](array js.Value, s []T, transfer *[]any) js.Value {
	raw := bytesOf(s)
	bytes := jsUint8Array.New(len(raw))
	js.CopyBytesToJS(bytes, raw)
	buffer := bytes.Get("buffer")
	*transfer = append(*transfer, buffer)
	return array.New(buffer)
}
