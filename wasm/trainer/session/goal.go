package session

import (
	"math"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// slice is how long the session works before it listens again.
const slice = 10 * time.Millisecond

// goal is how far the current run is to go: to a number of steps or of epochs,
// whichever comes first, and never short of a finished evaluation, so that a
// paused run always has whole figures.
type goal struct {
	active      bool
	step, epoch int
	training    bool // the run counts as running on the way
}

// settled asks for nothing but the evaluation under way.
func settled() goal { return goal{} }

func untilStep(step int) goal   { return goal{step: step, epoch: math.MaxInt} }
func untilEpoch(epoch int) goal { return goal{step: math.MaxInt, epoch: epoch, training: true} }
func untilFinished() goal       { return goal{step: math.MaxInt, epoch: math.MaxInt, training: true} }

func (g goal) reached(t *train.Trainer) bool {
	if t.Finished() || t.Diverged() {
		return true
	}
	return t.Stepping() && (t.Step() >= g.step || t.Epoch() >= g.epoch)
}

// reply is due when the goal is reached or replaced.
type reply func()

// aim replaces the goal. Commands that waited for the old one are answered now.
func (s *Session) aim(g goal) {
	s.answer()
	g.active = true
	s.goal = g
	s.pace.restart(s.host.Now(), s.current().trainer.Step())
}

// stop gives the goal up where it is.
func (s *Session) stop() {
	s.goal = goal{}
	s.answer()
}

// whenReached registers an answer to the current goal.
func (s *Session) whenReached(r reply) { s.waiting = append(s.waiting, r) }

func (s *Session) answer() {
	due := s.waiting
	s.waiting = nil
	for _, r := range due {
		r()
	}
}

// working reports whether there is something to train or to measure.
func (s *Session) working() bool { return s.goal.active || s.team.playing }

// running reports whether the current run counts as training.
func (s *Session) running() bool { return s.goal.active && s.goal.training }

// work gives a slice of time to the current run or, while that rests, to the
// team; every other one to looks at a split, if some were asked for.
func (s *Session) work() {
	switch {
	case s.looks.takesTurn(s.working()):
		s.workLooks()
	case s.goal.active:
		s.workCurrent()
	default:
		s.workTeam()
	}
}

// workCurrent goes towards the goal for a slice of time.
func (s *Session) workCurrent() {
	t := s.current().trainer
	deadline := s.host.Now().Add(slice)
	for !s.goal.reached(t) {
		s.advance(s.current())
		if now := s.host.Now(); now.After(deadline) {
			s.reportPace(now)
			return
		}
	}
	s.goal.active = false
	s.postRun()
	s.answer()
}

// advance does one unit of a run's work and tells what came of it.
func (s *Session) advance(r *run) {
	t := r.trainer
	points := len(t.History())
	outcome := r.advance()
	if history := t.History(); len(history) > points {
		s.post(protocol.EpochFinished{Run: r.id, Point: history[points], Weights: s.weights(r)})
	}
	switch outcome {
	case train.Stepped:
		r.version++
	case train.Diverged:
		r.version++
		r.message = divergence(t)
	}
}

// weights returns W, then b, of a run. The next call overwrites them.
func (s *Session) weights(r *run) []float32 {
	const W = cifar10.Classes * cifar10.Dim
	if s.snapshot == nil {
		s.snapshot = make([]float32, W+cifar10.Classes)
	}
	r.classifier().Weights(s.snapshot[:W], s.snapshot[W:])
	return s.snapshot
}

func (s *Session) postRun() { s.post(protocol.RunChanged{Run: s.current().summary(s.running())}) }
