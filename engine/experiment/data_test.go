package experiment

import (
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// TestDataFingerprint compares the fingerprint of the report's data with the real files in the
// report's roles, and with other uses of them.
func TestDataFingerprint(t *testing.T) {
	shards := []*cifar10.Shard{
		cifar10test.Shard(t, "data_batch_1"), cifar10test.Shard(t, "data_batch_2"), cifar10test.Shard(t, "test_batch"),
	}
	data := &cifar10.Dataset{Shards: shards, Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test}}
	if got := data.Fingerprint(); got != DataFingerprint {
		t.Errorf("the report's data have the fingerprint %s, want %s", got, DataFingerprint)
	}
	swapped := &cifar10.Dataset{Shards: shards, Roles: []cifar10.Role{cifar10.Validation, cifar10.Train, cifar10.Test}}
	if swapped.Fingerprint() == DataFingerprint {
		t.Error("with its roles exchanged the data still count as the report's")
	}
}
