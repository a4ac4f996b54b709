package session

import (
	"errors"
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// handle does a command of the page. What takes long is only begun here; the
// answer follows when it is done.
func (s *Session) handle(message map[string]any) {
	id, command, err := protocol.DecodeCommand(message)
	if err == nil {
		err = s.allowed(command)
	}
	if err == nil {
		err = s.do(id, command)
	}
	if err != nil {
		s.refuse(id, err)
	}
}

// allowed refuses what a crew, which has no run of its own, can't do.
func (s *Session) allowed(command protocol.Command) error {
	switch command.(type) {
	case protocol.ReceiveData, protocol.AttachView, protocol.Weights:
		return nil
	case protocol.StartTeam, protocol.PlayTeam, protocol.PauseTeam, protocol.StopTeam:
		if s.data == nil {
			return errors.New("There are no data yet.")
		}
		return nil
	}
	if s.crew {
		return errors.New("This worker trains for another one; it takes no commands of its own.")
	}
	if s.dataset == nil {
		return allowedWithoutData(command)
	}
	return nil
}

// allowedWithoutData refuses what takes data, before an empty session has some.
func allowedWithoutData(command protocol.Command) error {
	switch command.(type) {
	case protocol.Open, protocol.CancelOpen, protocol.UseSample:
		return nil
	}
	return errors.New("There are no data yet.")
}

// do begins a command and sees to it that Replied follows, or returns an error.
func (s *Session) do(id int, command protocol.Command) error {
	switch c := command.(type) {
	case protocol.Configure:
		return s.configure(id, c.Settings)
	case protocol.NewRun:
		return s.newRun(id, c.Settings)
	case protocol.Play:
		s.play()
		s.replyRun(id)
	case protocol.Pause:
		s.pause(id)
	case protocol.Step:
		return s.goOn(id, func(t *train.Trainer) goal { return untilStep(t.Step() + 1) })
	case protocol.FinishEpoch:
		return s.goOn(id, func(t *train.Trainer) goal { return untilEpoch(t.Epoch() + 1) })
	case protocol.Reset:
		s.resetRun()
		s.whenReached(func() { s.replyRun(id) })
	case protocol.Weights:
		return s.replyWeights(id, c.Run)
	case protocol.AttachView:
		port, ok := c.Port.(Port)
		if !ok {
			return errPort
		}
		s.view.attach(s, port)
		s.reply(id, nil)
	default:
		return s.doWithList(id, command)
	}
	return nil
}

// doWithList begins a command about the list of runs.
func (s *Session) doWithList(id int, command protocol.Command) error {
	switch c := command.(type) {
	case protocol.ReserveRuns:
		return s.reserveRuns(id, c.Count)
	case protocol.StartTeam:
		return s.startTeam(id, c.Runs)
	case protocol.PlayTeam:
		s.playTeam()
		s.reply(id, nil)
	case protocol.PauseTeam:
		s.pauseTeam()
		s.reply(id, nil)
	case protocol.StopTeam:
		s.stopTeam()
		s.reply(id, nil)
	case protocol.RenameRun:
		return s.renameRun(id, c)
	case protocol.RemoveRun:
		return s.removeRun(id, c)
	case protocol.Fork:
		return s.fork(id, c)
	case protocol.GradientInputs:
		return s.replyGradientInputs(id, c)
	default:
		return s.doWithData(id, command)
	}
	return nil
}

func (s *Session) reply(id int, value any) { s.post(protocol.Replied{ID: id, Value: value}) }

func (s *Session) replyRun(id int) { s.reply(id, s.current().summary(s.running()).Encode()) }

func (s *Session) refuse(id int, err error) {
	refusal := protocol.Refused{ID: id, Message: err.Error()}
	if field := new(train.FieldError); errors.As(err, &field) {
		refusal.Field = field.Field
	}
	s.post(refusal)
}

func (s *Session) replyWeights(id, run int) error {
	r := s.find(run)
	if r == nil {
		return noRun(run)
	}
	weights, bias := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	r.classifier().Weights(weights, bias)
	s.reply(id, map[string]any{
		"shape":   []any{cifar10.Classes, cifar10.Dim},
		"weights": weights,
		"bias":    bias,
	})
	return nil
}

// play trains to the end. A run that can go no further makes way for a new one
// with the settings as they are now.
func (s *Session) play() {
	s.restTeam()
	if t := s.current().trainer; t.Diverged() || t.Finished() && !s.extend() {
		s.startRun()
	}
	s.aim(untilFinished())
	s.postRun()
}

// extend lets a finished run go on if all that was changed is that it has more
// epochs, and tells whether it does.
func (s *Session) extend() bool {
	t := s.current().trainer
	longer := t.Settings()
	longer.Epochs = s.settings.Epochs
	return longer == s.settings && longer.Epochs > t.Epoch() && t.Change(longer) == nil
}

func (s *Session) pause(id int) {
	if s.working() {
		s.aim(settled())
		s.whenReached(func() { s.replyRun(id) })
		return
	}
	s.replyRun(id)
}

// goOn trains a little further, then rests.
func (s *Session) goOn(id int, how func(*train.Trainer) goal) error {
	t := s.current().trainer
	if t.Diverged() {
		return errors.New("The run has diverged. Reset it, or start a new one with a smaller learning rate η.")
	}
	if t.Finished() && !s.extend() {
		return errors.New("The run is finished. Reset it, or raise the number of epochs.")
	}
	s.restTeam()
	s.aim(how(t))
	s.postRun()
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

// divergence says what happened and what to do about it.
func divergence(t *train.Trainer) string {
	return fmt.Sprintf("Diverged at step %d (epoch %d): the loss is no longer a finite number. Use a smaller learning rate η or a smaller λ.", t.Step(), t.Step()/t.StepsPerEpoch()+1)
}
