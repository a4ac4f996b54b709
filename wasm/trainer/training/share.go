package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
)

// shareData sends the data through a port, one shard per message, to a worker that
// trains on the same data: workers can't share memory on every host. A shard waits
// until the one before was taken, so that no more than one is in memory a third
// time.
func (s *Session) shareData(id int, c protocol.ShareData) error {
	p, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	d := s.dataset
	var shared []int
	for i, role := range d.Roles {
		if role != cifar10.Further || c.Tests {
			shared = append(shared, i)
		}
	}
	p.Post(wire.Object(protocol.SharedHeading{Name: d.Name, Drawn: d.Drawn, Shards: len(shared), HoldOut: d.HoldOut}))
	var stop func()
	next := 0
	send := func() {
		if next == len(shared) {
			stop()
			s.Reply(id, nil)
			return
		}
		p.Post(wire.Object(sharedShard(d, shared[next])))
		next++
	}
	stop = p.Listen(func(map[string]any) { s.Push(send) })
	send()
	return nil
}

// sharedShard returns a shard of a dataset with the labels used for training.
func sharedShard(d *cifar10.Dataset, i int) protocol.SharedShard {
	shard := d.Shards[i]
	message := protocol.SharedShard{
		Name:    shard.Name,
		Role:    d.Roles[i],
		Set:     shard.Set,
		Pixels:  shard.Pixels,
		Labels:  shard.Labels,
		Classes: shard.Names,
	}
	if trained := d.TrainShard(i); trained != shard {
		message.TrainLabels = trained.Labels
	}
	return message
}

// receiveData waits for what shareData sends, and answers when all have arrived.
func (s *Session) receiveData(id int, c protocol.ReceiveData) error {
	p, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	var stop func()
	var r received
	stop = p.Listen(func(message map[string]any) {
		s.Push(func() {
			whole, err := r.take(p, message)
			if !whole && err == nil {
				return
			}
			stop()
			p.Close()
			if err != nil {
				s.Refuse(id, err)
				return
			}
			s.useData(r.dataset)
			s.Reply(id, nil)
		})
	})
	return nil
}

var errPort = refusal.New("no-port", "port: expected a MessagePort", nil)

// received is an incoming dataset.
type received struct {
	dataset *cifar10.Dataset // nil before its heading
	missing int              // shards
}

// take takes the heading or a shard, and reports whether all have arrived.
func (r *received) take(from Port, message map[string]any) (whole bool, err error) {
	if r.dataset == nil {
		var heading protocol.SharedHeading
		err := wire.Decode(message, &heading)
		r.dataset = &cifar10.Dataset{Name: heading.Name, Drawn: heading.Drawn, HoldOut: heading.HoldOut}
		r.missing = heading.Shards
		return false, err
	}
	var came protocol.SharedShard
	if err := wire.Decode(message, &came); err != nil {
		return false, err
	}
	shard := &cifar10.Shard{
		Name:   came.Name,
		Set:    came.Set,
		Pixels: came.Pixels,
		Labels: came.Labels,
		Names:  otherNames(came.Classes),
	}
	r.dataset.Shards, r.dataset.Roles = append(r.dataset.Shards, shard), append(r.dataset.Roles, came.Role)
	if len(came.TrainLabels) == shard.Len() {
		r.dataset.Relabel(len(r.dataset.Shards)-1, came.TrainLabels)
	}
	r.dataset.Names = r.dataset.Shards[0].Names
	r.missing--
	from.Post(wire.Object(protocol.ShardReceived{Received: true}))
	return r.missing == 0, shard.Validate()
}
