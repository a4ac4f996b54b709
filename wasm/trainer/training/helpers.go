package training

import (
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// patience is how long training waits for a helper before it is dropped.
const patience = 3 * time.Second

// helpers measure the points of the current run in other workers. It is the
// train.Helper of whichever run trains.
type helpers struct {
	session              *Session
	ports                []Port
	run                  *run // whose point is being measured
	number               int  // of the current measurement
	training, validation *train.Score
	blocked              time.Time // since when training waits for it; zero if it doesn't
}

// measure is a train.Helper.
func (h *helpers) measure(c *softmax.Classifier) {
	h.number++
	h.run = h.session.current()
	h.training, h.validation, h.blocked = nil, nil, time.Time{}
	W, b := weightsOf(c)
	weights := append(W, b...)
	for i, port := range h.ports {
		port.Post(wire.Object(protocol.MeasurePoint{
			Number: h.number, Settings: h.run.trainer.Settings(), Weights: weights,
			Training: i == 0, Validation: i == len(h.ports)-1,
		}))
	}
}

// useHelper adds a helper, at most two: one per split.
func (s *Session) useHelper(id int, c protocol.UseHelper) error {
	p, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	s.completePoint(s.current())
	s.helpers.session = s
	if len(s.helpers.ports) < 2 {
		s.helpers.ports = append(s.helpers.ports, p)
	}
	p.Listen(func(message map[string]any) {
		s.Push(func() {
			var measured protocol.PointMeasured
			if wire.Decode(message, &measured) == nil {
				s.takeScores(measured)
			}
		})
	})
	s.Reply(id, nil)
	return nil
}

func (s *Session) releaseHelpers(id int, _ protocol.DropHelpers) error {
	s.dropHelpers()
	s.Reply(id, nil)
	return nil
}

// dropHelpers drops them. Their current point is measured here.
func (s *Session) dropHelpers() {
	if r := s.current(); r != nil && r.trainer != nil {
		s.completePoint(r)
		r.trainer.HelpedBy(nil)
	}
	for _, port := range s.helpers.ports {
		port.Close()
	}
	s.helpers = helpers{number: s.helpers.number}
}

// takeScores combines a helper's scores. Those of an earlier measurement are ignored.
func (s *Session) takeScores(m protocol.PointMeasured) {
	h := &s.helpers
	if m.Number != h.number || h.run == nil || h.run.trainer == nil || !h.run.trainer.Pending() {
		return
	}
	if cifar10.Role(m.Split) == cifar10.Train {
		h.training = &m.Score
	} else {
		h.validation = &m.Score
	}
	if h.training != nil && h.validation != nil {
		s.takePoint(h.run, func(t *train.Trainer) { t.Measured(*h.training, *h.validation) })
	}
}

// completePoint measures here and now what the helpers have not, before something
// happens to the run that needs its complete history.
func (s *Session) completePoint(r *run) {
	if r != nil && r.trainer != nil && r.trainer.Pending() {
		s.takePoint(r, (*train.Trainer).MeasurePending)
	}
}

// takePoint reports the point that measured adds to a run's history.
func (s *Session) takePoint(r *run, measured func(*train.Trainer)) {
	t := r.trainer
	measured(t)
	history := t.History()
	s.Post(protocol.EpochFinished{
		Run: r.id, Point: history[len(history)-1],
		Weights: s.copied(t.PendingClassifier()), Carried: carriedOf(t.PendingMemory(), nil),
		ByClass: byClass(t),
	})
	if t.Diverged() && r.message.IsZero() {
		r.version++
		r.message = divergence(t)
	}
	due := s.afterPoint
	s.afterPoint = nil
	for _, reply := range due {
		reply()
	}
}

// helped lets the helpers, if there are any, measure a trainer's next points.
func (s *Session) helped(t *train.Trainer) {
	if len(s.helpers.ports) > 0 {
		t.HelpedBy(s.helpers.measure)
	}
}

// waitsForHelpers reports whether the current run must wait until its point is
// measured.
func (s *Session) waitsForHelpers() bool {
	r := s.current()
	if r == nil || r.trainer == nil || !r.trainer.Pending() {
		return false
	}
	return r.trainer.Blocked() || s.goal.met(r.trainer)
}

// lose drops helpers that have kept training waiting for too long, and returns how
// long it still waits for them.
func (s *Session) lose() (rest time.Duration) {
	now := s.now()
	if s.helpers.blocked.IsZero() {
		s.helpers.blocked = now
	}
	if rest = s.helpers.blocked.Add(patience).Sub(now); rest <= 0 {
		s.dropHelpers()
	}
	return max(rest, 0)
}

// help measures what comes through a port.
func (s *Session) help(id int, c protocol.Help) error {
	p, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	measurer := train.NewMeasurer(s.data)
	p.Listen(func(message map[string]any) {
		s.Push(func() {
			var m protocol.MeasurePoint
			if wire.Decode(message, &m) != nil {
				return
			}
			if seen := ready(s.data.Prepared(m.Settings)); measurer.Data() != seen {
				measurer = train.NewMeasurer(seen)
			}
			s.measurePoint(p, m, measurer)
		})
	})
	s.Reply(id, nil)
	return nil
}

func (s *Session) measurePoint(p Port, m protocol.MeasurePoint, measurer *train.Measurer) {
	c, err := s.classifierOf(m.Weights)
	if err != nil {
		return
	}
	c.Loss = m.Settings.Loss
	tell := func(role cifar10.Role, split *cifar10.Split) {
		score := measurer.Score(c, split)
		p.Post(wire.Object(protocol.PointMeasured{Number: m.Number, Split: protocol.SplitName(role), Score: score}))
	}
	if m.Training {
		tell(cifar10.Train, measurer.Data().Train)
	}
	if m.Validation {
		tell(cifar10.Validation, measurer.Data().Validation)
	}
}
