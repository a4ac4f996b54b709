package training

import (
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// configure changes settings. They apply to the current run from its next step,
// except those that a run keeps from its start: after the first step they wait for a
// reset or a new run. The current run ends no earlier than where it is.
func (s *Session) configure(id int, c protocol.Configure) error {
	settings, err := c.Settings.Apply(s.settings)
	if err != nil {
		return err
	}
	t := s.current().trainer
	goesOn := !t.Finished() && !t.Diverged()
	if goesOn {
		settings.Epochs = max(settings.Epochs, leastEpochs(t.Epoch(), t.InEpoch()))
	}
	s.settings = settings
	switch {
	case s.current().unbegun() && changesStart(t.Settings(), settings):
		s.restartUnbegun()
		s.whenReached(func() { s.replySettings(id) })
		return nil
	case goesOn:
		if settings.LooksBack() {
			s.completePoint(s.current())
		}
		if err := t.Change(settings.KeepFixed(t.Settings())); err != nil {
			return err
		}
		if !t.Stepping() && !s.goal.active {
			s.aim(settled()) // that was its last epoch
		}
		s.postRun()
	}
	s.postSettings()
	s.replySettings(id)
	return nil
}

// leastEpochs returns the smallest number of epochs of a run at that place.
func leastEpochs(epoch, inEpoch int) int {
	if inEpoch > 0 {
		epoch++
	}
	return max(epoch, 1)
}

// changesStart reports whether a run at step 0 would look different with other
// settings: the seed draws its weights, and λ is in its cost.
func changesStart(a, b train.Hyperparameters) bool {
	return len(train.Fixed(a, b)) > 0 || a.L2 != b.L2
}

// restartUnbegun gives a run without a step all the settings. If it was just told
// to play, it keeps playing.
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
func (s *Session) newRun(id int, c protocol.NewRun) error {
	settings, err := c.Settings.Apply(s.settings)
	if err != nil {
		return err
	}
	s.settings = settings
	s.startRun()
	s.whenReached(func() { s.replyRun(id) })
	return nil
}

func (s *Session) currentSettings() protocol.CurrentSettings {
	return protocol.CurrentSettings{Settings: s.settings, Deferred: s.deferred()}
}

// deferred returns the settings that wait for the next reset or run.
func (s *Session) deferred() []protocol.SettingName {
	t := s.current().trainer
	if t.Finished() || t.Diverged() {
		return nil // the next run takes them all
	}
	var names []protocol.SettingName
	for _, name := range train.Fixed(t.Settings(), s.settings) {
		names = append(names, protocol.SettingName(name))
	}
	return names
}

func (s *Session) postSettings() {
	s.Post(protocol.SettingsChanged{CurrentSettings: s.currentSettings()})
}

func (s *Session) replySettings(id int) { s.Reply(id, s.currentSettings()) }
