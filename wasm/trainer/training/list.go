package training

import (
	"slices"

	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// reserveRuns answers with ids that no run has, for runs that the page hands out
// to its workers.
func (s *Session) reserveRuns(id int, c protocol.ReserveRuns) error {
	if c.Count < 1 || c.Count > 1000 {
		return refusal.NotWholeFromTo("count", 1, 1000)
	}
	ids := make([]int, c.Count)
	for i := range ids {
		s.lastID++
		ids[i] = s.lastID
	}
	s.numberFrom(c.Named)
	s.Reply(id, protocol.ReservedRuns{Ids: ids})
	return nil
}

// numberFrom reserves the numbers up to named for names of runs that the page keeps.
// If the current run has one of them, it takes the next.
func (s *Session) numberFrom(named int) {
	if named <= 0 {
		return
	}
	s.lastNumber = max(s.lastNumber, named)
	if r := s.current(); r != nil && r.number > 0 && r.number <= named {
		r.name, r.number = s.number()
		s.Post(protocol.RunChanged{Run: r.summary(s.trains(r))})
	}
}

func (s *Session) renameRun(id int, c protocol.RenameRun) error {
	r := s.find(c.Run)
	if r == nil {
		return noRun(c.Run)
	}
	if c.Name.IsZero() {
		return refusal.New("name-empty", "name: expected some text", nil)
	}
	r.name, r.number, r.derived = c.Name, 0, false
	s.Post(protocol.RunChanged{Run: r.summary(s.trains(r))})
	s.Reply(id, nil)
	return nil
}

// removeRun takes a run off the list. The current run is replaced by a new one,
// and a run of the team can't be removed while it trains.
func (s *Session) removeRun(id int, c protocol.RemoveRun) error {
	r := s.find(c.Run)
	switch {
	case r == nil:
		return noRun(c.Run)
	case slices.Contains(s.team.runs, r):
		return refusal.New("run-in-team", "The run trains together with others. Stop them first.", nil)
	case r == s.current() && r.unbegun():
		return refusal.New("last-run", "There is always one run; this one has not begun.", nil)
	case r == s.current():
		s.startRun()
	}
	s.runs = slices.DeleteFunc(s.runs, func(other *run) bool { return other == r })
	s.Post(protocol.RunRemoved(c))
	s.Reply(id, nil)
	return nil
}

// fork makes a new current run that goes on from a snapshot.
func (s *Session) fork(id int, c protocol.Fork) error {
	settings, err := c.Settings.Apply(s.settings)
	if err != nil {
		return err
	}
	settings.Epochs = max(settings.Epochs, leastEpochs(c.From.Epoch, c.From.InEpoch))
	trainer, err := s.resumed(settings, c.From)
	if err != nil {
		return err
	}
	s.settings = settings
	s.addRun(c.Name, trainer)
	s.current().derived = true
	if c.Loaded {
		s.current().start = trainer.Reached().Clone()
	}
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

// resumed returns a trainer that continues from a snapshot.
func (s *Session) resumed(settings train.Hyperparameters, from protocol.Snapshot) (*train.Trainer, error) {
	classifier, err := s.classifierOf(from.Weights)
	if err != nil {
		return nil, err
	}
	state := train.State{
		Classifier: classifier,
		Epoch:      from.Epoch,
		InEpoch:    from.InEpoch,
		Step:       from.Step,
		History:    from.History,
		Changes:    from.Changes,
	}
	if err := s.recall(&state, settings, from.Carried); err != nil {
		return nil, err
	}
	return train.Resume(s.data, settings, state)
}

// recall completes a state with what was carried, as far as these settings use it:
// another optimizer starts anew.
func (s *Session) recall(state *train.State, hp train.Hyperparameters, c *protocol.Carried) (err error) {
	if c == nil {
		return nil
	}
	if hp.Optimizer != train.GradientDescent {
		state.Memory = softmax.Memory{Steps: c.Steps, Moments: c.Moments}
	}
	if hp.EarlyStopping > 0 && len(c.Best) > 0 {
		state.Best, err = s.classifierOf(c.Best)
	}
	return err
}

// trains reports whether a run is training.
func (s *Session) trains(r *run) bool {
	if slices.Contains(s.team.runs, r) {
		return s.team.playing
	}
	return r == s.current() && s.running()
}

func noRun(id int) error {
	return refusal.New("no-run", "run: there is no run {id}", refusal.Values{"id": id})
}
