package cifar10

import (
	"slices"

	"onelayer/engine/phrase"
)

// Role is what a shard's images are used for.
type Role string

// The roles a shard can have.
const (
	Train      Role = "train"
	Validation Role = "validation"
	Test       Role = "test"
	Further    Role = "further" // a separate test split, by its name
	Unused     Role = "unused"
)

// Dataset is a set of shards, each with its role.
type Dataset struct {
	Name    phrase.Text
	Drawn   bool // the sample: drawn by package sample, not CIFAR-10
	Shards  []*Shard
	Roles   []Role // one for each shard
	HoldOut HoldOut
	Why     phrase.Text // the roles in a sentence for the visitor, if there is one
	Changed Variant     // how the opened data were changed, "" if they were not
	Names   []string    // of the classes in label order; nil for CIFAR-10's ten

	Labels     []LabelSet // other labels of the training images
	LabelsUsed string     // the set used for training, or ""
	relabelled []*Shard   // the training shards with those labels, nil or one for each shard
}

// ClassNames returns the names of the K classes in label order.
func (d *Dataset) ClassNames() []string {
	if d.Names == nil {
		return ClassNames[:]
	}
	return d.Names
}

// TestSet is a further test split: nothing is chosen by it.
type TestSet struct {
	Name  string
	Split *Split
}

// Tests returns the further test splits in the order of their first shards.
func (d *Dataset) Tests() []TestSet {
	var sets []TestSet
	for i, shard := range d.Shards {
		if d.Roles[i] != Further {
			continue
		}
		at := slices.IndexFunc(sets, func(s TestSet) bool { return s.Name == shard.TestName() })
		if at < 0 {
			at = len(sets)
			sets = append(sets, TestSet{Name: shard.TestName(), Split: new(Split)})
		}
		sets[at].Split.Append(shard, 0, shard.Len())
	}
	return sets
}

// HoldOut is how many of the last images of the training shards serve another
// split instead: first those for validation, then those for the test.
type HoldOut struct{ Validation, Test int }

// Text says what is held out; it is empty if nothing is.
func (h HoldOut) Text() phrase.Text {
	switch {
	case h.Validation > 0 && h.Test > 0:
		return phrase.New(
			"held-for-both",
			"the last {n} training images held out, {validation} for validation and {test} for the test",
			phrase.Values{"n": h.Validation + h.Test, "validation": h.Validation, "test": h.Test},
		)
	case h.Validation > 0:
		return phrase.New(
			"held-for-validation",
			"the last {n} training images held out for validation",
			phrase.Values{"n": h.Validation},
		)
	case h.Test > 0:
		return phrase.New(
			"held-for-test",
			"the last {n} training images held out for the test",
			phrase.Values{"n": h.Test},
		)
	}
	return phrase.Text{}
}

// Split returns the images of all shards that have the role, in the shards'
// order, and after them those held out for it. Training always keeps one image
// if it has any: a larger hold-out is cut, the test's share first.
func (d *Dataset) Split(role Role) *Split {
	split := d.whole(role, role == Train)
	if d.HoldOut == (HoldOut{}) {
		return split
	}
	train := split
	if role != Train {
		train = d.whole(Train, false)
	}
	spare := max(train.Len()-1, 0)
	validation := min(max(d.HoldOut.Validation, 0), spare)
	test := min(max(d.HoldOut.Test, 0), spare-validation)
	kept := train.Len() - validation - test
	switch role {
	case Train:
		return train.Slice(0, kept)
	case Validation:
		split.append(train.Slice(kept, kept+validation))
	case Test:
		split.append(train.Slice(kept+validation, train.Len()))
	}
	return split
}

// whole returns the images of all shards that have the role, with the labels used for
// training or with their own.
func (d *Dataset) whole(role Role, asTrained bool) *Split {
	split := new(Split)
	for i, shard := range d.Shards {
		if d.Roles[i] == role {
			if asTrained {
				shard = d.TrainShard(i)
			}
			split.Append(shard, 0, shard.Len())
		}
	}
	return split
}
