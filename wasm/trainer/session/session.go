package session

import (
	"context"
	"io"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
	"onelayer/engine/train"
)

// Host is what the session needs of the place it runs in.
type Host struct {
	Post  func(message map[string]any) // to the page
	Yield func()                       // gives the event loop a turn
	Now   func() time.Time
}

// Port is a line to the canvas.
type Port interface {
	Post(message map[string]any)
	Listen(ctx context.Context, handle func(message map[string]any))
	Close()
}

// File is a file of the visitor's.
type File interface {
	Name() string // with its folder, if it came in one
	Size() int64
	Open() io.Reader
	io.ReaderAt
}

// Session is the state of the worker. All its methods but Receive belong to the
// goroutine of Run.
type Session struct {
	host     Host
	inbox    *queue
	dataset  *cifar10.Dataset
	data     *train.Data
	settings train.Hyperparameters // of the next run, and where possible of this one
	runs     []*run                // never empty after the start; the last is the current one
	lastID   int
	goal     goal
	waiting  []reply // answered when the goal is reached or replaced
	pace     pace
	view     view
	loading  bool
}

// New returns a session that has not started.
func New(host Host) *Session {
	return &Session{host: host, inbox: newQueue(), settings: train.Default()}
}

// Receive takes a message of the page. It never blocks.
func (s *Session) Receive(message map[string]any) {
	s.inbox.push(func() { s.handle(message) })
}

// Run serves until ctx is done. It starts with the sample data and a run that is
// ready to train.
func (s *Session) Run(ctx context.Context) {
	s.post(protocol.Ready{})
	s.openDataset(sample.Dataset())
	s.whenReached(func() { s.post(protocol.Settled{}) })
	for ctx.Err() == nil {
		for _, task := range s.inbox.take() {
			task()
		}
		if s.working() {
			s.work()
			s.view.update(s, false)
			s.host.Yield()
			continue
		}
		s.view.update(s, true)
		select {
		case <-s.inbox.ready:
		case <-ctx.Done():
		}
	}
}

func (s *Session) post(e protocol.Event) { s.host.Post(e.Encode()) }

// current returns the run that the commands act on.
func (s *Session) current() *run { return s.runs[len(s.runs)-1] }
