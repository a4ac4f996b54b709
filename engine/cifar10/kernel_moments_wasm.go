//go:build goexperiment.simd

package cifar10

import (
	"simd/archsimd"
	"unsafe"
)

// addBlock is addBlockPlain, 16 dimensions at a time.
func addBlock(sum, squares *[Dim]uint64, pixels []uint8) {
	n := len(pixels) / Dim
	pixels = pixels[:n*Dim]
	for d := 0; d < Dim; d += 16 {
		addColumns((*[16]uint64)(sum[d:]), (*[16]uint64)(squares[d:]), unsafe.Pointer(&pixels[d]), n)
	}
}

// addColumns adds 16 dimensions of n images, the first of which is at p.
func addColumns(sum, squares *[16]uint64, p unsafe.Pointer, n int) {
	var low, high archsimd.Uint16x8
	var q0, q1, q2, q3 archsimd.Uint32x4
	for range n {
		x := archsimd.LoadUint8x16Array((*[16]uint8)(p))
		low, high = low.Add(x.ExtendLo8ToUint16()), high.Add(x.ExtendHi8ToUint16())
		squaredLow, squaredHigh := x.MulWidenLo(x), x.MulWidenHi(x)
		q0, q1 = q0.Add(squaredLow.ExtendLo4ToUint32()), q1.Add(squaredLow.ExtendHi4ToUint32())
		q2, q3 = q2.Add(squaredHigh.ExtendLo4ToUint32()), q3.Add(squaredHigh.ExtendHi4ToUint32())
		p = unsafe.Add(p, Dim)
	}
	var sums [2][8]uint16
	low.StoreArray(&sums[0])
	high.StoreArray(&sums[1])
	var parts [4][4]uint32
	q0.StoreArray(&parts[0])
	q1.StoreArray(&parts[1])
	q2.StoreArray(&parts[2])
	q3.StoreArray(&parts[3])
	for d := range 16 {
		sum[d] += uint64(sums[d/8][d%8])
		squares[d] += uint64(parts[d/4][d%4])
	}
}
