package cifar10

import (
	"bytes"
	standard "crypto/sha256"
	"math/rand/v2"
	"testing"
)

func TestFourHashesAtOnceAreTheStandardOnes(t *testing.T) {
	source := rand.NewChaCha8([32]byte{1})
	for n := range 300 {
		for _, blocks := range []int{0, 1, n / sha256Block} {
			whole := min(blocks, n/sha256Block) * sha256Block
			var texts, firsts, rests [lanes][]byte
			for lane := range texts {
				texts[lane] = make([]byte, n)
				source.Read(texts[lane])
				firsts[lane], rests[lane] = texts[lane][:whole:whole], texts[lane][whole:n:n]
			}
			h := newSHA256Lanes()
			h.write(&firsts)
			sums := h.sums(&rests)
			for lane, text := range texts {
				if want := standard.Sum256(text); !bytes.Equal(sums[lane], want[:]) {
					t.Fatalf("the sum of text %d of %d bytes, %d of them first, is another", lane, n, whole)
				}
			}
		}
	}
}

func TestAddBlocksIsThePlainOne(t *testing.T) {
	source := rand.NewChaCha8([32]byte{2})
	var texts [lanes][]byte
	for lane := range texts {
		texts[lane] = make([]byte, 5*sha256Block)
		source.Read(texts[lane])
	}
	got, want := newSHA256Lanes().state, newSHA256Lanes().state
	addBlocks(&got, &texts)
	addBlocksPlain(&want, &texts)
	if got != want {
		t.Errorf("%x, want %x", got, want)
	}
}

func BenchmarkSHA256Lanes(b *testing.B) {
	var texts [lanes][]byte
	for lane := range texts {
		texts[lane] = make([]byte, 1<<18)
	}
	b.SetBytes(lanes << 18)
	for b.Loop() {
		newSHA256Lanes().write(&texts)
	}
}
