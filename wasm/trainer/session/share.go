package session

import (
	"context"
	"errors"

	"onelayer/engine/cifar10"
)

// shareData sends the data through a port, a shard a message, to a worker that
// trains on the same: workers can't share memory on every host.
func (s *Session) shareData(id int, port any) error {
	p, ok := port.(Port)
	if !ok {
		return errPort
	}
	d := s.dataset
	p.Post(map[string]any{"name": d.Name, "drawn": d.Drawn, "shards": len(d.Shards)})
	for i, shard := range d.Shards {
		p.Post(map[string]any{
			"name": shard.Name, "role": string(d.Roles[i]), "pixels": shard.Pixels, "labels": shard.Labels,
		})
	}
	s.reply(id, nil)
	return nil
}

// receiveData waits for what shareData sends, and answers when all is there.
func (s *Session) receiveData(id int, port any) error {
	p, ok := port.(Port)
	if !ok {
		return errPort
	}
	var dataset *cifar10.Dataset
	missing := 0
	ctx, cancel := context.WithCancel(context.Background())
	receive := func(message map[string]any) {
		if dataset == nil {
			dataset = new(cifar10.Dataset)
			dataset.Name, _ = message["name"].(string)
			dataset.Drawn, _ = message["drawn"].(bool)
			n, _ := message["shards"].(float64)
			missing = int(n)
			return
		}
		shard, role := decodeShard(message)
		dataset.Shards, dataset.Roles = append(dataset.Shards, shard), append(dataset.Roles, role)
		if missing--; missing > 0 {
			return
		}
		cancel()
		p.Close()
		s.useData(dataset)
		s.reply(id, nil)
	}
	p.Listen(ctx, func(message map[string]any) {
		s.inbox.Push(func() { receive(message) })
	})
	return nil
}

var errPort = errors.New("port: expected a MessagePort")

func decodeShard(message map[string]any) (*cifar10.Shard, cifar10.Role) {
	shard := new(cifar10.Shard)
	shard.Name, _ = message["name"].(string)
	shard.Pixels, _ = message["pixels"].([]uint8)
	shard.Labels, _ = message["labels"].([]uint8)
	role, _ := message["role"].(string)
	return shard, cifar10.Role(role)
}
