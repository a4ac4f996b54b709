//go:build js && wasm

package port

import "syscall/js"

// chunk is a Uint8Array that is read once.
type chunk struct {
	array  js.Value
	used   int // bytes of it that were read
	length int
}

func newChunk(array js.Value) *chunk { return &chunk{array: array, length: array.Length()} }

// empty reports whether there is nothing left to read.
func (c *chunk) empty() bool { return c.used == c.length }

// read copies the next bytes to p.
func (c *chunk) read(p []byte) int {
	n := js.CopyBytesToGo(p, c.array.Call("subarray", c.used))
	c.used += n
	return n
}
