package training

import (
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// step does one update and, with Details, answers with what it did.
func (s *Session) step(id int, c protocol.Step) error {
	var before int
	var closeup *train.Closeup
	oneMore := func(t *train.Trainer) goal {
		if before = t.Step(); c.Details {
			closeup = t.Closeup()
		}
		return untilStep(t.Step() + 1)
	}
	return s.goOn(oneMore, func() {
		r := s.current()
		answer := protocol.SteppedRun{Run: r.summary(s.running())}
		// Another command may have arrived in between.
		if closeup != nil && r.trainer.Step() == before+1 {
			closeup.Finish(r.trainer)
			answer.Minibatch = s.describeMinibatch(closeup)
		}
		s.Reply(id, answer)
	})
}

func (s *Session) describeMinibatch(c *train.Closeup) *protocol.Minibatch {
	m := &protocol.Minibatch{Gradient: c.Gradient, LossBefore: c.LossBefore, LossAfter: c.LossAfter}
	for _, index := range c.Indices {
		m.Indices, m.Labels = append(m.Indices, float64(index)), append(m.Labels, s.data.Train.Label(index))
	}
	return m
}

// extendBy lets a finished run go on for more epochs, with the current settings
// except those fixed at its start.
func (s *Session) extendBy(id int, c protocol.Extend) error {
	t := s.current().trainer
	if !t.Finished() {
		return refusal.New("run-not-finished", "The run is not finished yet.", nil)
	}
	if c.Epochs < 1 {
		return refusal.New("epochs-more", "epochs: expected a whole number above 0", nil)
	}
	longer := s.settings.KeepFixed(t.Settings())
	longer.Epochs = t.Epoch() + c.Epochs
	if err := t.Change(longer); err != nil {
		return err
	}
	s.settings = longer
	s.postSettings()
	s.play(0)
	s.replyRun(id)
	return nil
}
