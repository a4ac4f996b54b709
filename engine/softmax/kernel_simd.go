//go:build goexperiment.simd && wasm

package softmax

import (
	"simd/archsimd"
	"unsafe"
)

// fastest are the kernels to use in this build.
var fastest = &vector

var vector = kernels{
	name:     "simd",
	widen:    widenVector,
	forward:  forwardVector,
	softmax:  softmaxVector,
	backward: backwardVector,
}

type vec = archsimd.Float32x4

// load reads the vector at p + offset bytes. Slices would check every read.
func load(p unsafe.Pointer, offset uintptr) vec {
	return archsimd.LoadFloat32x4Array((*[lanes]float32)(unsafe.Add(p, offset)))
}

func store(p unsafe.Pointer, offset uintptr, v vec) {
	v.StoreArray((*[lanes]float32)(unsafe.Add(p, offset)))
}

const (
	vecBytes   = 16
	groupBytes = group * 4
	tileBytes  = tile * 4
)

func forwardVector(sum, x, w []float32) {
	n := len(x) / tile
	sp, xp := unsafe.Pointer(&sum[0]), unsafe.Pointer(&x[0])
	wp := unsafe.Pointer(&w[0])
	for range n / 2 {
		forwardPair(sp, xp, wp)
		forwardPair(unsafe.Add(sp, groupBytes/2), xp, unsafe.Add(wp, groupBytes/2))
		sp, xp = unsafe.Add(sp, 2*groupBytes), unsafe.Add(xp, 2*tileBytes)
	}
}


// multiplyAdd adds xa·w[k] to a[k] and xb·w[k] to b[k] for the five vectors from w + offset on.
func multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 vec, x unsafe.Pointer, offa, offb uintptr, w unsafe.Pointer, offset uintptr) (_, _, _, _, _, _, _, _, _, _ vec) {
	xa, xb := load(x, offa), load(x, offb)
	w0 := load(w, offset)
	a0, b0 = a0.Add(xa.Mul(w0)), b0.Add(xb.Mul(w0))
	w1 := load(w, offset+16)
	a1, b1 = a1.Add(xa.Mul(w1)), b1.Add(xb.Mul(w1))
	w2 := load(w, offset+32)
	a2, b2 = a2.Add(xa.Mul(w2)), b2.Add(xb.Mul(w2))
	w3 := load(w, offset+48)
	a3, b3 = a3.Add(xa.Mul(w3)), b3.Add(xb.Mul(w3))
	w4 := load(w, offset+64)
	a4, b4 = a4.Add(xa.Mul(w4)), b4.Add(xb.Mul(w4))
	return a0, a1, a2, a3, a4, b0, b1, b2, b3, b4
}

func forwardPair(sum, x, w unsafe.Pointer) {
	a0, a1, a2, a3, a4 := load(sum, 0), load(sum, 16), load(sum, 32), load(sum, 48), load(sum, 64)
	b0, b1, b2, b3, b4 := load(sum, 160), load(sum, 176), load(sum, 192), load(sum, 208), load(sum, 224)
	for range tile / (4*8) {
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 0, tileBytes+0, w, 0)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 16, tileBytes+16, w, 160)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 32, tileBytes+32, w, 320)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 48, tileBytes+48, w, 480)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 64, tileBytes+64, w, 640)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 80, tileBytes+80, w, 800)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 96, tileBytes+96, w, 960)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 112, tileBytes+112, w, 1120)
		x, w = unsafe.Add(x, 16*8), unsafe.Add(w, 160*8)
	}
	store(sum, 0, a0)
	store(sum, 16, a1)
	store(sum, 32, a2)
	store(sum, 48, a3)
	store(sum, 64, a4)
	store(sum, 160, b0)
	store(sum, 176, b1)
	store(sum, 192, b2)
	store(sum, 208, b3)
	store(sum, 224, b4)
}

func backwardVector(dst, w []float32, decay float32, g, x []float32) {
	n := len(x) / tile
	dp, wp, gp, xp := unsafe.Pointer(&dst[0]), unsafe.Pointer(&w[0]), unsafe.Pointer(&g[0]), unsafe.Pointer(&x[0])
	for range tile / 8 {
		backwardBlock(dp, wp, decay, gp, xp, n)
		backwardBlock(unsafe.Add(dp, 80), unsafe.Add(wp, 80), decay, unsafe.Add(gp, 80), xp, n)
		xp = unsafe.Add(xp, 32)
		dp, wp = unsafe.Add(dp, 320), unsafe.Add(wp, 320)
	}
}

func backwardBlock(dst, old unsafe.Pointer, decay float32, w, x unsafe.Pointer, n int) {
	var a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 vec
	for ; n >= 8; n -= 8 {
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 0*tileBytes, 0*tileBytes+16, w, 0)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 1*tileBytes, 1*tileBytes+16, w, 160)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 2*tileBytes, 2*tileBytes+16, w, 320)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 3*tileBytes, 3*tileBytes+16, w, 480)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 4*tileBytes, 4*tileBytes+16, w, 640)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 5*tileBytes, 5*tileBytes+16, w, 800)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 6*tileBytes, 6*tileBytes+16, w, 960)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 7*tileBytes, 7*tileBytes+16, w, 1120)
		x, w = unsafe.Add(x, 8*tileBytes), unsafe.Add(w, 8*160)
	}
	for ; n >= 4; n -= 4 {
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 0*tileBytes, 0*tileBytes+16, w, 0)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 1*tileBytes, 1*tileBytes+16, w, 160)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 2*tileBytes, 2*tileBytes+16, w, 320)
		a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = multiplyAdd(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, x, 3*tileBytes, 3*tileBytes+16, w, 480)
		x, w = unsafe.Add(x, 4*tileBytes), unsafe.Add(w, 4*160)
	}
	dv := archsimd.BroadcastFloat32x4(decay)
	store(dst, 0, dv.Mul(load(old, 0)).Add(a0))
	store(dst, 16, dv.Mul(load(old, 16)).Add(a1))
	store(dst, 32, dv.Mul(load(old, 32)).Add(a2))
	store(dst, 48, dv.Mul(load(old, 48)).Add(a3))
	store(dst, 64, dv.Mul(load(old, 64)).Add(a4))
	store(dst, 160, dv.Mul(load(old, 160)).Add(b0))
	store(dst, 176, dv.Mul(load(old, 176)).Add(b1))
	store(dst, 192, dv.Mul(load(old, 192)).Add(b2))
	store(dst, 208, dv.Mul(load(old, 208)).Add(b3))
	store(dst, 224, dv.Mul(load(old, 224)).Add(b4))
}

func widenVector(x []float32, stride int, pixels []uint8, s *Scaler) {
	for t := range tiles {
		to := unsafe.Pointer(&x[t*stride:][:tile][0])
		from := unsafe.Pointer(&pixels[t*tile:][:tile][0])
		scale, shift := unsafe.Pointer(&s.scale[t*tile]), unsafe.Pointer(&s.shift[t*tile])
		for range tile / 16 {
			bytes := archsimd.LoadUint8x16Array((*[16]uint8)(from))
			lo, hi := bytes.ExtendLo8ToUint16(), bytes.ExtendHi8ToUint16()
			store(to, 0, convert(lo.ExtendLo4ToUint32()).Mul(load(scale, 0)).Add(load(shift, 0)))
			store(to, 16, convert(lo.ExtendHi4ToUint32()).Mul(load(scale, 16)).Add(load(shift, 16)))
			store(to, 32, convert(hi.ExtendLo4ToUint32()).Mul(load(scale, 32)).Add(load(shift, 32)))
			store(to, 48, convert(hi.ExtendHi4ToUint32()).Mul(load(scale, 48)).Add(load(shift, 48)))
			from, to = unsafe.Add(from, 16), unsafe.Add(to, 64)
			scale, shift = unsafe.Add(scale, 64), unsafe.Add(shift, 64)
		}
	}
}

// convert is exact: the numbers are bytes, and the signed conversion is the
// machine's own.
func convert(v archsimd.Uint32x4) vec { return v.BitsToInt32().ConvertToFloat32() }

func softmaxVector(p, s, largest, total []float32) {
	for q := range len(largest) / lanes {
		sp, pp := unsafe.Pointer(&s[q*group]), unsafe.Pointer(&p[q*group])
		m := load(sp, 0)
		for k := uintptr(1); k < classes; k++ {
			m = m.Max(load(sp, k*16))
		}
		var sum vec
		for k := uintptr(0); k < classes; k++ {
			e := exp(load(sp, k*16).Sub(m))
			store(pp, k*16, e)
			sum = sum.Add(e)
		}
		for k := uintptr(0); k < classes; k++ {
			store(pp, k*16, load(pp, k*16).Div(sum))
		}
		store(unsafe.Pointer(&largest[q*lanes]), 0, m)
		store(unsafe.Pointer(&total[q*lanes]), 0, sum)
	}
}

// exp returns e^v for v ≤ 0 or NaN: with v = n·ln 2 + r it is 2ⁿ·e^r, and
// |r| ≤ ln 2/2 needs a polynomial of degree 7 only (Cephes' expf).
func exp(v vec) vec {
	v = splat(-87).Max(v) // e⁻⁸⁷ is about the least normal number
	n := v.Mul(splat(1.44269504)).Round()
	r := v.Sub(n.Mul(splat(0.693359375))).Sub(n.Mul(splat(-2.12194440e-4)))
	e := splat(1.9875691500e-4)
	e = e.Mul(r).Add(splat(1.3981999507e-3))
	e = e.Mul(r).Add(splat(8.3334519073e-3))
	e = e.Mul(r).Add(splat(4.1665795894e-2))
	e = e.Mul(r).Add(splat(1.6666665459e-1))
	e = e.Mul(r).Add(splat(5.0000001201e-1))
	e = e.Mul(r).Mul(r).Add(r).Add(splat(1))
	power := n.ConvertToInt32().Add(archsimd.BroadcastInt32x4(127)).ShiftAllLeft(23)
	return e.Mul(power.ToBits().BitsToFloat32())
}

func splat(v float32) vec { return archsimd.BroadcastFloat32x4(v) }
