//go:build goexperiment.simd

package cifar10

import (
	"encoding/binary"
	"simd/archsimd"
)

// addBlocks is addBlocksPlain for all four at once, a vector for each word.
func addBlocks(state *[8][lanes]uint32, texts *[lanes][]byte) {
	var s [8]archsimd.Uint32x4
	for i := range s {
		s[i] = archsimd.LoadUint32x4Array(&state[i])
	}
	var w [64][lanes]uint32
	for at := 0; at < len(texts[0]); at += sha256Block {
		expand(&w, texts, at)
		a, b, c, d, e, f, g, k := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
		for i := range w {
			word := archsimd.LoadUint32x4Array(&w[i])
			s1 := e.RotateAllRight(6).Xor(e.RotateAllRight(11)).Xor(e.RotateAllRight(25))
			s0 := a.RotateAllRight(2).Xor(a.RotateAllRight(13)).Xor(a.RotateAllRight(22))
			t1 := k.Add(s1).Add(f.Xor(g).And(e).Xor(g)).Add(word).Add(archsimd.BroadcastUint32x4(sha256Constants[i]))
			t2 := s0.Add(a.Xor(b).And(c).Xor(a.And(b)))
			a, b, c, d, e, f, g, k = t1.Add(t2), a, b, c, d.Add(t1), e, f, g
		}
		for i, v := range [8]archsimd.Uint32x4{a, b, c, d, e, f, g, k} {
			s[i] = s[i].Add(v)
		}
	}
	for i := range s {
		s[i].StoreArray(&state[i])
	}
}

// expand makes the 64 words of a block of each text.
func expand(w *[64][lanes]uint32, texts *[lanes][]byte, at int) {
	for lane, text := range texts {
		block := text[at:][:sha256Block]
		for i := range 16 {
			w[i][lane] = binary.LittleEndian.Uint32(block[4*i:])
		}
	}
	inner := archsimd.BroadcastUint32x4(0x00ff00ff)
	for i := range 16 {
		x := archsimd.LoadUint32x4Array(&w[i])
		x.RotateAllLeft(8).And(inner).Or(x.RotateAllRight(8).And(inner.Not())).StoreArray(&w[i])
	}
	for i := 16; i < 64; i++ {
		x, y := archsimd.LoadUint32x4Array(&w[i-15]), archsimd.LoadUint32x4Array(&w[i-2])
		s0 := x.RotateAllRight(7).Xor(x.RotateAllRight(18)).Xor(x.ShiftAllRight(3))
		s1 := y.RotateAllRight(17).Xor(y.RotateAllRight(19)).Xor(y.ShiftAllRight(10))
		archsimd.LoadUint32x4Array(&w[i-16]).Add(s0).
			Add(archsimd.LoadUint32x4Array(&w[i-7])).Add(s1).StoreArray(&w[i])
	}
}
