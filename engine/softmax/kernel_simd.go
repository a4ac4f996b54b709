//go:build goexperiment.simd && (amd64 || wasm)

package softmax

import (
	"simd/archsimd"
	"unsafe"
)

// The kernels on vectors of four. wasm and amd64 have 16 vector registers, so
// forward and backward keep ten sums, two inputs and a factor in them. Three
// things are for the compiler: it spills some sums at the end of a loop's body,
// so bodies are long; it inlines closures that capture vectors, so a step is a
// closure; and it would check every access to slices, so vectors are read through
// pointers. Each kernel checks its lengths once, by slicing.

// vec is four float32 values.
type vec = archsimd.Float32x4

// Sizes in bytes.
const (
	vecBytes   = 4 * lanes
	groupBytes = 4 * group
	halfBytes  = groupBytes / 2 // of five classes
	tileBytes  = 4 * tile
)

// load reads the vector at p + offset bytes.
func load(p unsafe.Pointer, offset uintptr) vec {
	return archsimd.LoadFloat32x4Array((*[lanes]float32)(unsafe.Add(p, offset)))
}

// store writes the vector at p + offset bytes.
func store(p unsafe.Pointer, offset uintptr, v vec) {
	v.StoreArray((*[lanes]float32)(unsafe.Add(p, offset)))
}

func splat(v float32) vec { return archsimd.BroadcastFloat32x4(v) }

// forwardVector takes two images and half the classes at a time.
func forwardVector(sum, x, w []float32) {
	n := len(x) / tile
	sum, w = sum[:n*group], w[:tileSize]
	sumAt, xAt, wAt := unsafe.Pointer(&sum[0]), unsafe.Pointer(&x[0]), unsafe.Pointer(&w[0])
	for range n / 2 {
		forwardBlock(sumAt, xAt, wAt)
		forwardBlock(unsafe.Add(sumAt, halfBytes), xAt, unsafe.Add(wAt, halfBytes))
		sumAt, xAt = unsafe.Add(sumAt, 2*groupBytes), unsafe.Add(xAt, 2*tileBytes)
	}
}

// forwardBlock adds a tile's share to the sums of five classes for two images:
// a is the first image's, b the second's.
func forwardBlock(sum, x, w unsafe.Pointer) {
	a0, b0 := load(sum, 0*vecBytes), load(sum, groupBytes+0*vecBytes)
	a1, b1 := load(sum, 1*vecBytes), load(sum, groupBytes+1*vecBytes)
	a2, b2 := load(sum, 2*vecBytes), load(sum, groupBytes+2*vecBytes)
	a3, b3 := load(sum, 3*vecBytes), load(sum, groupBytes+3*vecBytes)
	a4, b4 := load(sum, 4*vecBytes), load(sum, groupBytes+4*vecBytes)
	step := func(i uintptr) { // the i-th four inputs, counted from x
		xa, xb := load(x, i*vecBytes), load(x, i*vecBytes+tileBytes)
		w0 := load(w, i*groupBytes+0*vecBytes)
		a0, b0 = a0.Add(xa.Mul(w0)), b0.Add(xb.Mul(w0))
		w1 := load(w, i*groupBytes+1*vecBytes)
		a1, b1 = a1.Add(xa.Mul(w1)), b1.Add(xb.Mul(w1))
		w2 := load(w, i*groupBytes+2*vecBytes)
		a2, b2 = a2.Add(xa.Mul(w2)), b2.Add(xb.Mul(w2))
		w3 := load(w, i*groupBytes+3*vecBytes)
		a3, b3 = a3.Add(xa.Mul(w3)), b3.Add(xb.Mul(w3))
		w4 := load(w, i*groupBytes+4*vecBytes)
		a4, b4 = a4.Add(xa.Mul(w4)), b4.Add(xb.Mul(w4))
	}
	for range tile / lanes / 16 {
		step(0)
		step(1)
		step(2)
		step(3)
		step(4)
		step(5)
		step(6)
		step(7)
		step(8)
		step(9)
		step(10)
		step(11)
		step(12)
		step(13)
		step(14)
		step(15)
		x, w = unsafe.Add(x, 16*vecBytes), unsafe.Add(w, 16*groupBytes)
	}
	store(sum, 0*vecBytes, a0)
	store(sum, 1*vecBytes, a1)
	store(sum, 2*vecBytes, a2)
	store(sum, 3*vecBytes, a3)
	store(sum, 4*vecBytes, a4)
	store(sum, groupBytes+0*vecBytes, b0)
	store(sum, groupBytes+1*vecBytes, b1)
	store(sum, groupBytes+2*vecBytes, b2)
	store(sum, groupBytes+3*vecBytes, b3)
	store(sum, groupBytes+4*vecBytes, b4)
}

// backwardVector takes eight inputs and half the classes at a time.
func backwardVector(dst, w []float32, decay float32, g, x []float32) {
	n := len(x) / tile
	dst, w, g = dst[:tileSize], w[:tileSize], g[:n*group]
	dstAt, wAt := unsafe.Pointer(&dst[0]), unsafe.Pointer(&w[0])
	gAt, xAt := unsafe.Pointer(&g[0]), unsafe.Pointer(&x[0])
	for range tile / lanes / 2 {
		backwardBlock(dstAt, wAt, decay, gAt, xAt, n)
		backwardBlock(
			unsafe.Add(dstAt, halfBytes),
			unsafe.Add(wAt, halfBytes),
			decay,
			unsafe.Add(gAt, halfBytes),
			xAt,
			n,
		)
		dstAt, wAt, xAt = unsafe.Add(dstAt, 2*groupBytes), unsafe.Add(wAt, 2*groupBytes), unsafe.Add(xAt, 2*vecBytes)
	}
}

// backwardBlock sets the weights of five classes for eight inputs: a is the
// first four inputs', b the second's. n is a multiple of four.
func backwardBlock(dst, w unsafe.Pointer, decay float32, g, x unsafe.Pointer, n int) {
	var a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 vec
	step := func(i uintptr) { // the i-th image, counted from x
		xa, xb := load(x, i*tileBytes), load(x, i*tileBytes+vecBytes)
		g0 := load(g, i*groupBytes+0*vecBytes)
		a0, b0 = a0.Add(xa.Mul(g0)), b0.Add(xb.Mul(g0))
		g1 := load(g, i*groupBytes+1*vecBytes)
		a1, b1 = a1.Add(xa.Mul(g1)), b1.Add(xb.Mul(g1))
		g2 := load(g, i*groupBytes+2*vecBytes)
		a2, b2 = a2.Add(xa.Mul(g2)), b2.Add(xb.Mul(g2))
		g3 := load(g, i*groupBytes+3*vecBytes)
		a3, b3 = a3.Add(xa.Mul(g3)), b3.Add(xb.Mul(g3))
		g4 := load(g, i*groupBytes+4*vecBytes)
		a4, b4 = a4.Add(xa.Mul(g4)), b4.Add(xb.Mul(g4))
	}
	for ; n >= 8; n -= 8 {
		step(0)
		step(1)
		step(2)
		step(3)
		step(4)
		step(5)
		step(6)
		step(7)
		x, g = unsafe.Add(x, 8*tileBytes), unsafe.Add(g, 8*groupBytes)
	}
	if n > 0 {
		step(0)
		step(1)
		step(2)
		step(3)
	}
	d := splat(decay)
	update := func(offset uintptr, sum vec) { store(dst, offset, d.Mul(load(w, offset)).Add(sum)) }
	update(0*vecBytes, a0)
	update(1*vecBytes, a1)
	update(2*vecBytes, a2)
	update(3*vecBytes, a3)
	update(4*vecBytes, a4)
	update(groupBytes+0*vecBytes, b0)
	update(groupBytes+1*vecBytes, b1)
	update(groupBytes+2*vecBytes, b2)
	update(groupBytes+3*vecBytes, b3)
	update(groupBytes+4*vecBytes, b4)
}
