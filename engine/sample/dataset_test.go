package sample_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/sample"
)

// drawn is the sample, drawn once for all tests.
var drawn = sync.OnceValue(sample.Dataset)

func TestDataset(t *testing.T) {
	data := drawn()
	if data.Name.String() != "Practice images, not CIFAR-10" || !data.Drawn {
		t.Errorf("name %q, drawn %v: it must say that it is drawn", data.Name, data.Drawn)
	}
	for i, want := range []struct {
		name   string
		role   cifar10.Role
		images int
	}{
		{"sample_train", cifar10.Train, 2000},
		{"sample_validation", cifar10.Validation, 1000},
		{"sample_test", cifar10.Test, 1000},
	} {
		shard := data.Shards[i]
		if shard.Name != want.name || data.Roles[i] != want.role || data.Split(want.role).Len() != want.images {
			t.Errorf("shard %d is %s, %s, %d images; want %v", i, shard.Name, data.Roles[i], shard.Len(), want)
		}
		if err := shard.Validate(); err != nil {
			t.Error(err)
		}
		for class, n := range shard.Counts() {
			if n != want.images/cifar10.Classes {
				t.Errorf("%s has %d of class %d", shard.Name, n, class)
			}
		}
	}
}

// TestDatasetIsPinned: runs on the sample can be compared only if every visitor
// has the same one. A change of a drawing changes the sum here.
func TestDatasetIsPinned(t *testing.T) {
	const want = "a4970f986477510a4bf0accacc0c908e93ef97ad4444e877080262df1fae3a1b"
	sum := sha256.New()
	for _, shard := range drawn().Shards {
		sum.Write(shard.Pixels)
		sum.Write(shard.Labels)
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != want {
		t.Errorf("the sample's SHA-256 is %s, want %s", got, want)
	}
}

func TestDrawRepeats(t *testing.T) {
	a, again, other := sample.Draw("a", 30, 7), sample.Draw("again", 30, 7), sample.Draw("other", 30, 8)
	if !slices.Equal(a.Pixels, again.Pixels) || !slices.Equal(a.Labels, again.Labels) {
		t.Error("the same seed draws other images")
	}
	if slices.Equal(a.Pixels, other.Pixels) {
		t.Error("another seed draws the same images")
	}
}

// TestEveryImageDiffers, also between the splits: no test image may be
// memorized in training.
func TestEveryImageDiffers(t *testing.T) {
	seen := make(map[string]bool)
	for _, shard := range drawn().Shards {
		for i := range shard.Len() {
			image := string(shard.Image(i))
			if seen[image] {
				t.Fatalf("image %d of %s is there twice", i, shard.Name)
			}
			seen[image] = true
		}
	}
}

// TestLabelsAreMixed: minibatches are taken in file order, so no stretch of a
// hundred images may lack a class.
func TestLabelsAreMixed(t *testing.T) {
	for _, shard := range drawn().Shards {
		for from := 0; from < shard.Len(); from += 100 {
			var counts [cifar10.Classes]int
			for _, y := range shard.Labels[from : from+100] {
				counts[y]++
			}
			if slices.Contains(counts[:], 0) {
				t.Errorf("%s from image %d: %v", shard.Name, from, counts)
			}
		}
	}
}

func BenchmarkDataset(b *testing.B) {
	for b.Loop() {
		sample.Dataset()
	}
}
