package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
	"onelayer/engine/sample"
)

// loading is an Open in progress: shards come through a port while the session
// goes on training.
type loading struct {
	id     int // of the command that waits for it
	port   Port
	stop   func()           // ends the listening
	pieces pieces           // of the incoming shard
	shards []*cifar10.Shard // that have arrived
	labels []labelSet       // that came without images
	begun  bool             // a first shard has replaced the sample

	replaces bool // the old data are dropped
}

// open starts to take shards from a port. The new data replace the old only when all
// have arrived, so a wrong file loses nothing; but the first shard replaces the
// sample at once, so that training can begin, unless it is to wait for the others.
func (s *Session) open(id int, c protocol.Open) error {
	p, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	if s.loading != nil {
		return refusal.New(
			"loading-add-later",
			"Files are still being loaded. Wait until they are in, then add more.",
			nil,
		)
	}
	l := &loading{id: id, port: p, replaces: c.Replaces}
	if s.newHash != nil {
		l.pieces.hash = s.newHash()
	}
	s.previous = nil // room for what comes
	s.loading = l
	l.stop = p.Listen(func(message map[string]any) {
		s.Push(func() {
			if s.loading == l {
				s.receive(message)
			}
		})
	})
	return nil
}

// receive takes a message of the loader or the page: a piece of a shard, or the
// end.
func (s *Session) receive(message map[string]any) {
	l := s.loading
	if message["done"] == true {
		if err := l.pieces.missing(); err != nil {
			s.abandon(err)
			return
		}
		s.loaded(decodeEnd(message))
		return
	}
	if err := s.take(message); err != nil {
		s.abandon(err)
		return
	}
	l.port.Post(wire.Object(protocol.ShardReceived{Received: true}))
}

// take takes a piece of a shard, or labels without images.
func (s *Session) take(message map[string]any) error {
	if _, isLabels := message["labels"]; isLabels {
		set, err := decodeLabelSet(message)
		s.loading.labels = append(s.loading.labels, set)
		return err
	}
	var piece protocol.ShardPiece
	if err := wire.Decode(message, &piece); err != nil {
		return err
	}
	shard, err := s.loading.pieces.take(piece)
	s.loading.port.Reuse(piece.Records)
	if err == nil && shard != nil {
		s.add(shard, piece.Provisional, piece.Waits)
	}
	return err
}

// add takes a complete shard.
func (s *Session) add(shard *cifar10.Shard, provisional, waits bool) {
	l := s.loading
	if !provisional {
		l.shards = append(l.shards, shard)
	}
	if !l.begun && !waits && s.unused() {
		l.begun = true
		s.openDataset(assign(shard))
	}
}

// unused reports whether nothing would be lost if the data were replaced now.
func (s *Session) unused() bool {
	return s.dataset == nil || s.dataset.Drawn && s.current().unbegun()
}

// loaded puts all shards in place and answers Open.
func (s *Session) loaded(e end) {
	l := s.loading
	var old []*cifar10.Shard // that the new ones join
	base := s.unchanged()
	if !l.begun && !l.replaces && base != nil && !base.Drawn {
		old = base.Shards
	}
	shards, refused := distinct(old, l.shards)
	refused = append(e.refused(), refused...)
	if len(shards) == 0 && (len(l.labels) == 0 || old == nil) {
		for _, set := range l.labels {
			refused = append(refused, set.alone)
		}
		s.abandon(refusal.Join(refused...))
		return
	}
	data := base
	if len(shards) > 0 {
		data = e.dataset(merge(old, shards))
		if old != nil {
			data = keepLabels(data, base)
		}
	}
	data, unfit := withLabels(data, l.labels)
	refused = append(refused, unfit...)
	if len(shards) == 0 && len(unfit) == len(l.labels) {
		s.abandon(refusal.Join(refused...))
		return
	}
	s.endLoading()
	if len(refused) > 0 {
		s.Post(protocol.FilesRefused{Why: texts(refusal.FewOf(refused))})
	}
	s.place(l, data)
}

// texts are the texts of refusals.
func texts(refused []error) []phrase.Text {
	var all []phrase.Text
	for _, err := range refused {
		all = append(all, refusal.From(err).Text())
	}
	return all
}

// keepLabels gives a dataset the other labels of the one before, where they belong to
// its images.
func keepLabels(data, before *cifar10.Dataset) *cifar10.Dataset {
	for _, set := range before.Labels {
		data, _ = data.AddLabels(set)
	}
	if used, err := data.UseLabels(before.LabelsUsed); err == nil {
		return used
	}
	return data
}

// place puts the data of an Open in place and answers it. A run on the first shard
// goes on with all, and a run on data that differ only in further tests goes on as
// it is.
func (s *Session) place(l *loading, data *cifar10.Dataset) {
	goesOn, pace := l.begun && s.running(), s.tempo.epochsPerSecond
	switch {
	case s.dataset != nil && sameSplits(data, s.dataset) && data.LabelsUsed == s.dataset.LabelsUsed:
		if len(l.labels) > 0 { // to choose from; otherwise the first shard was everything
			s.dataset = data
			s.Post(protocol.DataOpened{Data: s.describe()})
		}
		s.Reply(l.id, s.describe())
		return
	case s.dataset != nil && !l.begun && sameButTests(data, s.dataset):
		s.keepForUndo(data)
		s.takeTests(data)
	default:
		s.keepForUndo(data)
		s.openDataset(data)
	}
	s.Reply(l.id, s.describe()) // the figures before the first step follow
	if goesOn {
		s.play(pace)
	}
}

// takeTests puts data in place that differ from the old only in further tests: the run
// stays, and a finished one is measured on them.
func (s *Session) takeTests(data *cifar10.Dataset) {
	s.dataset, s.data = data, s.data.WithTests(data.Tests())
	s.Post(protocol.DataOpened{Data: s.describe()})
	t := s.current().trainer
	t.TakeTests(s.data.Tests)
	if !s.engaged() {
		s.aim(settled())
	}
}

// cancelOpen ends an Open that the visitor cancels.
func (s *Session) cancelOpen(id int, c protocol.CancelOpen) error {
	defer s.Reply(id, nil)
	if s.loading == nil {
		return nil
	}
	why := c.Message
	if why.IsZero() {
		why = phrase.New("loading-cancelled", "Loading was cancelled. The data are as they were before.", nil)
	}
	s.abandon(refusal.Of(why))
	return nil
}

// abandon ends an Open without new data.
func (s *Session) abandon(err error) {
	l := s.loading
	s.endLoading()
	if l.begun {
		s.openDataset(sample.Dataset()) // drawn again: its memory was used for the shards
	}
	s.Refuse(l.id, err)
}

func (s *Session) endLoading() {
	s.loading.stop()
	s.loading.port.Close()
	s.loading = nil
}
