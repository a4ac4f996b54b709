//go:build js && wasm

package port

import (
	"slices"
	"syscall/js"
	"unsafe"
)

var (
	jsArray        = js.Global().Get("Array")
	jsReflect      = js.Global().Get("Reflect")
	jsObject       = js.Global().Get("Object")
	jsArrayBuffer  = js.Global().Get("ArrayBuffer")
	jsUint8Array   = js.Global().Get("Uint8Array")
	jsFloat32Array = js.Global().Get("Float32Array")
	jsFloat64Array = js.Global().Get("Float64Array")
	jsBlob         = js.Global().Get("Blob")
	jsMessagePort  = js.Global().Get("MessagePort")
)

// incoming is what a message is copied into. A value without a counterpart in Go, such
// as a function, becomes nil.
type incoming struct {
	bytes func(n int) []uint8 // memory that can be used again, or nil
}

func (in incoming) value(v js.Value) any {
	switch v.Type() {
	case js.TypeBoolean:
		return v.Bool()
	case js.TypeNumber:
		return v.Float()
	case js.TypeString:
		return v.String()
	case js.TypeObject:
		return in.object(v)
	default:
		return nil
	}
}

func (in incoming) object(v js.Value) any {
	switch {
	case v.InstanceOf(jsArray):
		list := make([]any, v.Length())
		for i := range list {
			list[i] = in.value(v.Index(i))
		}
		return list
	case v.InstanceOf(jsUint8Array):
		if n := v.Length(); n >= largeBuffer && in.bytes != nil {
			s := in.bytes(n)
			js.CopyBytesToGo(s, v)
			return s
		}
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
		object[key] = in.value(v.Get(key))
	}
	return object
}

// outgoing is a message on its way to JavaScript.
type outgoing struct {
	transfer []any      // instead of cloning it: each typed array's buffer and each port
	spare    []js.Value // buffers that can be used again
}

// value copies a Go value into JavaScript. It panics on a type that a message cannot hold.
func (out *outgoing) value(v any) js.Value {
	switch v := v.(type) {
	case map[string]any:
		object := jsObject.New()
		for key, value := range v {
			object.Set(key, out.value(value))
		}
		return object
	case []any:
		array := jsArray.New(len(v))
		for i, value := range v {
			array.SetIndex(i, out.value(value))
		}
		return array
	case []uint8:
		return out.numbers(jsUint8Array, v)
	case []float32:
		return out.numbers(jsFloat32Array, bytesOf(v))
	case []float64:
		return out.numbers(jsFloat64Array, bytesOf(v))
	case *MessagePort:
		out.transfer = append(out.transfer, v.target)
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

// numbers copies the bytes of some numbers into a typed array.
func (out *outgoing) numbers(array js.Value, raw []byte) js.Value {
	buffer := out.buffer(len(raw))
	js.CopyBytesToJS(jsUint8Array.New(buffer), raw)
	out.transfer = append(out.transfer, buffer)
	return array.New(buffer)
}

// given adds buffers to those that are transferred, and returns them for a call.
func (out *outgoing) given(buffers []js.Value) []any {
	given := make([]any, len(buffers))
	for i, buffer := range buffers {
		given[i] = buffer
	}
	out.transfer = append(out.transfer, given...)
	return given
}

// buffer returns an ArrayBuffer of n bytes, which may have been used.
func (out *outgoing) buffer(n int) js.Value {
	for i, buffer := range out.spare {
		if buffer.Get("byteLength").Int() == n {
			out.spare = slices.Delete(out.spare, i, i+1)
			return buffer
		}
	}
	return jsArrayBuffer.New(n)
}
