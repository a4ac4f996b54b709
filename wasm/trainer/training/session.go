package training

import (
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
	"onelayer/engine/train"
	"onelayer/wasm/service"
)

// Host is what the session needs from its environment.
type Host struct {
	service.Host
	Now     func() time.Time
	Settled func()      // called when the first data are in; may be nil
	NewHash func() Hash // nil where the browser has none
}

// Port is a connection to the view, to another worker or to the page.
type Port interface {
	Post(message map[string]any)
	Listen(handle func(message map[string]any)) (stop func())
	// Reuse lets the bytes of a received message be used for another.
	Reuse(bytes []uint8)
	Close()
}

// Session is the state of the worker. All its methods except Receive belong to
// the goroutine of Run.
type Session struct {
	*service.Service
	now        func() time.Time
	settled    func()
	newHash    func() Hash
	dataset    *cifar10.Dataset
	previous   *cifar10.Dataset // before the last opening, if it can be restored
	opened     *cifar10.Dataset // the dataset that data is a variant of, nil if it is none
	data       *train.Data
	settings   train.Hyperparameters // of the next run, and where possible of this one
	runs       []*run                // the last is the current one
	lastID     int
	lastNumber int // in a name
	goal       goal
	slice      time.Duration // of work until the session handles messages
	waiting    []reply       // answered when the goal is reached or replaced
	pace       pace
	tempo      tempo
	helpers    helpers
	afterPoint []reply // due when the helpers have measured
	team       team
	sweep      sweep
	view       view
	looks      looks
	loading    *loading  // nil unless shards are coming in
	described  described // the data, once someone has asked for them
	crew       bool
	empty      bool         // it starts without data
	snapshot   []float32    // the buffer of weights
	told       protocol.Run // the current run as postRun has told it last
	beginning  beginning
}

// New returns a session that has not started.
func New(host Host) *Session {
	s := &Session{now: host.Now, settled: host.Settled, newHash: host.NewHash, settings: train.Default()}
	s.Service = service.New(host.Host, protocol.Trainer, s.do)
	return s
}

// NewCrew returns the session of a further worker. It has no data and no runs
// except those of its team: the first worker shares the data with it.
func NewCrew(host Host) *Session {
	s := New(host)
	s.crew = true
	return s
}

// NewEmpty returns a session that starts without data and without a run, if data
// other than the sample are about to arrive.
func NewEmpty(host Host) *Session {
	s := New(host)
	s.empty = true
	return s
}

// Run serves until done is closed. Unless it is a crew's or an empty one, it starts with
// the sample and a run that is ready to train.
func (s *Session) Run(done <-chan struct{}) {
	s.Push(s.begin)
	s.Service.Run(done, s.turn)
}

func (s *Session) begin() {
	switch {
	case s.crew:
		s.Post(protocol.Settled{})
	case !s.empty:
		s.openDataset(sample.Dataset())
	}
}

// turn works for a slice of time, if there is work, and keeps the view up to date. It
// rests if the tempo says so.
func (s *Session) turn() (worked bool, rest time.Duration) {
	if worked = s.working() || s.looks.waiting(); worked {
		s.work()
	}
	s.view.update(s, !worked)
	if !worked && s.goal.active && s.waitsForHelpers() {
		return true, s.lose()
	}
	if s.goal.active && s.current().trainer.Stepping() && !s.looks.waiting() {
		rest = s.tempo.rest(s.now())
	}
	return worked, rest
}

// current returns the run that the commands act on: the last of the list, or nil
// if there is none yet.
func (s *Session) current() *run {
	if len(s.runs) == 0 {
		return nil
	}
	return s.runs[len(s.runs)-1]
}
