package session

import (
	"context"
	"errors"
	"time"

	"onelayer/engine/gradcheck"
	"onelayer/wasm/inbox"
)

// Version is the version of the checker's protocol; its Ready event carries it.
const Version = 1

const (
	slice       = 10 * time.Millisecond
	reportEvery = 100 * time.Millisecond
)

// Host is what the session needs of the place it runs in.
type Host struct {
	Post  func(message map[string]any) // to the page
	Yield func()                       // gives the event loop a turn
	Now   func() time.Time
}

// Session takes checkGradient, sweepGradient and cancelGradient from the page.
type Session struct {
	host  Host
	inbox *inbox.Inbox
	task  *task // nil unless one is under way
}

// task is a check, or a sweep of them.
type task struct {
	id       int // of the command that waits for it
	advance  func(parameters int) (done bool)
	progress func() (done, total int)
	value    func() map[string]any // once it is done
	reported time.Time
}

// New returns a session that has not started.
func New(host Host) *Session { return &Session{host: host, inbox: inbox.New()} }

// Receive takes a message of the page. It never blocks.
func (s *Session) Receive(message map[string]any) {
	s.inbox.Push(func() { s.handle(message) })
}

// Run serves until ctx is done.
func (s *Session) Run(ctx context.Context) {
	s.host.Post(map[string]any{"event": "Ready", "version": Version})
	for ctx.Err() == nil {
		s.inbox.Do()
		if s.task == nil {
			s.inbox.Wait(ctx)
			continue
		}
		s.work()
		s.host.Yield()
	}
}

func (s *Session) handle(message map[string]any) {
	number, _ := message["id"].(float64)
	id := int(number)
	var err error
	switch message["command"] {
	case "checkGradient":
		err = s.check(id, message)
	case "sweepGradient":
		err = s.sweep(id, message)
	case "cancelGradient":
		s.cancel()
		s.reply(id, nil)
	default:
		err = errors.New("unknown command")
	}
	if err != nil {
		s.refuse(id, err)
	}
}

func (s *Session) check(id int, message map[string]any) error {
	r, err := decodeRequest(message)
	if err != nil {
		return err
	}
	check, err := gradcheck.New(r.model, r.images, r.standardization, r.options)
	if err != nil {
		return err
	}
	s.begin(task{
		id:       id,
		advance:  check.Advance,
		progress: func() (int, int) { return check.Done(), gradcheck.Parameters },
		value:    func() map[string]any { return encodeCheck(check, r.kernelGradient) },
	})
	return nil
}

func (s *Session) sweep(id int, message map[string]any) error {
	r, err := decodeRequest(message)
	if err != nil {
		return err
	}
	sweep, err := gradcheck.NewSweep(r.model, r.images, r.standardization, r.options, gradcheck.Steps())
	if err != nil {
		return err
	}
	s.begin(task{
		id:       id,
		advance:  sweep.Advance,
		progress: sweep.Progress,
		value:    func() map[string]any { return encodeSweep(sweep) },
	})
	return nil
}

// begin puts a task in the place of one under way.
func (s *Session) begin(t task) {
	s.cancel()
	s.task = &t
}

// cancel gives up what is under way.
func (s *Session) cancel() {
	if s.task != nil {
		s.refuse(s.task.id, errors.New("The gradient check was cancelled."))
		s.task = nil
	}
}

// work goes on for a slice of time.
func (s *Session) work() {
	const parameters = 8 // between two looks at the clock
	deadline := s.host.Now().Add(slice)
	for !s.task.advance(parameters) {
		if now := s.host.Now(); now.After(deadline) {
			s.report(now)
			return
		}
	}
	done := s.task
	s.task = nil
	s.reply(done.id, done.value())
}

func (s *Session) report(now time.Time) {
	if now.Sub(s.task.reported) < reportEvery {
		return
	}
	s.task.reported = now
	done, total := s.task.progress()
	s.host.Post(map[string]any{"event": "GradientProgressed", "done": done, "total": total})
}

func (s *Session) reply(id int, value any) {
	s.host.Post(map[string]any{"event": "Replied", "id": id, "value": value})
}

func (s *Session) refuse(id int, err error) {
	s.host.Post(map[string]any{"event": "Refused", "id": id, "message": err.Error()})
}
