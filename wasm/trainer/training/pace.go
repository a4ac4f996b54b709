package training

import (
	"time"

	"onelayer/engine/protocol"
)

const (
	reportEvery = 100 * time.Millisecond
	paceWindow  = 3 * time.Second
)

// pace measures how fast steps are done, over the last paceWindow or two, with
// the evaluations between them.
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

// stepsPerSecond returns the speed up to now, 0 if none can be told yet.
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

// reportPace tells the page how a running run gets on, about ten times a second.
func (s *Session) reportPace(now time.Time) {
	if !s.running() || now.Sub(s.pace.reported) < reportEvery {
		return
	}
	s.pace.reported = now
	r := s.current()
	s.Post(s.progressed(r, s.pace.stepsPerSecond(now, r.trainer.Step())))
}

// progressed tells where a run stands, and how fast it is, if that can be told yet.
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
