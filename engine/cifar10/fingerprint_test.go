package cifar10_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestShardFingerprint(t *testing.T) {
	shard := cifar10test.Random("a", 2500, 1)
	whole := sha256.New()
	for piece := range slices.Chunk(cifar10test.Binary(shard), 1000*cifar10.RecordSize) {
		sum := sha256.Sum256(piece)
		whole.Write(sum[:])
	}
	want := hex.EncodeToString(whole.Sum(nil))[:12]
	if got := shard.Fingerprint(); got != want {
		t.Errorf("the fingerprint is %s, want %s", got, want)
	}
}

func TestFingerprintByOtherMeans(t *testing.T) {
	want := cifar10test.Random("a", 1200, 1).Fingerprint()
	called := 0
	for name, digest := range map[string]cifar10.Digest{
		"another SHA-256": func(data []uint8) ([]byte, error) {
			called++
			sum := sha256.Sum256(data)
			return sum[:], nil
		},
		"one that fails": func([]uint8) ([]byte, error) { return nil, errors.New("not served securely") },
	} {
		if got := cifar10test.Random("a", 1200, 1).FingerprintBy(digest); got != want {
			t.Errorf("%s: the fingerprint is %s, want %s", name, got, want)
		}
	}
	if called != 2 {
		t.Errorf("the other SHA-256 was asked %d times for 1,200 images", called)
	}
}

// The data set's fingerprint changes with what training sees, not with names.
func TestDatasetFingerprint(t *testing.T) {
	data := func() *cifar10.Dataset {
		return &cifar10.Dataset{
			Shards: []*cifar10.Shard{
				cifar10test.Random("a", 3, 1),
				cifar10test.Random("b", 3, 2),
				cifar10test.Random("c", 3, 3),
			},
			Roles: []cifar10.Role{cifar10.Train, cifar10.Test, cifar10.Unused},
		}
	}
	changes := map[string]struct {
		change func(*cifar10.Dataset)
		same   bool
	}{
		"nothing":        {func(*cifar10.Dataset) {}, true},
		"a name":         {func(d *cifar10.Dataset) { d.Shards[0].Name = "x" }, true},
		"an unused byte": {func(d *cifar10.Dataset) { d.Shards[2].Pixels[0]++ }, true},
		"a byte":         {func(d *cifar10.Dataset) { d.Shards[1].Pixels[0]++ }, false},
		"a label":        {func(d *cifar10.Dataset) { d.Shards[1].Labels[0]++ }, false},
		"a role":         {func(d *cifar10.Dataset) { d.Roles[1] = cifar10.Validation }, false},
		"the hold-out":   {func(d *cifar10.Dataset) { d.HoldOut.Validation = 1 }, false},
	}
	want := data().Fingerprint()
	for name, test := range changes {
		d := data()
		test.change(d)
		if got := d.Fingerprint(); (got == want) != test.same {
			t.Errorf("%s changed: the fingerprint went from %s to %s", name, want, got)
		}
	}
}
