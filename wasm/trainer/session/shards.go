package session

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
)

// end is what follows the last shard: what could not be read, and the use of the
// shards if it is known from before.
type end struct {
	messages []string
	roles    map[string]cifar10.Role // by the shards' names
	holdOut  cifar10.HoldOut
}

func decodeEnd(message map[string]any) end {
	var e end
	list, _ := message["errors"].([]any)
	for _, entry := range list {
		text, _ := entry.(string)
		e.messages = append(e.messages, text)
	}
	roles, _ := message["roles"].(map[string]any)
	holdOut, _ := message["holdOut"].(map[string]any)
	if e.holdOut, _ = protocol.DecodeHoldOut(holdOut); len(roles) == 0 {
		return e
	}
	e.roles = map[string]cifar10.Role{}
	for name, entry := range roles {
		text, _ := entry.(string)
		if role, err := protocol.DecodeRole(text); err == nil {
			e.roles[name] = role
		}
	}
	return e
}

// dataset gives shards the roles they had before, or else the usual ones.
func (e end) dataset(shards []*cifar10.Shard) *cifar10.Dataset {
	data := assign(shards...)
	if e.roles == nil {
		return data
	}
	roles := make([]cifar10.Role, len(data.Shards))
	for i, shard := range data.Shards {
		role, ok := e.roles[shard.Name]
		if !ok {
			return data
		}
		roles[i] = role
	}
	if remembered, err := data.Reassign(roles, e.holdOut); err == nil {
		return remembered
	}
	return data
}

// decodeShard reads a shard that comes whole from another trainer.
func decodeShard(message map[string]any) (*cifar10.Shard, error) {
	shard := new(cifar10.Shard)
	shard.Name, _ = message["name"].(string)
	shard.Pixels, _ = message["pixels"].([]uint8)
	shard.Labels, _ = message["labels"].([]uint8)
	return shard, shard.Validate()
}
