package session

import (
	"context"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
	"onelayer/engine/train"
	"onelayer/wasm/inbox"
)

// Host is what the session needs of the place it runs in.
type Host struct {
	Post  func(message map[string]any) // to the page
	Yield func()                       // gives the event loop a turn
	Now   func() time.Time
}

// Port is a line to the canvas, to another worker or to the page.
type Port interface {
	Post(message map[string]any)
	Listen(ctx context.Context, handle func(message map[string]any))
	Close()
}

// Session is the state of the worker. All its methods but Receive belong to the
// goroutine of Run.
type Session struct {
	host      Host
	inbox     *inbox.Inbox
	dataset   *cifar10.Dataset
	data      *train.Data
	settings  train.Hyperparameters // of the next run, and where possible of this one
	runs      []*run                // the last is the current one
	lastID    int
	goal      goal
	waiting   []reply // answered when the goal is reached or replaced
	pace      pace
	team      team
	view      view
	looks     looks
	loading   *loading      // nil unless shards are coming in
	described protocol.Data // the data, once someone has asked
	crew      bool
	empty     bool      // it starts without data
	snapshot  []float32 // the buffer of weights
}

// New returns a session that has not started.
func New(host Host) *Session {
	return &Session{host: host, inbox: inbox.New(), settings: train.Default()}
}

// NewCrew returns the session of a further worker. It has no data and no run but
// those of its team: the first worker shares the data with it.
func NewCrew(host Host) *Session {
	s := New(host)
	s.crew = true
	return s
}

// NewEmpty returns a session that starts without data and without a run: other data
// than the sample are about to come.
func NewEmpty(host Host) *Session {
	s := New(host)
	s.empty = true
	return s
}

// Receive takes a message of the page. It never blocks.
func (s *Session) Receive(message map[string]any) {
	s.inbox.Push(func() { s.handle(message) })
}

// Run serves until ctx is done. Unless it is a crew's or an empty one, it starts with
// the sample data and a run that is ready to train.
func (s *Session) Run(ctx context.Context) {
	s.post(protocol.Ready{})
	switch {
	case s.crew:
		s.post(protocol.Settled{})
	case !s.empty:
		s.openDataset(sample.Dataset())
	}
	for ctx.Err() == nil {
		s.inbox.Do()
		if s.working() || s.looks.waiting() {
			s.work()
			s.view.update(s, false)
			s.host.Yield()
			continue
		}
		s.view.update(s, true)
		s.inbox.Wait(ctx)
	}
}

func (s *Session) post(e protocol.Event) { s.host.Post(e.Encode()) }

// current returns the run that the commands act on: the last of the list, or nil
// before there is one.
func (s *Session) current() *run {
	if len(s.runs) == 0 {
		return nil
	}
	return s.runs[len(s.runs)-1]
}
