package training

import (
	"crypto/sha256"
	"errors"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/protocol"
)

// standard is the standard library's hash, as the browser would give it.
type standard struct {
	text []uint8
	err  error
}

func (s *standard) Write(bytes []uint8) { s.text = append(s.text, bytes...) }

func (s *standard) Sum() func() ([]uint8, error) {
	sum := sha256.Sum256(s.text)
	s.text = nil
	return func() ([]uint8, error) { return sum[:], s.err }
}

// The browser's hash gives the engine's fingerprint, in pieces of any size and for one shard after
// the other, and where it fails the engine computes it.
func TestDigestsOfPieces(t *testing.T) {
	for _, err := range []error{nil, errors.New("out of memory")} {
		for _, images := range []int{250, 999, 3000} {
			p := pieces{hash: &standard{err: err}}
			for _, n := range []int{1000, 2345} {
				shard := cifar10test.Random("a", n, uint64(n))
				arrived := send(t, &p, shard, images, "")
				if got, want := arrived.Fingerprint(), shard.Fingerprint(); got != want {
					t.Errorf("%d images, %d at once, error %v: %s, want %s", n, images, err, got, want)
				}
			}
		}
	}
}

// A fingerprint that is known is not computed again.
func TestKnownFingerprint(t *testing.T) {
	p := pieces{hash: &standard{}}
	if got := send(t, &p, cifar10test.Random("a", 1500, 1), 250, "known").Fingerprint(); got != "known" {
		t.Errorf("the fingerprint is %s", got)
	}
}

// send sends a shard, so many images at once.
func send(t *testing.T, p *pieces, shard *cifar10.Shard, images int, fingerprint string) *cifar10.Shard {
	t.Helper()
	for from := 0; ; from += images {
		whole, err := p.take(protocol.ShardPiece{
			Name: shard.Name, Images: shard.Len(), Fingerprint: fingerprint,
			Records: shard.AppendRecords(nil, from, min(from+images, shard.Len())),
		})
		if err != nil {
			t.Fatal(err)
		}
		if whole != nil {
			return whole
		}
	}
}
