package protocol

import "onelayer/engine/cifar10"

// Data is a dataset as the page shows it.
type Data struct {
	Dataset     *cifar10.Dataset
	Fingerprint string // names the content and its split
	// Duplicates are how many images of validation and of the test are in the
	// training split too.
	Duplicates struct{ Validation, Test int }
}

// Encode returns the data as the page's Data: its shards and how many images
// each split has.
func (d Data) Encode() map[string]any {
	shards := make([]any, len(d.Dataset.Shards))
	unused := 0
	fingerprint := (*cifar10.Shard).Fingerprint
	if d.Dataset.Drawn { // the same in every visit, and not worth the wait
		fingerprint = func(*cifar10.Shard) string { return "" }
	}
	for i, shard := range d.Dataset.Shards {
		role := d.Dataset.Roles[i]
		if role == cifar10.Unused {
			unused += shard.Len()
		}
		counts := shard.Counts()
		shards[i] = map[string]any{
			"name": shard.Name, "images": shard.Len(), "role": string(role), "counts": list(counts[:]),
			"title": shard.Title, "fingerprint": fingerprint(shard),
		}
	}
	holdOut := d.Dataset.HoldOut
	return map[string]any{
		"name":        d.Dataset.Name,
		"drawn":       d.Dataset.Drawn,
		"splits":      encodeSplits(d.Dataset),
		"unused":      unused,
		"classes":     list(cifar10.ClassNames[:]),
		"shards":      shards,
		"holdOut":     map[string]any{"validation": holdOut.Validation, "test": holdOut.Test},
		"why":         d.Dataset.Why,
		"duplicates":  map[string]any{"validation": d.Duplicates.Validation, "test": d.Duplicates.Test},
		"fingerprint": d.Fingerprint,
	}
}

// encodeSplits returns how many images each split has.
func encodeSplits(d *cifar10.Dataset) map[string]any {
	return map[string]any{
		"train":      d.Split(cifar10.Train).Len(),
		"validation": d.Split(cifar10.Validation).Len(),
		"test":       d.Split(cifar10.Test).Len(),
	}
}

// list returns values as the page's array.
func list[T any](values []T) []any {
	array := make([]any, len(values))
	for i, value := range values {
		array[i] = value
	}
	return array
}
