package cifar10_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestShardFingerprint(t *testing.T) {
	for _, n := range []int{1, 999, 1000, 4000, 4001, 6500, 9300} {
		shard := cifar10test.Random("a", n, 1)
		whole := sha256.New()
		for piece := range slices.Chunk(cifar10test.Binary(shard), 1000*cifar10.RecordSize) {
			sum := sha256.Sum256(piece)
			whole.Write(sum[:])
		}
		want := hex.EncodeToString(whole.Sum(nil))[:12]
		if got := shard.Fingerprint(); got != want {
			t.Errorf("the fingerprint of %d images is %s, want %s", n, got, want)
		}
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
