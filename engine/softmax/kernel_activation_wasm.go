//go:build goexperiment.simd

package softmax

import (
	"simd/archsimd"
	"unsafe"
)

// softmaxVector takes four images at a time, one in each lane.
func softmaxVector(p, s, largest, total []float32) {
	n := len(largest)
	p, s, total = p[:n*classes], s[:n*classes], total[:n]
	for i := 0; i < n; i += lanes {
		s, p := unsafe.Pointer(&s[i*classes]), unsafe.Pointer(&p[i*classes])
		m := load(s, 0)
		for k := uintptr(1); k < classes; k++ {
			m = m.Max(load(s, k*vecBytes))
		}
		var sum vec
		for k := uintptr(0); k < classes; k++ {
			e := exp(load(s, k*vecBytes).Sub(m))
			store(p, k*vecBytes, e)
			sum = sum.Add(e)
		}
		for k := uintptr(0); k < classes; k++ {
			store(p, k*vecBytes, load(p, k*vecBytes).Div(sum))
		}
		store(unsafe.Pointer(&largest[i]), 0, m)
		store(unsafe.Pointer(&total[i]), 0, sum)
	}
}

// exp returns e^v for v ≤ 0, to about one unit in the last place, and NaN for
// NaN: with v = n·ln 2 + r it is 2ⁿ·e^r, and for |r| ≤ ln 2/2 a polynomial is
// enough (the constants are those of Cephes' expf). Below −87, where float32
// leaves its normal numbers, it returns e⁻⁸⁷.
func exp(v vec) vec {
	const (
		ln2High = 0.693359375 // n·ln2High is exact
		ln2Low  = -2.12194440e-4
	)
	v = splat(-87).Max(v)
	n := v.Mul(splat(1.44269504)).Round() // 1/ln 2
	r := v.Sub(n.Mul(splat(ln2High))).Sub(n.Mul(splat(ln2Low)))
	e := splat(1.9875691500e-4)
	e = e.Mul(r).Add(splat(1.3981999507e-3))
	e = e.Mul(r).Add(splat(8.3334519073e-3))
	e = e.Mul(r).Add(splat(4.1665795894e-2))
	e = e.Mul(r).Add(splat(1.6666665459e-1))
	e = e.Mul(r).Add(splat(5.0000001201e-1))
	e = e.Mul(r).Mul(r).Add(r).Add(splat(1))
	exponent := n.ConvertToInt32().Add(archsimd.BroadcastInt32x4(127)).ShiftAllLeft(23)
	return e.Mul(exponent.ToBits().BitsToFloat32())
}

// sigmoidVector takes four images at a time, one in each lane.
func sigmoidVector(p, s, largest, total, rest []float32) {
	n := len(largest)
	p, s, total, rest = p[:n*classes], s[:n*classes], total[:n], rest[:n]
	one, zero := splat(1), splat(0)
	for i := 0; i < n; i += lanes {
		s, p := unsafe.Pointer(&s[i*classes]), unsafe.Pointer(&p[i*classes])
		m, product, sum := load(s, 0), one, zero
		for k := uintptr(0); k < classes; k++ {
			v := load(s, k*vecBytes)
			e := exp(v.Abs().Neg())
			inverse := one.Div(e.Add(one))
			store(p, k*vecBytes, e.Mul(inverse).IfElse(v.Less(zero), inverse))
			product = product.Mul(e.Add(one))
			sum = sum.Add(v.Max(zero))
			m = m.Max(v)
		}
		store(unsafe.Pointer(&largest[i]), 0, m)
		store(unsafe.Pointer(&total[i]), 0, product)
		store(unsafe.Pointer(&rest[i]), 0, sum)
	}
}
