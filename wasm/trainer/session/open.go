package session

import (
	"context"
	"errors"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
)

// loading is an Open under way: shards come through a port while the session
// trains on.
type loading struct {
	id     int // of the command that waits for it
	port   Port
	cancel context.CancelFunc // ends the listening
	shards []*cifar10.Shard   // that are in
	begun  bool               // a first shard has taken the sample's place
}

// open begins to take shards from a port. Only when all are in does the new data
// take the old one's place, so a wrong file loses nothing; but the first shard
// takes the sample's place at once, so that training can begin, unless it is to wait
// for the others.
func (s *Session) open(id int, port any) error {
	p, ok := port.(Port)
	if !ok {
		return errPort
	}
	if s.loading != nil {
		return errors.New("Files are still being loaded. Wait until they are in, then add more.")
	}
	ctx, cancel := context.WithCancel(context.Background())
	l := &loading{id: id, port: p, cancel: cancel}
	s.loading = l
	p.Listen(ctx, func(message map[string]any) {
		s.inbox.Push(func() {
			if s.loading == l {
				s.receive(message)
			}
		})
	})
	return nil
}

// receive takes what the loader or the page posts: a shard, or the end.
func (s *Session) receive(message map[string]any) {
	if message["done"] == true {
		s.loaded(decodeEnd(message))
		return
	}
	shard, err := decodeShard(message)
	if err != nil {
		s.abandon(err)
		return
	}
	l := s.loading
	if message["provisional"] != true {
		l.shards = append(l.shards, shard)
	}
	if !l.begun && message["waits"] != true && s.unused() {
		l.begun = true
		s.openDataset(assign(shard))
	}
	l.port.Post(map[string]any{"received": true})
}

// unused reports whether nothing would be lost if other data came at once.
func (s *Session) unused() bool {
	return s.dataset == nil || s.dataset.Drawn && s.current().unbegun()
}

// loaded puts all shards in place and answers Open.
func (s *Session) loaded(e end) {
	l := s.loading
	if len(l.shards) == 0 {
		s.abandon(errors.New(strings.Join(e.messages, "\n")))
		return
	}
	s.endLoading()
	if len(e.messages) > 0 {
		s.post(protocol.FilesRefused{Messages: e.messages})
	}
	goesOn := l.begun && s.running() // what trains on the first shard goes on with all
	if !l.begun && s.dataset != nil && !s.dataset.Drawn {
		l.shards = merge(s.dataset.Shards, l.shards)
	}
	data := e.dataset(l.shards)
	if s.dataset != nil && sameSplits(data, s.dataset) { // the first shard was all
		s.reply(l.id, s.describe().Encode())
		return
	}
	s.openDataset(data)
	s.whenReached(func() { s.reply(l.id, s.describe().Encode()) })
	if goesOn {
		s.play()
	}
}

// cancelOpen ends an Open that the visitor no longer wants.
func (s *Session) cancelOpen(message string) {
	if s.loading == nil {
		return
	}
	if message == "" {
		message = "Loading was cancelled. The data are as they were before."
	}
	s.abandon(errors.New(message))
}

// abandon ends an Open without new data.
func (s *Session) abandon(err error) {
	l := s.loading
	s.endLoading()
	if l.begun {
		s.openDataset(sample.Dataset()) // drawn again: meanwhile its memory was the shards'
	}
	s.refuse(l.id, err)
}

func (s *Session) endLoading() {
	s.loading.cancel()
	s.loading.port.Close()
	s.loading = nil
}
