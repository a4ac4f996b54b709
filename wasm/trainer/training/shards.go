package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
)

// end is the message after the last shard. Invalid roles count as none.
type end struct{ protocol.ShardsEnd }

func decodeEnd(message map[string]any) end {
	var e end
	if err := wire.Decode(message, &e.ShardsEnd); err != nil {
		e.Roles = nil
	}
	return e
}

// refused returns what could not be read.
func (e end) refused() []error {
	var all []error
	for _, text := range e.Errors {
		all = append(all, refusal.Of(text))
	}
	return all
}

// dataset gives shards the roles and the labels they had before, or else the default
// ones.
func (e end) dataset(shards []*cifar10.Shard) *cifar10.Dataset {
	data := e.withRoles(shards)
	for _, set := range e.Labels {
		data, _ = data.AddLabels(cifar10.LabelSet{Name: set.Name, Y: set.Y})
	}
	if used, err := data.UseLabels(e.LabelsUsed); err == nil {
		return used
	}
	return data
}

func (e end) withRoles(shards []*cifar10.Shard) *cifar10.Dataset {
	data := assign(shards...)
	if len(e.Roles) == 0 {
		return data
	}
	roles := make([]cifar10.Role, len(data.Shards))
	for i, shard := range data.Shards {
		role, ok := e.Roles[shard.Name]
		if !ok {
			return data
		}
		roles[i] = role
	}
	if remembered, err := data.Reassign(roles, e.HoldOut); err == nil {
		return remembered
	}
	return data
}
