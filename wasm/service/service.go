// Package service is what the programs of all workers have in common: it takes the
// page's commands, passes each to its handler, answers, and runs the loop that works
// in slices. It does not depend on JavaScript.
package service

import (
	"time"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/inbox"
)

// Host is what a service needs from its environment.
type Host struct {
	Post  func(message map[string]any) // to the page
	Flush func()                       // sends what Post has gathered; nil if it gathers nothing
	Yield func()                       // gives the event loop a turn
}

// Service takes the commands of one program. All its methods except Receive and
// Push belong to the goroutine of Run.
type Service struct {
	host    Host
	program wire.Program
	do      func(id int, command any) error
	inbox   *inbox.Inbox
}

// New returns a service that has not started. do starts a command: it makes sure that
// Reply or Refuse follows, or returns an error, which is then the answer.
func New(host Host, program wire.Program, do func(id int, command any) error) *Service {
	return &Service{host: host, program: program, do: do, inbox: inbox.New()}
}

// Receive takes a message from the page. It never blocks.
func (s *Service) Receive(message map[string]any) {
	s.Push(func() { s.handle(message) })
}

// Push queues a task for the goroutine of Run. It never blocks.
func (s *Service) Push(task func()) { s.inbox.Push(task) }

// Run reports that the program is ready, then serves until done is closed. work does a
// slice of the pending work, and reports whether there was any and how long it may
// rest before the next; nil is for a program that only answers.
func (s *Service) Run(done <-chan struct{}, work func() (worked bool, rest time.Duration)) {
	s.Post(protocol.Ready{Version: protocol.Version})
	s.flush()
	for !closed(done) {
		s.Turn()
		s.flush() // an answer does not wait for the work
		var worked bool
		var rest time.Duration
		if work != nil {
			worked, rest = work()
		}
		s.flush()
		switch {
		case !worked:
			s.inbox.Wait(done)
		case rest > 0:
			s.inbox.WaitFor(done, rest)
		default:
			s.host.Yield()
		}
	}
}

func closed(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func (s *Service) flush() {
	if s.host.Flush != nil {
		s.host.Flush()
	}
}

// Turn handles what has arrived so far.
func (s *Service) Turn() { s.inbox.Do() }

func (s *Service) handle(message map[string]any) {
	id, command, err := s.program.DecodeCommand(message)
	if err == nil {
		err = s.do(id, command)
	}
	if err != nil {
		s.Refuse(id, err)
	}
}

// Post sends the page an event.
func (s *Service) Post(event any) { s.host.Post(wire.Event(event)) }

// Reply answers a command. The value has the type in the program's table, or is
// nil.
func (s *Service) Reply(id int, value any) { s.Post(protocol.Replied{ID: id, Value: value}) }

// Refuse answers a command that could not be done.
func (s *Service) Refuse(id int, err error) { s.Post(protocol.Refuse(id, err)) }
