//go:build js && wasm

package port

import "syscall/js"

// spares lets the two ends of a MessageChannel use the same large buffers again and
// again: what has been copied out of one goes back with the next message. Browsers
// collect large buffers so late that a data set would be in memory twice.
type spares struct {
	back js.Value // to give back: an ArrayBuffer of the other end
	held js.Value // that came back: an ArrayBuffer of ours
}

const (
	largeBuffer = 1 << 20 // bytes from which it is worth it
	spareField  = "spare"
)

// toJS is toJS of a message, in the buffer that came back if one array fits it.
func (s *spares) toJS(message map[string]any, transfer *[]any) js.Value {
	object := jsObject.New()
	for field, value := range message {
		if bytes, ok := value.([]uint8); ok && s.held.Truthy() && s.held.Get("byteLength").Int() == len(bytes) {
			array := jsUint8Array.New(s.held)
			js.CopyBytesToJS(array, bytes)
			*transfer = append(*transfer, s.held)
			s.held = js.Undefined()
			object.Set(field, array)
			continue
		}
		object.Set(field, toJS(value, transfer))
	}
	if s.back.Truthy() {
		object.Set(spareField, s.back)
		*transfer = append(*transfer, s.back)
		s.back = js.Undefined()
	}
	return object
}

// fromJS is fromJS of a message, whose large buffer is free once it is copied.
func (s *spares) fromJS(data js.Value) any {
	if data.Type() != js.TypeObject {
		return nil
	}
	if spare := data.Get(spareField); spare.InstanceOf(jsArrayBuffer) {
		s.held = spare
		js.Global().Get("Reflect").Call("deleteProperty", data, spareField)
	}
	message := fromJS(data)
	fields, _ := message.(map[string]any)
	for field, value := range fields {
		if bytes, ok := value.([]uint8); ok && len(bytes) >= largeBuffer {
			s.back = data.Get(field).Get("buffer")
		}
	}
	return message
}
