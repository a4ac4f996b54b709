package session

import (
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// configure changes settings. They reach the run in hand at its next step, all
// but the seed and the batch size: those wait for a reset or a new run once a
// step was made.
func (s *Session) configure(id int, changes protocol.Settings) error {
	settings, err := changes.Apply(s.settings)
	if err != nil {
		return err
	}
	s.settings = settings
	t := s.current().trainer
	switch {
	case s.current().unbegun() && changesStart(t.Settings(), settings):
		s.restartUnbegun()
		s.whenReached(func() { s.replySettings(id) })
		return nil
	case !t.Finished() && !t.Diverged():
		inFlight := settings
		inFlight.Seed, inFlight.BatchSize = t.Settings().Seed, t.Settings().BatchSize
		if err := t.Change(inFlight); err != nil {
			return err
		}
		s.postRun()
	}
	s.postSettings()
	s.replySettings(id)
	return nil
}

// changesStart reports whether a run at step 0 would look different with other
// settings: the seed draws its weights, and λ is in its cost.
func changesStart(a, b train.Hyperparameters) bool {
	return a.Seed != b.Seed || a.BatchSize != b.BatchSize || a.L2 != b.L2
}

// restartUnbegun gives a run that has made no step all the settings. One that was
// just told to play keeps playing.
func (s *Session) restartUnbegun() {
	playing := s.running()
	s.resetRun()
	if playing {
		s.aim(untilFinished())
		s.postRun()
		s.answer()
	}
}

// newRun makes a new current run.
func (s *Session) newRun(id int, changes protocol.Settings) error {
	settings, err := changes.Apply(s.settings)
	if err != nil {
		return err
	}
	s.settings = settings
	s.startRun()
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

func (s *Session) settingsChanged() protocol.SettingsChanged {
	return protocol.SettingsChanged{Settings: s.settings, Deferred: s.deferred()}
}

// deferred names the settings that wait for the next reset or run.
func (s *Session) deferred() []string {
	t := s.current().trainer
	if t.Finished() || t.Diverged() {
		return nil // the next run takes them all
	}
	return differences(t.Settings(), s.settings)
}

// differences names what two runs' settings do not share, of what cannot change
// in flight.
func differences(a, b train.Hyperparameters) []string {
	var names []string
	if a.BatchSize != b.BatchSize {
		names = append(names, "batchSize")
	}
	if a.Seed != b.Seed {
		names = append(names, "seed")
	}
	return names
}

func (s *Session) postSettings() { s.post(s.settingsChanged()) }

func (s *Session) replySettings(id int) { s.reply(id, s.settingsChanged().Value()) }
