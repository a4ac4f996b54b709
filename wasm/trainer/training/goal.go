package training

import (
	"math"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// slice is how long the session works before it handles messages again. The first slices
// after a command are shorter, in case another command follows at once.
const (
	slice      = 10 * time.Millisecond
	firstSlice = time.Millisecond
)

// goal is how far the current run is to go: to a number of steps or of epochs,
// whichever comes first, and never short of a finished evaluation, so that a
// paused run always has complete figures.
type goal struct {
	active      bool
	step, epoch int
	training    bool // the run counts as running until then
}

// settled asks only for the current evaluation.
func settled() goal { return goal{} }

func untilStep(step int) goal   { return goal{step: step, epoch: math.MaxInt} }
func untilEpoch(epoch int) goal { return goal{step: math.MaxInt, epoch: epoch, training: true} }
func untilFinished() goal       { return goal{step: math.MaxInt, epoch: math.MaxInt, training: true} }

func (g goal) reached(t *train.Trainer) bool {
	return g.met(t) && !t.Pending()
}

// met reports whether the goal is reached, except for what helpers measure.
func (g goal) met(t *train.Trainer) bool {
	if t.Finished() || t.Diverged() {
		return true
	}
	return t.Stepping() && (t.Step() >= g.step || t.Epoch() >= g.epoch)
}

// reply is due when the goal is reached or replaced.
type reply func()

// aim replaces the goal. Commands that waited for the old one are answered now.
func (s *Session) aim(g goal) {
	s.answer()
	g.active = true
	s.goal, s.tempo, s.slice = g, tempo{}, firstSlice
	s.pace.restart(s.now(), s.current().trainer.Step())
}

// stop ends the goal where the run is.
func (s *Session) stop() {
	s.goal = goal{}
	s.answer()
}

// whenReached registers an answer to the current goal.
func (s *Session) whenReached(r reply) { s.waiting = append(s.waiting, r) }

func (s *Session) answer() {
	due := s.waiting
	s.waiting = nil
	for _, r := range due {
		r()
	}
}

// working reports whether there is something to train or to measure.
func (s *Session) working() bool { return s.active() || s.team.playing || s.sweep.playing }

// engaged reports whether there is something to train or to measure, even if it has to
// wait for helpers now.
func (s *Session) engaged() bool { return s.goal.active || s.team.playing || s.sweep.playing }

// active reports whether the current run can work towards its goal now.
func (s *Session) active() bool { return s.goal.active && !s.waitsForHelpers() }

// running reports whether the current run counts as training.
func (s *Session) running() bool { return s.goal.active && s.goal.training }

// work gives a slice of time to the current run or, while that rests, to the
// team; every other slice to evaluations of a split, if some were asked for.
func (s *Session) work() {
	switch {
	case s.looks.takesTurn(s.working()):
		s.workLooks()
	case s.active():
		s.workCurrent()
	case s.team.playing:
		s.workTeam()
	default:
		s.workSweep()
	}
}

// workCurrent works towards the goal for a slice of time.
func (s *Session) workCurrent() {
	t := s.current().trainer
	s.helped(t)
	deadline := s.now().Add(s.slice)
	s.slice = min(2*s.slice, slice)
	for !s.goal.reached(t) {
		if s.waitsForHelpers() {
			s.reportPace(s.now())
			return
		}
		now := s.now()
		resting := t.Stepping() && s.tempo.rest(now) > 0
		if !resting {
			if t.Stepping() {
				s.tempo.step(now)
			}
			s.advance(s.current())
			now = s.now()
		}
		if resting || now.After(deadline) {
			s.reportPace(now)
			return
		}
	}
	s.goal.active = false
	s.postRun()
	s.answer()
}

// advance does one unit of a run's work and reports the outcome.
func (s *Session) advance(r *run) {
	t := r.trainer
	points := len(t.History())
	outcome := r.advance()
	if history := t.History(); len(history) > points {
		s.postPoint(r, history[points], byClass(t))
		s.noteBeginning(r, history[points])
	}
	switch outcome {
	case train.Stepped:
		r.version++
	case train.Diverged:
		r.version++
		r.message = divergence(t)
	case train.Finished:
		r.version++
		r.message = stopped(t)
	}
}

// byClass is what a run's last point gets right of each class, if there are validation images.
func byClass(t *train.Trainer) *train.ByClass {
	counts := t.ByClass()
	if t.Data().Validation.Len() == 0 || len(counts.Right) == 0 {
		return nil
	}
	return &counts
}

// postPoint tells the page the point at which a run is.
func (s *Session) postPoint(r *run, point train.Point, classes *train.ByClass) {
	s.Post(protocol.EpochFinished{
		Run: r.id, Point: point, Weights: s.copied(r.trainer.Reached()), Carried: carried(r.trainer),
		ByClass: classes,
	})
}

// stopped says why a run ended before its last epoch, if it did, and which epoch it
// uses.
func stopped(t *train.Trainer) phrase.Text {
	best, epoch := t.Best()
	if t.Settings().EarlyStopping == 0 || best == nil {
		return phrase.Text{}
	}
	return phrase.New(
		"stopped-early",
		"Stopped after epoch {epoch}; the weights and the test figures are those of epoch {best}, the best on validation.",
		phrase.Values{"epoch": t.Epoch(), "best": epoch},
	)
}

// weights returns W, then b, of a run. The next call overwrites them.
func (s *Session) weights(r *run) []float32 { return s.copied(r.classifier()) }

// copied returns W, then b, of a classifier. The next call overwrites them.
func (s *Session) copied(c *softmax.Classifier) []float32 {
	W, b := c.Classes()*cifar10.Dim, c.Classes()
	if len(s.snapshot) != W+b {
		s.snapshot = make([]float32, W+b)
	}
	c.Weights(s.snapshot[:W], s.snapshot[W:])
	return s.snapshot
}

// postRun tells the page how the current run is, unless it has been told just that: a
// message costs more than most commands.
func (s *Session) postRun() {
	run := s.current().summary(s.running())
	if run.Equal(&s.told) {
		return
	}
	s.told = run
	s.Post(protocol.RunChanged{Run: run})
}
