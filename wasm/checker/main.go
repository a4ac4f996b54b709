//go:build js && wasm

// Command checker is the program of the worker that checks gradients. It is
// loaded when the first check is asked for. Its tests are the session's.
package main

import (
	"context"
	"time"

	"onelayer/wasm/checker/session"
	"onelayer/wasm/port"
)

func main() {
	page := port.Self()
	s := session.New(session.Host{
		Post:  page.Post,
		Yield: port.NewYielder().Yield,
		Now:   time.Now,
	})
	page.Listen(context.Background(), s.Receive)
	s.Run(context.Background())
}
