//go:build js && wasm

package port

import (
	"errors"
	"syscall/js"

	"onelayer/engine/refusal"
)

// await blocks this goroutine, not the event loop, until a promise settles.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	settled := make(chan outcome, 1)
	fulfilled := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{value: args[0]}
		return nil
	})
	rejected := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{err: rejection(args[0])}
		return nil
	})
	defer fulfilled.Release()
	defer rejected.Release()
	promise.Call("then", fulfilled, rejected)
	o := <-settled
	return o.value, o.err
}

// rejection is the reason of a promise's rejection, in the visitor's words where the browser's are
// only for developers.
func rejection(reason js.Value) error {
	said := errors.New(js.Global().Get("String").Invoke(reason).String())
	if reason.Type() != js.TypeObject {
		return said
	}
	switch reason.Get("name").String() {
	case "NotFoundError":
		return refusal.New("file-gone", "it is no longer where it was", nil).Wraps(said)
	case "NotReadableError":
		return refusal.New("file-changed", "it was changed or taken away after it was chosen", nil).Wraps(said)
	case "SecurityError", "NotAllowedError":
		return refusal.New("browser-forbids", "the browser does not allow it", nil).Wraps(said)
	case "QuotaExceededError":
		return refusal.New("browser-full", "the browser has no room for it", nil).Wraps(said)
	}
	return said
}
