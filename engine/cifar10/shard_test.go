package cifar10_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestShard(t *testing.T) {
	shard := cifar10test.Random("shard", 25, 2)
	if err := shard.Validate(); err != nil {
		t.Error(err)
	}
	if got, want := shard.Counts(), []int{3, 3, 3, 3, 3, 2, 2, 2, 2, 2}; !slices.Equal(got, want) {
		t.Errorf("counts %v, want %v", got, want)
	}
	last := shard.Image(24)
	if !bytes.Equal(last, shard.Pixels[24*cifar10.Dim:]) {
		t.Error("the last image is not the last Dim bytes")
	}
	if cap(shard.Image(0)) != cifar10.Dim {
		t.Error("appending to an image could overwrite the next")
	}
}

func TestShardValidate(t *testing.T) {
	tests := []struct {
		name  string
		shard cifar10.Shard
		says  string
	}{
		{"no images", cifar10.Shard{}, "no images"},
		{"too few bytes", cifar10.Shard{Pixels: make([]uint8, 5), Labels: make([]uint8, 1)}, "3072 bytes are expected"},
		{"a label too large", cifar10.Shard{Pixels: make([]uint8, cifar10.Dim), Labels: []uint8{10}}, "label 10"},
	}
	for _, test := range tests {
		if err := test.shard.Validate(); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: error %v does not say %q", test.name, err, test.says)
		}
	}
}
