package cifar10_test

import (
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestDuplicates(t *testing.T) {
	a, b := cifar10test.Random("a", 50, 1), cifar10test.Random("b", 40, 2)
	if n := cifar10.Duplicates(cifar10.SplitOf(a), cifar10.SplitOf(b)); n != 0 {
		t.Errorf("%d duplicates among random images", n)
	}
	copy(b.Image(3), a.Image(49))
	copy(b.Image(7), a.Image(0))
	copy(b.Image(8), a.Image(0))  // twice in b: two images that were trained on
	copy(a.Image(20), a.Image(0)) // twice in a: the same two
	if n := cifar10.Duplicates(cifar10.SplitOf(a), cifar10.SplitOf(b)); n != 3 {
		t.Errorf("%d duplicates, want 3", n)
	}
	if n := cifar10.Duplicates(cifar10.SplitOf(), cifar10.SplitOf(b)); n != 0 {
		t.Errorf("%d duplicates of nothing", n)
	}
}

func TestDuplicatesGenuine(t *testing.T) {
	train := cifar10.SplitOf(cifar10test.Shard(t, "data_batch_1"))
	test := cifar10.SplitOf(cifar10test.Shard(t, "test_batch"))
	if n := cifar10.Duplicates(train, test); n != 0 {
		t.Errorf("%d images are in data_batch_1 and in test_batch", n)
	}
	if n := cifar10.Duplicates(train, train); n != train.Len() {
		t.Errorf("%d of %d images are in their own split", n, train.Len())
	}
}

func BenchmarkDuplicates(b *testing.B) {
	train := cifar10.SplitOf(cifar10test.Random("a", 10_000, 1))
	test := cifar10.SplitOf(cifar10test.Random("b", 10_000, 2))
	for b.Loop() {
		cifar10.Duplicates(train, test)
	}
}
