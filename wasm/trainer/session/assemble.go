package session

import (
	"cmp"
	"path"
	"slices"
	"strings"

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

// assemble gives shards the report's roles: of the training shards, in the order
// of their names, the first trains and the second validates; the test shard tests.
func assemble(shards []*cifar10.Shard) *cifar10.Dataset {
	slices.SortStableFunc(shards, func(a, b *cifar10.Shard) int { return cmp.Compare(path.Base(a.Name), path.Base(b.Name)) })
	dataset := &cifar10.Dataset{Name: "CIFAR-10", Shards: shards, Roles: make([]cifar10.Role, len(shards))}
	next := []cifar10.Role{cifar10.Train, cifar10.Validation}
	for i, shard := range shards {
		switch {
		case strings.Contains(path.Base(shard.Name), "test") && len(shards) > 1:
			dataset.Roles[i] = cifar10.Test
		case len(next) > 0:
			dataset.Roles[i], next = next[0], next[1:]
		default:
			dataset.Roles[i] = cifar10.Unused
		}
	}
	return dataset
}
