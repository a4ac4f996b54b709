package cifar10

import (
	"slices"

	"onelayer/engine/refusal"
)

// LabelSet is another set of labels for the training images, such as CIFAR-10N's.
type LabelSet struct {
	Name string
	Y    []uint8
}

// fiveShards is the number of published training images, in five shards of equal size.
const fiveShards, publishedShard = 50_000, 10_000

// places returns, for each shard, the index of its first label among n, or -1 if it has
// none there. The n labels belong to all training shards, to all shards that are not for
// tests, or to the 50,000 published training images, of which some shards may be
// missing.
func (d *Dataset) places(n int) ([]int, bool) {
	inOrder := func(roles ...Role) ([]int, bool) {
		at, next := make([]int, len(d.Shards)), 0
		for i, shard := range d.Shards {
			at[i] = -1
			if slices.Contains(roles, d.Roles[i]) && partOf(shard).role == Train {
				at[i] = next
				next += shard.Len()
			}
		}
		return at, next == n
	}
	if at, ok := inOrder(Train); ok {
		return at, true
	}
	if at, ok := inOrder(Train, Validation, Test, Unused); ok {
		return at, true
	}
	at, found := make([]int, len(d.Shards)), false
	for i, shard := range d.Shards {
		at[i] = -1
		if p := partOf(shard); p.role == Train && p.number > 0 && shard.Len() == publishedShard && n == fiveShards {
			at[i], found = (p.number-1)*publishedShard, true
		}
	}
	return at, found
}

// AddLabels returns the dataset with another set of labels, if the set fits its
// training images. A set of the same name is replaced.
func (d *Dataset) AddLabels(set LabelSet) (*Dataset, bool) {
	_, ok := d.places(len(set.Y))
	if !ok || len(set.Y) == 0 || d.Drawn || int(slices.Max(set.Y)) >= len(d.ClassNames()) {
		return d, false
	}
	other := *d
	other.Labels = append(
		slices.DeleteFunc(slices.Clone(d.Labels), func(s LabelSet) bool { return s.Name == set.Name }),
		set,
	)
	return &other, true
}

// UseLabels returns the dataset with its training images labelled by the named set, or
// by their own labels if the name is empty. Validation and tests always keep theirs.
func (d *Dataset) UseLabels(name string) (*Dataset, error) {
	other := *d
	other.LabelsUsed, other.relabelled = name, nil
	if name == "" {
		return &other, nil
	}
	i := slices.IndexFunc(d.Labels, func(s LabelSet) bool { return s.Name == name })
	if i < 0 {
		return nil, NoSuchLabels(name)
	}
	set := d.Labels[i]
	at, ok := d.places(len(set.Y))
	if !ok {
		return nil, refusal.New(
			"labels-of-other-images",
			"“{name}” are {labels} labels; the training images are others now",
			refusal.Values{"name": name, "labels": len(set.Y)},
		)
	}
	other.relabelled = make([]*Shard, len(d.Shards))
	for i, shard := range d.Shards {
		if at[i] < 0 {
			continue
		}
		relabelled := *shard
		relabelled.Labels, relabelled.fingerprint = set.Y[at[i]:][:shard.Len():shard.Len()], ""
		other.relabelled[i] = &relabelled
	}
	return &other, nil
}

// NoSuchLabels refuses the name of a set that does not exist.
func NoSuchLabels(name string) error {
	return refusal.New("no-such-labels", "There are no labels called “{name}”", refusal.Values{"name": name})
}

// Differing returns the share of the training images to which a set gives another label
// than their own.
func (d *Dataset) Differing(set LabelSet) float64 {
	at, _ := d.places(len(set.Y))
	images, others := 0, 0
	for i, shard := range d.Shards {
		if at[i] < 0 || d.Roles[i] != Train {
			continue
		}
		images += shard.Len()
		for j, y := range shard.Labels {
			if y != set.Y[at[i]+j] {
				others++
			}
		}
	}
	return float64(others) / float64(max(images, 1))
}

// TrainShard returns shard i as it is trained on.
func (d *Dataset) TrainShard(i int) *Shard {
	if d.relabelled != nil && d.relabelled[i] != nil {
		return d.relabelled[i]
	}
	return d.Shards[i]
}

// Relabel gives shards the labels that they are trained with, in a dataset that comes
// from elsewhere; nil where these are their own.
func (d *Dataset) Relabel(shard int, labels []uint8) {
	if d.relabelled == nil {
		d.relabelled = make([]*Shard, len(d.Shards))
	}
	relabelled := *d.Shards[shard]
	relabelled.Labels = labels
	d.relabelled = append(d.relabelled, make([]*Shard, max(len(d.Shards)-len(d.relabelled), 0))...)
	d.relabelled[shard] = &relabelled
}
