//go:build goexperiment.simd

package cifar10

import "simd/archsimd"

// word4 holds a word of each text.
type word4 = archsimd.Uint32x4

// addBlocks is addBlocksPlain for all four at once, a vector for each word.
func addBlocks(state *[8][lanes]uint32, texts *[lanes][]byte) {
	var s [8]word4
	for i := range s {
		s[i] = archsimd.LoadUint32x4Array(&state[i])
	}
	var w [64][lanes]uint32
	for at := 0; at < len(texts[0]); at += sha256Block {
		read(&w, texts, at)
		expand(&w)
		a, b, c, d, e, f, g, h := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
		for i := 0; i < len(w); i += 8 { // eight rounds, and every variable is in its place again
			d, h = mix(a, b, c, d, e, f, g, h, &w[i], sha256Constants[i])
			c, g = mix(h, a, b, c, d, e, f, g, &w[i+1], sha256Constants[i+1])
			b, f = mix(g, h, a, b, c, d, e, f, &w[i+2], sha256Constants[i+2])
			a, e = mix(f, g, h, a, b, c, d, e, &w[i+3], sha256Constants[i+3])
			h, d = mix(e, f, g, h, a, b, c, d, &w[i+4], sha256Constants[i+4])
			g, c = mix(d, e, f, g, h, a, b, c, &w[i+5], sha256Constants[i+5])
			f, b = mix(c, d, e, f, g, h, a, b, &w[i+6], sha256Constants[i+6])
			e, a = mix(b, c, d, e, f, g, h, a, &w[i+7], sha256Constants[i+7])
		}
		for i, v := range [8]word4{a, b, c, d, e, f, g, h} {
			s[i] = s[i].Add(v)
		}
	}
	for i := range s {
		s[i].StoreArray(&state[i])
	}
}

// mix is a round: it returns the new d and h.
func mix(a, b, c, d, e, f, g, h word4, word *[lanes]uint32, constant uint32) (word4, word4) {
	s1 := e.RotateAllRight(6).Xor(e.RotateAllRight(11)).Xor(e.RotateAllRight(25))
	s0 := a.RotateAllRight(2).Xor(a.RotateAllRight(13)).Xor(a.RotateAllRight(22))
	next := archsimd.LoadUint32x4Array(word).Add(archsimd.BroadcastUint32x4(constant))
	t := h.Add(next).Add(s1).Add(f.Xor(g).And(e).Xor(g))
	return d.Add(t), t.Add(s0).Add(a.Xor(b).And(b.Xor(c)).Xor(b))
}

// read takes the 16 words of a block of each text.
func read(w *[64][lanes]uint32, texts *[lanes][]byte, at int) {
	for i := 0; i < 16; i += 4 {
		from, to := at+4*i, at+4*i+16
		a, b := bigEndian(texts[0][from:to]), bigEndian(texts[1][from:to])
		c, d := bigEndian(texts[2][from:to]), bigEndian(texts[3][from:to])
		a.SetElem(1, b.GetElem(0)).SetElem(2, c.GetElem(0)).SetElem(3, d.GetElem(0)).StoreArray(&w[i])
		b.SetElem(0, a.GetElem(1)).SetElem(2, c.GetElem(1)).SetElem(3, d.GetElem(1)).StoreArray(&w[i+1])
		c.SetElem(0, a.GetElem(2)).SetElem(1, b.GetElem(2)).SetElem(3, d.GetElem(2)).StoreArray(&w[i+2])
		d.SetElem(0, a.GetElem(3)).SetElem(1, b.GetElem(3)).SetElem(2, c.GetElem(3)).StoreArray(&w[i+3])
	}
}

// bigEndian returns the next four words of a text.
func bigEndian(text []byte) word4 {
	x := archsimd.LoadUint8x16(text).ReshapeToUint32s()
	inner := archsimd.BroadcastUint32x4(0x00ff00ff)
	return x.RotateAllLeft(8).And(inner).Or(x.RotateAllRight(8).AndNot(inner))
}

// expand makes the 64 words of a block of its first 16.
func expand(w *[64][lanes]uint32) {
	for i := 16; i < 64; i++ {
		x, y := archsimd.LoadUint32x4Array(&w[i-15]), archsimd.LoadUint32x4Array(&w[i-2])
		s0 := x.RotateAllRight(7).Xor(x.RotateAllRight(18)).Xor(x.ShiftAllRight(3))
		s1 := y.RotateAllRight(17).Xor(y.RotateAllRight(19)).Xor(y.ShiftAllRight(10))
		archsimd.LoadUint32x4Array(&w[i-16]).Add(s0).
			Add(archsimd.LoadUint32x4Array(&w[i-7])).Add(s1).StoreArray(&w[i])
	}
}
