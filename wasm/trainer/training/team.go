package training

import (
	"slices"
	"time"

	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// team is a set of runs that train side by side: each does a unit of work in
// turn, so that they go through the epochs together and share the conversion of
// their images.
type team struct {
	runs    []*run
	playing bool
	pace    pace
}

// over reports whether a run has nothing left to do.
func over(t *train.Trainer) bool { return t.Finished() || t.Diverged() }

// leader returns the first run that has work left, or nil.
func (t *team) leader() *run {
	for _, r := range t.runs {
		if r.trainer != nil && !over(r.trainer) {
			return r
		}
	}
	return nil
}

// startTeam puts new runs on the list, just before the current one, and trains
// them. The current run rests meanwhile.
func (s *Session) startTeam(id int, c protocol.StartTeam) error {
	if s.team.leader() != nil {
		return refusal.New("team-trains", "The four runs are still training. Stop them first.", nil)
	}
	if len(c.Runs) == 0 {
		return refusal.New("no-list-of-runs", "runs: expected a list of runs", nil)
	}
	runs := make([]*run, len(c.Runs))
	trainers := make([]*train.Trainer, len(c.Runs))
	for i, w := range c.Runs {
		settings, err := w.Settings.Apply(s.settings)
		if err != nil {
			return err
		}
		trainer, err := s.trainerOf(w, settings)
		if err != nil {
			return err
		}
		runs[i], trainers[i] = &run{id: w.ID, name: w.Name, trainer: trainer}, trainer
		s.lastID = max(s.lastID, w.ID)
	}
	train.GoTogether(trainers...)
	s.runs = slices.Insert(s.runs, max(len(s.runs)-1, 0), runs...)
	s.team = team{runs: runs}
	for _, r := range runs {
		s.Post(protocol.RunJoined{Run: r.summary(false)})
	}
	s.playTeam()
	s.Reply(id, nil)
	return nil
}

// trainerOf returns the trainer of a run to start, which may continue another worker's.
func (s *Session) trainerOf(w protocol.TeamRun, settings train.Hyperparameters) (*train.Trainer, error) {
	if w.From == nil {
		return train.New(s.data, settings)
	}
	return s.resumed(settings, *w.From)
}

func (s *Session) goOnWithTeam(id int, _ protocol.PlayTeam) error {
	s.playTeam()
	s.Reply(id, nil)
	return nil
}

func (s *Session) restWithTeam(id int, _ protocol.PauseTeam) error {
	s.pauseTeam()
	s.Reply(id, nil)
	return nil
}

func (s *Session) endTeam(id int, _ protocol.StopTeam) error {
	s.stopTeam()
	s.Reply(id, nil)
	return nil
}

func (s *Session) playTeam() {
	leader := s.team.leader()
	if leader == nil {
		return
	}
	if s.running() {
		s.aim(settled())
	}
	s.team.playing = true
	s.team.pace.restart(s.now(), leader.trainer.Step())
	s.postTeam()
}

// restTeam pauses the team for the current run.
func (s *Session) restTeam() {
	if s.team.playing {
		s.pauseTeam()
	}
}

func (s *Session) pauseTeam() {
	s.team.playing = false
	s.postTeam()
}

// stopTeam ends the team; its runs keep their state and cannot go on.
func (s *Session) stopTeam() {
	s.pauseTeam()
	for _, r := range s.team.runs {
		r.retire()
	}
	s.team = team{}
}

func (s *Session) postTeam() {
	for _, r := range s.team.runs {
		s.Post(protocol.RunChanged{Run: r.summary(s.team.playing)})
	}
}

// workTeam trains the team for a slice of time.
func (s *Session) workTeam() {
	deadline := s.now().Add(slice)
	for {
		for _, r := range s.team.runs {
			if over(r.trainer) {
				continue
			}
			s.advance(r)
			if over(r.trainer) {
				s.Post(protocol.RunChanged{Run: r.summary(false)})
			}
		}
		leader := s.team.leader()
		if leader == nil {
			s.stopTeam()
			return
		}
		if now := s.now(); now.After(deadline) {
			s.reportTeam(now)
			return
		}
	}
}

// reportTeam reports each run's progress to the page. They go in step, so one
// pace serves all.
func (s *Session) reportTeam(now time.Time) {
	if now.Sub(s.team.pace.reported) < reportEvery {
		return
	}
	s.team.pace.reported = now
	speed := s.team.pace.stepsPerSecond(now, s.team.leader().trainer.Step())
	for _, r := range s.team.runs {
		if !over(r.trainer) {
			s.Post(s.progressed(r, speed))
		}
	}
}
