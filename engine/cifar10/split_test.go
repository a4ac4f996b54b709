package cifar10_test

import (
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestSplit(t *testing.T) {
	a, b := cifar10test.Random("a", 7, 3), cifar10test.Random("b", 5, 4)
	var split cifar10.Split
	split.Append(b, 3, 5)
	split.Append(a, 4, 4) // an empty range
	split.Append(a, 1, 4)
	split.Append(b, 3, 4) // a second time

	want := []struct {
		shard *cifar10.Shard
		index int
	}{{b, 3}, {b, 4}, {a, 1}, {a, 2}, {a, 3}, {b, 3}}
	if split.Len() != len(want) {
		t.Fatalf("%d images, want %d", split.Len(), len(want))
	}
	for i, w := range want {
		if &split.Image(i)[0] != &w.shard.Image(w.index)[0] {
			t.Errorf("image %d is not image %d of shard %s, or a copy of it", i, w.index, w.shard.Name)
		}
		if split.Label(i) != w.shard.Labels[w.index] {
			t.Errorf("label %d is %d, want %d", i, split.Label(i), w.shard.Labels[w.index])
		}
	}
}

func TestSplitOf(t *testing.T) {
	a, b := cifar10test.Random("a", 3, 3), cifar10test.Random("b", 2, 4)
	split := cifar10.SplitOf(a, b)
	if split.Len() != 5 || &split.Image(3)[0] != &b.Pixels[0] {
		t.Error("the split is not the shards one after the other")
	}
	var none *cifar10.Split
	if none.Len() != 0 {
		t.Error("a nil split has images")
	}
}

func TestSplitPanics(t *testing.T) {
	shard := cifar10test.Random("a", 3, 3)
	tests := map[string]func(){
		"negative range":     func() { new(cifar10.Split).Append(shard, -1, 2) },
		"reversed range":     func() { new(cifar10.Split).Append(shard, 2, 1) },
		"range too long":     func() { new(cifar10.Split).Append(shard, 0, 4) },
		"image after end":    func() { cifar10.SplitOf(shard).Image(3) },
		"image before start": func() { cifar10.SplitOf(shard).Image(-1) },
		"nothing to measure": func() { cifar10.Standardize(cifar10.SplitOf()) },
	}
	for name, call := range tests {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			call()
		}()
	}
}

func TestDatasetSplit(t *testing.T) {
	a, b, c := cifar10test.Random("a", 3, 5), cifar10test.Random("b", 2, 6), cifar10test.Random("c", 4, 7)
	data := cifar10.Dataset{
		Shards: []*cifar10.Shard{a, b, c},
		Roles:  []cifar10.Role{cifar10.Train, cifar10.Test, cifar10.Train},
	}
	train, validation, test := data.Split(cifar10.Train), data.Split(cifar10.Validation), data.Split(cifar10.Test)
	if train.Len() != 7 || validation.Len() != 0 || test.Len() != 2 {
		t.Fatalf("%d train, %d validation, %d test", train.Len(), validation.Len(), test.Len())
	}
	if &train.Image(3)[0] != &c.Pixels[0] {
		t.Error("the training shards are not in order")
	}
}
