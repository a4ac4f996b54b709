package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

func (s *Session) replyRun(id int) { s.Reply(id, s.current().summary(s.running())) }

func (s *Session) replyWeights(id int, c protocol.Weights) error {
	r := s.find(c.Run)
	if r == nil {
		return noRun(c.Run)
	}
	if r.trainer != nil && r.trainer.Pending() { // the history must be complete as well
		s.afterPoint = append(s.afterPoint, func() { s.tellWeights(id, r) })
		return nil
	}
	s.tellWeights(id, r)
	return nil
}

func (s *Session) tellWeights(id int, r *run) {
	weights, bias := weightsOf(r.classifier())
	at := r.summary(false)
	s.Reply(id, protocol.NetworkWeights{
		Shape: [2]int{len(bias), cifar10.Dim}, Weights: weights, Bias: bias,
		At:      &protocol.Place{Epoch: at.Epoch, InEpoch: at.InEpoch, Step: at.Step},
		Carried: carried(r.trainer),
	})
}

// carried returns what a trainer needs besides its weights to go on, or nil.
func carried(t *train.Trainer) *protocol.Carried {
	if t == nil {
		return nil
	}
	best, _ := t.Best()
	return carriedOf(t.Memory(), best)
}

// carriedOf combines the state of an optimizer and the best epoch's classifier.
func carriedOf(memory softmax.Memory, best *softmax.Classifier) *protocol.Carried {
	if best == nil && len(memory.Moments) == 0 {
		return nil
	}
	c := &protocol.Carried{Moments: memory.Moments, Steps: memory.Steps}
	if best != nil {
		W, b := weightsOf(best)
		c.Best = append(W, b...)
	}
	return c
}

// weightsOf returns copies of W, K×D, and of b.
func weightsOf(c *softmax.Classifier) (W, b []float32) {
	W, b = make([]float32, c.Classes()*cifar10.Dim), make([]float32, c.Classes())
	c.Weights(W, b)
	return W, b
}

// playOn is the command to train to the end.
func (s *Session) playOn(id int, c protocol.Play) error {
	s.play(c.EpochsPerSecond)
	s.replyRun(id)
	return nil
}

// play trains to the end, at no more than that many epochs a second, or with 0 as
// fast as it can. A run that is over is replaced by a new one with the current
// settings.
func (s *Session) play(epochsPerSecond float64) {
	s.restTeam()
	if t := s.current().trainer; t.Diverged() || t.Finished() && !s.extend() {
		s.startRun()
	}
	s.aim(untilFinished())
	s.tempo = newTempo(epochsPerSecond, s.current().trainer.StepsPerEpoch(), s.now())
	s.postRun()
}

// extend lets a finished run go on if the only change is that it has more epochs,
// and reports whether it does.
func (s *Session) extend() bool {
	t := s.current().trainer
	longer := t.Settings()
	longer.Epochs = s.settings.Epochs
	return longer == s.settings && longer.Epochs > t.Epoch() && t.Change(longer) == nil
}

func (s *Session) pause(id int, _ protocol.Pause) error {
	if s.engaged() {
		s.aim(settled())
		s.whenReached(func() { s.replyRun(id) })
		return nil
	}
	s.replyRun(id)
	return nil
}

func (s *Session) finishEpoch(id int, _ protocol.FinishEpoch) error {
	return s.goOn(func(t *train.Trainer) goal { return untilEpoch(t.Epoch() + 1) }, func() { s.replyRun(id) })
}

func (s *Session) reset(id int, _ protocol.Reset) error {
	s.resetRun()
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

// goOn trains a little further, then rests and answers.
func (s *Session) goOn(how func(*train.Trainer) goal, answer reply) error {
	s.completePoint(s.current())
	t := s.current().trainer
	if t.Diverged() {
		return refusal.New(
			"run-diverged",
			"The run has diverged. Reset it, or start a new one with a smaller learning rate η.",
			nil,
		)
	}
	if t.Finished() && !s.extend() {
		return refusal.New("run-finished", "The run is finished. Reset it, or raise the number of epochs.", nil)
	}
	s.restTeam()
	s.aim(how(t))
	s.postRun()
	s.whenReached(answer)
	return nil
}

// divergence says what happened and what to do about it.
func divergence(t *train.Trainer) phrase.Text {
	epoch := t.Epoch()
	if t.InEpoch() > 0 {
		epoch++
	}
	return phrase.New(
		"diverged-at",
		"Diverged at step {step} (epoch {epoch}): the loss is no longer a finite number. Use a smaller learning rate η or a smaller λ.",
		phrase.Values{"step": t.Step(), "epoch": epoch},
	)
}
