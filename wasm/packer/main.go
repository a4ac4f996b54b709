//go:build js && wasm

// Command packer is the program of the worker that writes and reads weights as NumPy
// archives. It is loaded on demand. Its tests are in package packing.
package main

import (
	"onelayer/wasm/packer/packing"
	"onelayer/wasm/port"
	"onelayer/wasm/service"
)

func main() {
	page := port.Self()
	s := packing.New(service.Host{Post: page.Post})
	page.Listen(s.Receive)
	s.Run(nil)
}
