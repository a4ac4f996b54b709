//go:build !goexperiment.simd || !wasm

package cifar10

// addBlock is the fastest version in this build.
func addBlock(sum, squares *[Dim]uint64, pixels []uint8) { addBlockPlain(sum, squares, pixels) }
