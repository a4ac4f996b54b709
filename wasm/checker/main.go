//go:build js && wasm

// Command checker is the program of the worker that checks gradients. It is
// loaded for the first check. Its tests are in package checking.
package main

import (
	"time"

	"onelayer/wasm/checker/checking"
	"onelayer/wasm/port"
	"onelayer/wasm/service"
)

func main() {
	page := port.Self()
	s := checking.New(checking.Host{
		Host: service.Host{Post: page.Post, Yield: port.NewYielder().Yield},
		Now:  time.Now,
	})
	page.Listen(s.Receive)
	s.Run(nil)
}
