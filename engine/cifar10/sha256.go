package cifar10

import (
	"encoding/binary"
	"io"
	"math/bits"
)

// sha256 is the hash of FIPS 180-4 over what is written. The standard library's does the same, but pulls in so
// much of package crypto that it would be one twentieth of what a visitor downloads before the first training
// step.
type sha256 struct {
	state  [8]uint32
	block  [sha256Block]byte
	length uint64 // bytes written
}

const (
	sha256Size  = 32 // bytes of a sum
	sha256Block = 64
)

// SHA256 returns the hex digits of the hash of all that is read.
func SHA256(r io.Reader) (string, error) {
	hash := newSHA256()
	_, err := io.CopyBuffer(hash, r, make([]byte, 1<<20))
	return hexDigits(hash.sum()), err
}

// hexDigits writes bytes as encoding/hex does, without package fmt, which would be a part of the page's first download.
func hexDigits(bytes []byte) string {
	const digits = "0123456789abcdef"
	text := make([]byte, 0, 2*len(bytes))
	for _, b := range bytes {
		text = append(text, digits[b>>4], digits[b&15])
	}
	return string(text)
}

func newSHA256() *sha256 {
	return &sha256{state: [8]uint32{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	}}
}

// Write implements io.Writer. It never fails.
func (h *sha256) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		at := int(h.length % sha256Block)
		if at == 0 && len(p) >= sha256Block {
			h.add((*[sha256Block]byte)(p))
			p, h.length = p[sha256Block:], h.length+sha256Block
			continue
		}
		copied := copy(h.block[at:], p)
		p, h.length = p[copied:], h.length+uint64(copied)
		if h.length%sha256Block == 0 {
			h.add(&h.block)
		}
	}
	return n, nil
}

// sum ends the hash and returns its sum.
func (h *sha256) sum() []byte {
	length := 8 * h.length
	padding := make([]byte, (sha256Block+55-h.length%sha256Block)%sha256Block+1, 2*sha256Block)
	padding[0] = 0x80
	h.Write(binary.BigEndian.AppendUint64(padding, length))
	sum := make([]byte, 0, sha256Size)
	for _, word := range h.state {
		sum = binary.BigEndian.AppendUint32(sum, word)
	}
	return sum
}

// add mixes a block in.
func (h *sha256) add(block *[sha256Block]byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = binary.BigEndian.Uint32(block[4*i:])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-15], w[i-2]
		s0 := bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3
		s1 := bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	s := &h.state
	a, b, c, d, e, f, g, k := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	for i, word := range w {
		s1 := bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)
		s0 := bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)
		t1 := k + s1 + (e&f ^ ^e&g) + sha256Constants[i] + word
		t2 := s0 + (a&b ^ a&c ^ b&c)
		a, b, c, d, e, f, g, k = t1+t2, a, b, c, d+t1, e, f, g
	}
	for i, v := range [8]uint32{a, b, c, d, e, f, g, k} {
		h.state[i] += v
	}
}

// sha256Constants are the first bits of the cube roots of the first 64 primes.
var sha256Constants = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}
