package cifar10_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestShardFingerprint(t *testing.T) {
	shard := cifar10test.Random("a", 5, 1)
	sum := sha256.Sum256(cifar10test.Binary(shard))
	if got := shard.Fingerprint(); len(got) != 12 || !strings.HasPrefix(hex.EncodeToString(sum[:]), got) {
		t.Errorf("the fingerprint %s does not begin the hash %x of the file", got, sum)
	}
}

func TestWriteBinary(t *testing.T) {
	shard := cifar10test.Random("a", 5, 1)
	var file bytes.Buffer
	if err := shard.WriteBinary(&file); err != nil || !bytes.Equal(file.Bytes(), cifar10test.Binary(shard)) {
		t.Errorf("%d bytes were written, error %v", file.Len(), err)
	}
}

// The data set's fingerprint changes with what training sees, not with names.
func TestDatasetFingerprint(t *testing.T) {
	data := func() *cifar10.Dataset {
		return &cifar10.Dataset{
			Shards: []*cifar10.Shard{cifar10test.Random("a", 3, 1), cifar10test.Random("b", 3, 2), cifar10test.Random("c", 3, 3)},
			Roles:  []cifar10.Role{cifar10.Train, cifar10.Test, cifar10.Unused},
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
