package cifar10

import (
	"bytes"
	standard "crypto/sha256"
	"testing"
)

func TestSHA256IsTheStandardOne(t *testing.T) {
	text := bytes.Repeat([]byte("one layer "), 30)
	for n := range 300 {
		for _, first := range []int{0, 1, 63, 64, 65, 200} {
			first := min(first, n)
			h := newSHA256()
			h.Write(text[:first])
			h.Write(text[first:n])
			if want := standard.Sum256(text[:n]); !bytes.Equal(h.sum(), want[:]) {
				t.Fatalf("the sum of %d bytes, written in %d and %d, is another", n, first, n-first)
			}
		}
	}
}

func BenchmarkSHA256(b *testing.B) {
	text := make([]byte, 1<<20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newSHA256().Write(text)
	}
}
