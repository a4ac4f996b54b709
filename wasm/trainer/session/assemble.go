package session

import (
	"slices"

	"onelayer/engine/cifar10"
)

// merge adds shards to those that are loaded. A shard of the same name takes the
// old one's place.
func merge(old, added []*cifar10.Shard) []*cifar10.Shard {
	isAdded := func(s *cifar10.Shard) bool {
		return slices.ContainsFunc(added, func(a *cifar10.Shard) bool { return a.Name == s.Name })
	}
	return append(slices.DeleteFunc(slices.Clone(old), isAdded), added...)
}

// assign makes a dataset of shards with their usual roles.
func assign(shards ...*cifar10.Shard) *cifar10.Dataset {
	cifar10.SortShards(shards)
	a := cifar10.Assign(shards)
	return &cifar10.Dataset{Name: "CIFAR-10", Shards: shards, Roles: a.Roles, HoldOut: a.HoldOut, Why: a.Why}
}

// sameSplits reports whether two datasets are the same shards in the same use.
func sameSplits(a, b *cifar10.Dataset) bool {
	return slices.Equal(a.Shards, b.Shards) && slices.Equal(a.Roles, b.Roles) && a.HoldOut == b.HoldOut
}
