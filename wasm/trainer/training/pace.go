package training

import (
	"time"

	"onelayer/engine/protocol"
)

const (
	reportEvery = 100 * time.Millisecond
	paceWindow  = 3 * time.Second
)

// pace measures the speed of steps over the last paceWindow or two, including the
// evaluations between them.
type pace struct {
	reported  time.Time
	from, mid mark
}

// mark is a moment of a run.
type mark struct {
	at   time.Time
	step int
}

func (p *pace) restart(now time.Time, step int) {
	m := mark{now, step}
	*p = pace{reported: now, from: m, mid: m}
}

// stepsPerSecond returns the current speed, 0 if it is not known yet.
func (p *pace) stepsPerSecond(now time.Time, step int) float64 {
	if now.Sub(p.mid.at) > paceWindow {
		p.from, p.mid = p.mid, mark{now, step}
	}
	elapsed := now.Sub(p.from.at).Seconds()
	if elapsed <= 0 {
		return 0
	}
	return float64(step-p.from.step) / elapsed
}

// reportPace reports a running run's progress to the page, about ten times a
// second.
func (s *Session) reportPace(now time.Time) {
	if !s.running() || now.Sub(s.pace.reported) < reportEvery {
		return
	}
	s.pace.reported = now
	r := s.current()
	s.Post(s.progressed(r, s.pace.stepsPerSecond(now, r.trainer.Step())))
}

// progressed describes where a run is, and its speed, if it is known yet.
func (s *Session) progressed(r *run, stepsPerSecond float64) protocol.Progressed {
	t := r.trainer
	event := protocol.Progressed{
		Run: r.id, Epoch: t.Epoch(), InEpoch: t.InEpoch(), Step: t.Step(), MinibatchLoss: t.MinibatchLoss(),
	}
	if stepsPerSecond > 0 {
		event.ImagesPerSecond = stepsPerSecond * float64(t.Data().Train.Len()) / float64(t.StepsPerEpoch())
		event.SecondsLeft = float64(t.Settings().Epochs*t.StepsPerEpoch()-t.Step()) / stepsPerSecond
	}
	return event
}
