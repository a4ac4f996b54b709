package checking

import (
	"time"

	"onelayer/engine/gradcheck"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/wasm/service"
)

const (
	slice       = 10 * time.Millisecond
	reportEvery = 100 * time.Millisecond
)

// Host is what the session needs from its environment.
type Host struct {
	service.Host
	Now func() time.Time
}

// Session takes checkGradient, sweepGradient and cancelGradient from the page.
type Session struct {
	*service.Service
	now  func() time.Time
	task *task // nil unless one is in progress
}

// task is a check, or a sweep of them.
type task struct {
	id       int // of the command that waits for it
	advance  func(parameters int) (done bool)
	progress func() (done, total int)
	value    func() any // once it is done
	reported time.Time
}

// New returns a session that has not started.
func New(host Host) *Session {
	s := &Session{now: host.Now}
	s.Service = service.New(host.Host, protocol.Checker, s.do)
	return s
}

// Run serves until done is closed.
func (s *Session) Run(done <-chan struct{}) { s.Service.Run(done, s.work) }

// do starts a command of the page.
func (s *Session) do(id int, command any) error {
	switch c := command.(type) {
	case protocol.CheckGradient:
		return s.check(id, c)
	case protocol.SweepGradient:
		return s.sweep(id, c)
	case protocol.Ridge:
		return s.ridge(id, c)
	case protocol.CancelGradient:
		s.cancel()
		s.Reply(id, nil)
	}
	return nil
}

func (s *Session) check(id int, c protocol.CheckGradient) error {
	r, err := newRequest(c.Inputs, c.CheckOptions)
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
		progress: func() (int, int) { return check.Done(), check.Parameters() },
		value:    func() any { return resultOf(check, r.kernelGradient) },
	})
	return nil
}

func (s *Session) sweep(id int, c protocol.SweepGradient) error {
	r, err := newRequest(c.Inputs, c.CheckOptions)
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
		value:    func() any { return pointsOf(sweep) },
	})
	return nil
}

// begin replaces the current task.
func (s *Session) begin(t task) {
	s.cancel()
	s.task = &t
}

// cancel stops the current task.
func (s *Session) cancel() {
	if s.task != nil {
		s.Refuse(s.task.id, refusal.New("check-cancelled", "The gradient check was cancelled.", nil))
		s.task = nil
	}
}

// work goes on for a slice of time, and reports whether there was work to do.
func (s *Session) work() (worked bool, rest time.Duration) {
	if s.task == nil {
		return false, 0
	}
	const parameters = 8 // between two looks at the clock
	deadline := s.now().Add(slice)
	for !s.task.advance(parameters) {
		if now := s.now(); now.After(deadline) {
			s.tell(now)
			return true, 0
		}
	}
	done := s.task
	s.task = nil
	s.Reply(done.id, done.value())
	return true, 0
}

func (s *Session) tell(now time.Time) {
	if now.Sub(s.task.reported) < reportEvery {
		return
	}
	s.task.reported = now
	done, total := s.task.progress()
	s.Post(protocol.GradientProgressed{Done: done, Total: total})
}
