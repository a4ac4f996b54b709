//go:build js && wasm

package port

import "syscall/js"

// chunk is a Uint8Array that comes from a stream and is read once.
type chunk struct {
	array  js.Value
	used   int // bytes of it that were read
	length int
}

// empty reports whether there is nothing left to read.
func (c *chunk) empty() bool { return c.used == c.length }

// read copies the next bytes to p.
func (c *chunk) read(p []byte) int {
	n := js.CopyBytesToGo(p, c.array.Call("subarray", c.used))
	c.used += n
	return n
}

// replace replaces a chunk that was read by the next one.
func (c *chunk) replace(array js.Value) {
	if c.array.Truthy() {
		discard(c.array.Get("buffer"))
	}
	*c = chunk{array: array, length: array.Length()}
}
