//go:build goexperiment.simd

package softmax

import (
	"simd/archsimd"
	"unsafe"
)

// widenVector takes 16 inputs of both images at a time.
func widenVector(x []float32, stride int, first, second []uint8, s *Scaler) {
	first, second = first[:dim], second[:dim]
	for t := range tiles {
		to := x[t*stride:][:2*tile]
		widenTile(unsafe.Pointer(&to[0]), unsafe.Pointer(&first[t*tile]), unsafe.Pointer(&second[t*tile]),
			unsafe.Pointer(&s.scale[t*tile]), unsafe.Pointer(&s.shift[t*tile]))
	}
}

// widenTile standardizes a tile of bytes starting at a to x, and one starting at
// b to the next image of x.
func widenTile(x, a, b, scale, shift unsafe.Pointer) {
	for range tile / 16 {
		a16 := archsimd.LoadUint8x16Array((*[16]uint8)(a))
		b16 := archsimd.LoadUint8x16Array((*[16]uint8)(b))
		put := func(offset uintptr, a, b archsimd.Uint32x4) {
			scale, shift := load(scale, offset), load(shift, offset)
			store(x, offset, convert(a).Mul(scale).Add(shift))
			store(x, offset+tileBytes, convert(b).Mul(scale).Add(shift))
		}
		aLow, bLow := a16.ExtendLo8ToUint16(), b16.ExtendLo8ToUint16()
		put(0*vecBytes, aLow.ExtendLo4ToUint32(), bLow.ExtendLo4ToUint32())
		put(1*vecBytes, aLow.ExtendHi4ToUint32(), bLow.ExtendHi4ToUint32())
		aHigh, bHigh := a16.ExtendHi8ToUint16(), b16.ExtendHi8ToUint16()
		put(2*vecBytes, aHigh.ExtendLo4ToUint32(), bHigh.ExtendLo4ToUint32())
		put(3*vecBytes, aHigh.ExtendHi4ToUint32(), bHigh.ExtendHi4ToUint32())
		x, a, b = unsafe.Add(x, 4*vecBytes), unsafe.Add(a, 16), unsafe.Add(b, 16)
		scale, shift = unsafe.Add(scale, 4*vecBytes), unsafe.Add(shift, 4*vecBytes)
	}
}

// convert is exact for bytes. It goes through signed numbers, which the
// processor converts in one instruction.
func convert(v archsimd.Uint32x4) vec { return v.BitsToInt32().ConvertToFloat32() }
