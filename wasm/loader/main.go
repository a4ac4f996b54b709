//go:build js && wasm

// Command loader is the program of the worker that reads files. It is loaded when
// the first files are dropped or chosen, and ends when they are read, so that its
// memory is freed. Its tests are in package loading.
package main

import (
	"io"
	"runtime/debug"
	"time"

	"onelayer/engine/cifar10/reader"
	"onelayer/wasm/loader/loading"
	"onelayer/wasm/port"
	"onelayer/wasm/service"
)

func main() {
	// Shards are large and short-lived: collect them before the next is read.
	debug.SetGCPercent(10)
	page := port.Self()
	s := loading.New(loading.Host{
		Host: service.Host{Post: page.Post},
		Now:  time.Now,
		Decompress: func(form reader.Compression, r io.Reader) (io.ReadCloser, error) {
			return port.Decompress(string(form), r)
		},
	})
	page.Listen(s.Receive)
	s.Run(nil)
}
