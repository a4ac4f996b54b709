package session

import (
	"errors"
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
	"onelayer/engine/train"
)

// doWithData begins a command about the data.
func (s *Session) doWithData(id int, command protocol.Command) error {
	switch c := command.(type) {
	case protocol.Open:
		return s.open(id, c.Port)
	case protocol.CancelOpen:
		s.cancelOpen(c.Message)
		s.reply(id, nil)
	case protocol.UseSample:
		return s.openSample(id)
	case protocol.AssignRoles:
		return s.assignRoles(id, c)
	case protocol.Images:
		return s.replyImages(id, c)
	case protocol.ShareData:
		return s.shareData(id, c.Port)
	case protocol.ReceiveData:
		return s.receiveData(id, c.Port)
	default:
		return s.doWithImages(id, command)
	}
	return nil
}

// openDataset puts data in place and starts a run on it. The runs before keep
// their results. With the first data the session has settled.
func (s *Session) openDataset(dataset *cifar10.Dataset) {
	first := s.dataset == nil
	s.useData(dataset)
	s.post(protocol.DataOpened{Data: s.describe()})
	s.startRun()
	if first {
		s.whenReached(func() { s.post(protocol.Settled{}) })
	}
}

// useData makes a dataset what new runs train on.
func (s *Session) useData(dataset *cifar10.Dataset) {
	s.stopTeam()
	s.dataset, s.data = dataset, train.NewData(dataset)
}

// describe tells what there is to know about the data, duplicates too.
func (s *Session) describe() protocol.Data {
	if s.described.Dataset == s.dataset {
		return s.described
	}
	d := protocol.Data{Dataset: s.dataset}
	if !s.dataset.Drawn {
		d.Fingerprint = s.dataset.Fingerprint()
		d.Duplicates.Validation = cifar10.Duplicates(s.data.Train, s.data.Validation)
		d.Duplicates.Test = cifar10.Duplicates(s.data.Train, s.data.Test)
	}
	s.described = d
	return d
}

// openSample puts the sample in place, unless shards are being loaded.
func (s *Session) openSample(id int) error {
	if s.loading != nil {
		return errors.New("Files are still being loaded. Cancel that first.")
	}
	s.openDataset(sample.Dataset())
	s.whenReached(func() { s.reply(id, s.describe().Encode()) })
	return nil
}

// assignRoles gives the shards the visitor's roles, or without any the usual ones,
// and starts a run on them.
func (s *Session) assignRoles(id int, c protocol.AssignRoles) error {
	if s.loading != nil {
		return errors.New("Files are still being loaded. Wait until they are in.")
	}
	dataset, err := s.dataset.Reassign(c.Roles, c.HoldOut)
	if len(c.Roles) == 0 && !s.dataset.Drawn {
		dataset, err = assign(s.dataset.Shards...), nil
	}
	if err != nil {
		return err
	}
	s.openDataset(dataset)
	s.whenReached(func() { s.reply(id, s.describe().Encode()) })
	return nil
}

// replyImages answers with images of a shard as records of the binary version.
func (s *Session) replyImages(id int, c protocol.Images) error {
	if c.Shard < 0 || c.Shard >= len(s.dataset.Shards) {
		return fmt.Errorf("shard: there is no shard %d", c.Shard)
	}
	shard := s.dataset.Shards[c.Shard]
	if c.From < 0 || c.Count < 1 || c.Count > shard.Len()-c.From {
		return fmt.Errorf("from, count: %s has the images 0 to %d", shard.Name, shard.Len()-1)
	}
	records := make([]uint8, 0, c.Count*cifar10.RecordSize)
	s.reply(id, shard.AppendRecords(records, c.From, c.From+c.Count))
	return nil
}
