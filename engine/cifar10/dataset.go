package cifar10

import "fmt"

// Role is what a shard's images are used for.
type Role string

// The roles a shard can have.
const (
	Train      Role = "train"
	Validation Role = "validation"
	Test       Role = "test"
	Unused     Role = "unused"
)

// Dataset is a set of shards, each with its role.
type Dataset struct {
	Name    string
	Drawn   bool // the sample: drawn by package sample, not CIFAR-10
	Shards  []*Shard
	Roles   []Role // one for each shard
	HoldOut HoldOut
	Why     string // the roles in a sentence for the visitor, if there is one
}

// HoldOut is how many of the last images of the training shards serve another
// split instead: first those for validation, then those for the test.
type HoldOut struct{ Validation, Test int }

// String says what is held out, or nothing if it is nothing.
func (h HoldOut) String() string {
	switch {
	case h.Validation > 0 && h.Test > 0:
		return fmt.Sprintf("the last %d training images held out, %d for validation and %d for the test", h.Validation+h.Test, h.Validation, h.Test)
	case h.Validation > 0:
		return fmt.Sprintf("the last %d training images held out for validation", h.Validation)
	case h.Test > 0:
		return fmt.Sprintf("the last %d training images held out for the test", h.Test)
	}
	return ""
}

// Split returns the images of all shards that have the role, in the shards'
// order, and after them those held out for it. Training always keeps one image
// if it has any: a larger hold-out is cut, the test's share first.
func (d *Dataset) Split(role Role) *Split {
	split := d.whole(role)
	if d.HoldOut == (HoldOut{}) {
		return split
	}
	train := split
	if role != Train {
		train = d.whole(Train)
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

// whole returns the images of all shards that have the role.
func (d *Dataset) whole(role Role) *Split {
	split := new(Split)
	for i, shard := range d.Shards {
		if d.Roles[i] == role {
			split.Append(shard, 0, shard.Len())
		}
	}
	return split
}
