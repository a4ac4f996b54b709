package cifar10

import (
	"slices"

	"onelayer/engine/refusal"
)

// Reassign returns the same shards with other roles. A split that no shard serves
// and that nothing is held out for takes the last of the training images, so that
// none of the three splits is empty.
func (d *Dataset) Reassign(roles []Role, holdOut HoldOut) (*Dataset, error) {
	if len(roles) != len(d.Shards) {
		return nil, refusal.New("role-for-each-shard", "roles: expected one for each shard", nil)
	}
	if !slices.Contains(roles, Train) {
		return nil, refusal.New("no-shard-trains", "At least one shard must train.", nil)
	}
	other := *d
	other.Roles, other.HoldOut = slices.Clone(roles), HoldOut{}
	images := other.Split(Train).Len()
	if holdOut.Validation == 0 && !slices.Contains(roles, Validation) {
		holdOut.Validation = heldOut(images)
	}
	if holdOut.Test == 0 && !slices.Contains(roles, Test) {
		holdOut.Test = heldOut(images)
	}
	other.HoldOut = holdOut
	other.Why = (&Assignment{Roles: roles, HoldOut: holdOut}).why(d.Shards)
	return &other, nil
}

// heldOut is how many of the training images serve a split that has none.
func heldOut(images int) int {
	const share, most = 10, 5000
	return min(images/share, most)
}
