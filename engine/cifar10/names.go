package cifar10

import "slices"

// SameClasses reports whether two shards have the same classes, so that a network
// can be trained on one and tested on the other.
func SameClasses(a, b *Shard) bool { return slices.Equal(a.ClassNames(), b.ClassNames()) }

// Official reports whether the classes are CIFAR-10's ten, which the report's
// figures are for.
func (d *Dataset) Official() bool { return slices.Equal(d.ClassNames(), ClassNames[:]) }

// SamePart reports whether two shards are the same part of their data set by their
// names: data_batch_1 in two forms, or two files whose names say nothing.
func SamePart(a, b *Shard) bool { return partOf(a) == partOf(b) }
