//go:build js && wasm

package port

import "syscall/js"

// Hash is the browser's SHA-256, of texts that come in parts: crypto.subtle takes a whole one.
type Hash struct {
	text js.Value // used again: new memory takes longer than the copying
	used int
}

// NewHash returns a Hash for texts of at most size bytes, or nil where the browser has none: on a
// page that came over plain HTTP.
func NewHash(size int) *Hash {
	if jsSubtle().IsUndefined() {
		return nil
	}
	return &Hash{text: jsUint8Array.New(size)}
}

func jsSubtle() js.Value { return js.Global().Get("crypto").Get("subtle") }

// Write adds bytes to the text.
func (h *Hash) Write(bytes []uint8) {
	h.used += js.CopyBytesToJS(h.text.Call("subarray", h.used), bytes)
}

// Sum starts the hash of the text, which the browser copies, and begins another. The result waits
// for the hash; it must not be used from a callback.
func (h *Hash) Sum() (wait func() ([]uint8, error)) {
	sum := jsSubtle().Call("digest", "SHA-256", h.text.Call("subarray", 0, h.used))
	h.used = 0
	return func() ([]uint8, error) {
		buffer, err := await(sum)
		if err != nil {
			return nil, err
		}
		return numbersFromJS[uint8](jsUint8Array.New(buffer)), nil
	}
}
