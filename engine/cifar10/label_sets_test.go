package cifar10_test

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// Other labels replace only those of the training images, wherever these are, and can be removed
// again.
func TestLabelSets(t *testing.T) {
	a, b, test := cifar10test.Random(
		"data_batch_1",
		30,
		1,
	), cifar10test.Random(
		"data_batch_2",
		20,
		2,
	), cifar10test.Random(
		"test_batch",
		10,
		3,
	)
	d := &cifar10.Dataset{
		Shards: []*cifar10.Shard{a, b, test}, Roles: []cifar10.Role{cifar10.Train, cifar10.Train, cifar10.Test},
		HoldOut: cifar10.HoldOut{Validation: 5},
	}
	y := append(slices.Clone(a.Labels), b.Labels...)
	y[0], y[31] = (y[0]+1)%10, (y[31]+1)%10
	for _, wrong := range [][]uint8{y[1:], append(slices.Clone(y[1:]), 10)} {
		if _, ok := d.AddLabels(cifar10.LabelSet{Name: "wrong", Y: wrong}); ok {
			t.Errorf("%d labels up to %d were taken", len(wrong), slices.Max(wrong))
		}
	}
	d, ok := d.AddLabels(cifar10.LabelSet{Name: "human", Y: y})
	if !ok || d.Differing(d.Labels[0]) != 2./50 {
		t.Fatalf("taken: %v, differing %v", ok, d.Differing(d.Labels[0]))
	}
	own := d.Fingerprint()
	noisy, err := d.UseLabels("human")
	if err != nil {
		t.Fatal(err)
	}
	train, validation := noisy.Split(cifar10.Train), noisy.Split(cifar10.Validation)
	if train.Len() != 45 || train.Label(0) != y[0] || train.Label(31) != y[31] || noisy.Fingerprint() == own {
		t.Error("the training images don't have the other labels")
	}
	for i := range validation.Len() {
		if validation.Label(i) != b.Labels[15+i] {
			t.Error("validation has other labels than its own")
		}
	}
	back, err := noisy.UseLabels("")
	if err != nil || back.Fingerprint() != own || back.Split(cifar10.Train).Label(0) != a.Labels[0] {
		t.Errorf("the images' own labels are not back: %v", err)
	}
	if _, err := d.UseLabels("nobody's"); err == nil {
		t.Error("labels that are not there were used")
	}
}

// Of 50,000 published labels each shard that is there has its own.
func TestLabelSetsOfPublishedShards(t *testing.T) {
	second := cifar10test.Random("data_batch_2.bin", 10_000, 1)
	d := &cifar10.Dataset{Shards: []*cifar10.Shard{second}, Roles: []cifar10.Role{cifar10.Train}}
	y := make([]uint8, 50_000)
	copy(y[10_000:], second.Labels)
	y[10_007] = (y[10_007] + 1) % 10
	d, ok := d.AddLabels(cifar10.LabelSet{Name: "worse", Y: y})
	if !ok || d.Differing(d.Labels[0]) != 1e-4 {
		t.Errorf("taken: %v", ok)
	}
}

// Shards of a further test serve it, and all of them the usual roles where nothing else is.
func TestTests(t *testing.T) {
	fog := func(part string) *cifar10.Shard {
		s := cifar10test.Random("C fog "+part, 10, 5)
		s.Set = "fog"
		return s
	}
	shards := []*cifar10.Shard{cifar10test.Random("data_batch_1", 20, 1), fog("(1 of 2)"), fog("(2 of 2)")}
	a := cifar10.Assign(shards)
	d := &cifar10.Dataset{Shards: shards, Roles: a.Roles, HoldOut: a.HoldOut}
	if tests := d.Tests(); len(tests) != 1 || tests[0].Name != "fog" || tests[0].Split.Len() != 20 {
		t.Errorf("the further tests are %v", tests)
	}
	if n := d.Split(cifar10.Train).Len(); n != 16 {
		t.Errorf("%d images train", n)
	}
	if roles := cifar10.Assign(shards[1:]).Roles; slices.Contains(roles, cifar10.Further) ||
		!slices.Contains(roles, cifar10.Train) {
		t.Errorf("alone they have the roles %v", roles)
	}
}
