//go:build js && wasm

package port

import (
	"syscall/js"

	"onelayer/engine/refusal"
)

// digested is what Digest gives to the browser, which copies it at once.
var digested = jsUint8Array.New(0)

// Digest returns the SHA-256 of data, by the browser's own implementation, which is
// several times faster than Go's compiled to wasm. It fails outside secure contexts,
// which browsers require for it. It must not be used from a callback.
func Digest(data []uint8) ([]byte, error) {
	subtle := js.Global().Get("crypto").Get("subtle")
	if !subtle.Truthy() {
		return nil, refusal.New(
			"no-digest",
			"this browser computes digests only for pages that are served securely",
			nil,
		)
	}
	if digested.Length() < len(data) {
		digested = jsUint8Array.New(len(data))
	}
	array := digested.Call("subarray", 0, len(data))
	js.CopyBytesToJS(array, data)
	result, err := await(subtle.Call("digest", "SHA-256", array))
	if err != nil {
		return nil, err
	}
	return numbersFromJS[uint8](jsUint8Array.New(result)), nil
}
