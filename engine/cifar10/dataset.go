package cifar10

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
	Name   string
	Drawn  bool // the sample: drawn by package sample, not CIFAR-10
	Shards []*Shard
	Roles  []Role // one for each shard
}

// Split returns the images of all shards that have the role, in the shards' order.
func (d *Dataset) Split(role Role) *Split {
	split := new(Split)
	for i, shard := range d.Shards {
		if d.Roles[i] == role {
			split.Append(shard, 0, shard.Len())
		}
	}
	return split
}
