package session

import (
	"context"
	"errors"

	"onelayer/engine/cifar10"
)

// shareData sends the data through a port, a shard a message, to a worker that
// trains on the same: workers can't share memory on every host. A shard waits until
// the one before was taken, so that no more than one is in memory a third time.
func (s *Session) shareData(id int, port any) error {
	p, ok := port.(Port)
	if !ok {
		return errPort
	}
	d := s.dataset
	p.Post(map[string]any{
		"name": d.Name, "drawn": d.Drawn, "shards": len(d.Shards),
		"heldForValidation": d.HoldOut.Validation, "heldForTest": d.HoldOut.Test,
	})
	ctx, cancel := context.WithCancel(context.Background())
	next := 0
	send := func() {
		if next == len(d.Shards) {
			cancel()
			s.reply(id, nil)
			return
		}
		shard, role := d.Shards[next], d.Roles[next]
		next++
		p.Post(map[string]any{
			"name": shard.Name, "role": string(role), "pixels": shard.Pixels, "labels": shard.Labels,
		})
	}
	p.Listen(ctx, func(map[string]any) { s.inbox.Push(send) })
	send()
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
			dataset, missing = decodeHeading(message)
			return
		}
		shard, err := decodeShard(message)
		if err != nil {
			cancel()
			p.Close()
			s.refuse(id, err)
			return
		}
		role, _ := message["role"].(string)
		dataset.Shards, dataset.Roles = append(dataset.Shards, shard), append(dataset.Roles, cifar10.Role(role))
		p.Post(map[string]any{"received": true})
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

// decodeHeading reads what comes before the shards: the dataset without them, and
// how many there are.
func decodeHeading(message map[string]any) (d *cifar10.Dataset, shards int) {
	number := func(field string) int {
		n, _ := message[field].(float64)
		return int(n)
	}
	d = new(cifar10.Dataset)
	d.Name, _ = message["name"].(string)
	d.Drawn, _ = message["drawn"].(bool)
	d.HoldOut = cifar10.HoldOut{Validation: number("heldForValidation"), Test: number("heldForTest")}
	return d, number("shards")
}
