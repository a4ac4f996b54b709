package session

import (
	"errors"
	"fmt"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// reserveRuns answers with ids that are nobody's, for runs that the page hands
// out to its workers.
func (s *Session) reserveRuns(id, count int) error {
	if count < 1 || count > 1000 {
		return errors.New("count: expected a whole number from 1 to 1000")
	}
	ids := make([]any, count)
	for i := range ids {
		s.lastID++
		ids[i] = s.lastID
	}
	s.reply(id, map[string]any{"ids": ids})
	return nil
}

func (s *Session) renameRun(id int, c protocol.RenameRun) error {
	r := s.find(c.Run)
	if r == nil {
		return noRun(c.Run)
	}
	if c.Name == "" {
		return errors.New("name: expected some text")
	}
	r.name = c.Name
	s.post(protocol.RunChanged{Run: r.summary(s.trains(r))})
	s.reply(id, nil)
	return nil
}

// removeRun takes a run off the list. The current run makes way for a new one, and
// a run of the team can't be removed while it trains.
func (s *Session) removeRun(id int, c protocol.RemoveRun) error {
	r := s.find(c.Run)
	switch {
	case r == nil:
		return noRun(c.Run)
	case slices.Contains(s.team.runs, r):
		return errors.New("The run trains together with others. Stop them first.")
	case r == s.current() && r.unbegun():
		return errors.New("There is always one run; this one has not begun.")
	case r == s.current():
		s.startRun()
	}
	s.runs = slices.DeleteFunc(s.runs, func(other *run) bool { return other == r })
	s.post(protocol.RunRemoved(c))
	s.reply(id, nil)
	return nil
}

// fork makes a new current run that goes on from a snapshot.
func (s *Session) fork(id int, c protocol.Fork) error {
	settings, err := c.Settings.Apply(s.settings)
	if err != nil {
		return err
	}
	const W = cifar10.Classes * cifar10.Dim
	if len(c.From.Weights) != W+cifar10.Classes {
		return fmt.Errorf("weights: expected %d numbers, W then b", W+cifar10.Classes)
	}
	classifier := softmax.New()
	classifier.SetWeights(c.From.Weights[:W], c.From.Weights[W:])
	trainer, err := train.Resume(s.data, settings, train.State{
		Classifier: classifier,
		Epoch:      c.From.Epoch,
		Step:       c.From.Step,
		History:    protocol.DecodePoints(c.From.History),
	})
	if err != nil {
		return err
	}
	s.settings = settings
	s.addRun(c.Name, trainer)
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

// trains reports whether a run is at work.
func (s *Session) trains(r *run) bool {
	if slices.Contains(s.team.runs, r) {
		return s.team.playing
	}
	return r == s.current() && s.running()
}

func noRun(id int) error { return fmt.Errorf("run: there is no run %d", id) }
