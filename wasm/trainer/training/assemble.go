package training

import (
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// merge adds shards to the loaded ones. A shard replaces one of the same name;
// shards with other classes replace all.
func merge(old, added []*cifar10.Shard) []*cifar10.Shard {
	if len(old) > 0 && !cifar10.SameClasses(old[0], added[0]) {
		return added
	}
	isAdded := func(s *cifar10.Shard) bool {
		return slices.ContainsFunc(added, func(a *cifar10.Shard) bool { return a.Name == s.Name })
	}
	return append(slices.DeleteFunc(slices.Clone(old), isAdded), added...)
}

// distinct drops shards with the same images as one before them or as a loaded one, and
// shards with other classes than the first, and reports them. The same images under the
// names of two parts are kept: the page warns of duplicates.
func distinct(old, added []*cifar10.Shard) (kept []*cifar10.Shard, refused []error) {
	seen := map[string]*cifar10.Shard{}
	for _, s := range old {
		seen[s.Fingerprint()] = s
	}
	for _, s := range added {
		other := seen[s.Fingerprint()]
		switch {
		case other != nil && cifar10.SamePart(s, other):
			refused = append(
				refused,
				refusal.New(
					"same-content",
					"{file} holds the same images as {other}, which is there already",
					refusal.Values{"file": s.Name, "other": other.Name},
				),
			)
		case len(kept) > 0 && !cifar10.SameClasses(kept[0], s):
			refused = append(
				refused,
				refusal.New(
					"other-classes",
					"{file} has other classes than {other}: open them one after the other",
					refusal.Values{"file": s.Name, "other": kept[0].Name},
				),
			)
		default:
			seen[s.Fingerprint()] = s
			kept = append(kept, s)
		}
	}
	return kept, refused
}

// assign makes a dataset of shards with their default roles.
func assign(shards ...*cifar10.Shard) *cifar10.Dataset {
	cifar10.SortShards(shards)
	a := cifar10.Assign(shards)
	return &cifar10.Dataset{
		Name:    nameOf(shards),
		Shards:  shards,
		Roles:   a.Roles,
		HoldOut: a.HoldOut,
		Why:     a.Why,
		Names:   shards[0].Names,
	}
}

// nameOf names a dataset: CIFAR-10, one of its relatives, or the visitor's own data.
func nameOf(shards []*cifar10.Shard) phrase.Text {
	set := shards[0].Set
	switch {
	case shards[0].Names != nil:
		return phrase.New("own-data", "Own data, {classes} classes", phrase.Values{"classes": shards[0].K()})
	case set != "" && !slices.ContainsFunc(shards, func(s *cifar10.Shard) bool { return s.Set != set }):
		return phrase.Plain(set)
	}
	return phrase.Plain("CIFAR-10")
}

// sameSplits reports whether two datasets are the same shards with the same
// roles.
func sameSplits(a, b *cifar10.Dataset) bool {
	return slices.Equal(a.Shards, b.Shards) && slices.Equal(a.Roles, b.Roles) && a.HoldOut == b.HoldOut
}

// sameButTests reports whether two datasets differ only in further test splits, so that a
// run on the one is a run on the other.
func sameButTests(a, b *cifar10.Dataset) bool {
	without := func(d *cifar10.Dataset) *cifar10.Dataset {
		w := &cifar10.Dataset{HoldOut: d.HoldOut}
		for i, role := range d.Roles {
			if role != cifar10.Further {
				w.Shards, w.Roles = append(w.Shards, d.TrainShard(i)), append(w.Roles, role)
			}
		}
		return w
	}
	return !a.Drawn && !b.Drawn && sameSplits(without(a), without(b))
}
