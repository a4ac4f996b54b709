package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/sample"
	"onelayer/engine/train"
)

// described is the description of a dataset that was sent.
type described struct {
	dataset *cifar10.Dataset
	data    protocol.Data
}

// openDataset puts data in place and starts a run on it. Earlier runs keep their
// results. With the first data the session has settled.
func (s *Session) openDataset(dataset *cifar10.Dataset) {
	first := s.dataset == nil
	s.useData(dataset)
	s.Post(protocol.DataOpened{Data: s.describe()})
	s.startRun()
	if first {
		s.whenReached(s.settle)
	}
}

func (s *Session) settle() {
	s.Post(protocol.Settled{})
	if s.settled != nil {
		s.settled()
	}
}

// useData makes new runs train on a dataset.
func (s *Session) useData(dataset *cifar10.Dataset) {
	s.dropHelpers()
	s.stopTeam()
	s.sweep = sweep{}
	s.dataset, s.data, s.opened = dataset, train.NewData(dataset), nil
}

// changeData puts a variant of the opened data in place, or the opened data
// again.
func (s *Session) changeData(id int, c protocol.ChangeData) error {
	if s.loading != nil {
		return refusal.New("loading-wait", "Files are still being loaded. Wait until they are in.", nil)
	}
	opened := s.unchanged()
	if c.Variant == "" {
		s.openDataset(opened)
	} else {
		changed, err := opened.Variant(c.Variant)
		if err != nil {
			return err
		}
		s.openDataset(changed)
		s.opened = opened
	}
	s.whenReached(func() { s.Reply(id, s.describe()) })
	return nil
}

// unchanged returns the current data as they were opened, without an experiment's
// changes.
func (s *Session) unchanged() *cifar10.Dataset {
	if s.opened != nil {
		return s.opened
	}
	return s.dataset
}

// describe reports the data, duplicates included.
func (s *Session) describe() protocol.Data {
	if s.described.dataset != s.dataset {
		d := protocol.Describe(s.dataset)
		if !s.dataset.Drawn {
			d.Fingerprint = s.dataset.Fingerprint()
			d.Duplicates.Validation = cifar10.Duplicates(s.data.Train, s.data.Validation)
			d.Duplicates.Test = cifar10.Duplicates(s.data.Train, s.data.Test)
		}
		s.described = described{s.dataset, d}
	}
	s.described.data.Undo = s.previous != nil
	return s.described.data
}

// openSample puts the sample in place, unless shards are being loaded.
func (s *Session) openSample(id int, _ protocol.UseSample) error {
	if s.loading != nil {
		return refusal.New("loading-cancel-first", "Files are still being loaded. Cancel that first.", nil)
	}
	s.openDataset(sample.Dataset())
	s.whenReached(func() { s.Reply(id, s.describe()) })
	return nil
}

// assignRoles gives the shards the visitor's roles, or without any the default
// ones, and starts a run on them.
func (s *Session) assignRoles(id int, c protocol.AssignRoles) error {
	if s.loading != nil {
		return refusal.New("loading-wait", "Files are still being loaded. Wait until they are in.", nil)
	}
	if c.HoldOut.Validation < 0 || c.HoldOut.Test < 0 {
		return refusal.NotWhole("holdOut")
	}
	dataset, err := s.dataset.Reassign(c.Roles, c.HoldOut)
	if len(c.Roles) == 0 && !s.dataset.Drawn {
		dataset, err = keepLabels(assign(s.dataset.Shards...), s.dataset), nil
	}
	if err != nil {
		return err
	}
	s.openDataset(dataset)
	s.whenReached(func() { s.Reply(id, s.describe()) })
	return nil
}

// replyImages answers with images of a shard as records of the binary version.
func (s *Session) replyImages(id int, c protocol.Images) error {
	dataset := s.dataset
	if c.Fingerprint != "" {
		dataset = s.unchanged()
	}
	if c.Shard < 0 || c.Shard >= len(dataset.Shards) ||
		c.Fingerprint != "" && c.Fingerprint != dataset.Shards[c.Shard].Fingerprint() {
		return refusal.New("no-shard", "shard: there is no shard {index}", refusal.Values{"index": c.Shard})
	}
	shard := dataset.Shards[c.Shard]
	if c.From < 0 || c.Count < 1 || c.Count > shard.Len()-c.From {
		return refusal.New(
			"images-of-shard",
			"from, count: {file} has the images 0 to {last}",
			refusal.Values{"file": shard.Name, "last": shard.Len() - 1},
		)
	}
	records := make([]uint8, 0, c.Count*cifar10.RecordSize)
	s.Reply(id, shard.AppendRecords(records, c.From, c.From+c.Count))
	return nil
}
