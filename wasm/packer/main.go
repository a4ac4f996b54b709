//go:build js && wasm

// Command packer is the program of the worker that writes and reads weights as
// NumPy archives. It is loaded when that is asked for. Its tests are the session's.
package main

import (
	"context"

	"onelayer/wasm/packer/session"
	"onelayer/wasm/port"
)

func main() {
	page := port.Self()
	s := session.New(page.Post)
	page.Listen(context.Background(), s.Receive)
	s.Run(context.Background())
}
