package training

import (
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// run is an entry of the page's list. Only the current run has a trainer; the
// others keep their results, without the data they were trained on.
type run struct {
	id      int
	name    phrase.Text
	message phrase.Text
	trainer *train.Trainer

	number  int                 // in its name, if the name is automatic
	derived bool                // its name says which run it continues
	start   *softmax.Classifier // its initial weights, if they are not drawn by its seed

	// The canvas redraws when one of these has changed: generation counts resets,
	// version changes of the weights.
	generation, version int

	kept protocol.Run // the summary of a run without trainer
	past []train.Point
	// The losses of its minibatches, for the canvas; nil without any.
	losses *train.MinibatchLosses
	last   *softmax.Classifier
}

// retire drops the trainer and keeps its result.
func (r *run) retire() {
	if r.trainer == nil {
		return
	}
	r.kept, r.past, r.last = r.summary(false), r.trainer.History(), r.trainer.Classifier()
	r.trainer = nil
}

// ready returns data after their preparation.
func ready(data *train.Data) *train.Data {
	for !data.Prepare(1000) {
	}
	return data
}

// advance does one unit of work and keeps the loss of a step.
func (r *run) advance() train.Outcome {
	if r.losses == nil {
		t := r.trainer
		r.losses = train.NewMinibatchLosses(
			float64(t.Epoch())+float64(t.InEpoch())/float64(t.StepsPerEpoch()),
			t.StepsPerEpoch(),
		)
	}
	outcome := r.trainer.Advance()
	if outcome == train.Stepped {
		r.losses.Add(r.trainer.MinibatchLoss())
	}
	return outcome
}

func (r *run) unbegun() bool { return r.trainer.Step() == 0 }

// summary describes the run to the page; running tells whether it trains now.
func (r *run) summary(running bool) protocol.Run {
	if r.trainer == nil {
		kept := r.kept
		kept.ID, kept.Name = r.id, r.name
		return kept
	}
	t := r.trainer
	return protocol.Run{
		ID: r.id, Name: r.name, Settings: t.Settings(), Status: status(t, running),
		Epoch: t.Epoch(), InEpoch: t.InEpoch(), Step: t.Step(), StepsPerEpoch: t.StepsPerEpoch(), Changes: t.Changes(),
		Test: t.Test(), Tests: t.Tests(), Message: r.message,
	}
}

func status(t *train.Trainer, running bool) protocol.Status {
	switch {
	case t.Diverged():
		return protocol.StatusDiverged
	case t.Finished():
		return protocol.StatusFinished
	case running:
		return protocol.StatusRunning
	case t.Step() == 0:
		return protocol.StatusReady
	default:
		return protocol.StatusPaused
	}
}

func (r *run) history() []train.Point {
	if r.trainer == nil {
		return r.past
	}
	return r.trainer.History()
}

func (r *run) classifier() *softmax.Classifier {
	if r.trainer == nil {
		return r.last
	}
	return r.trainer.Classifier()
}

// find returns a run of the list, or nil.
func (s *Session) find(id int) *run {
	for _, r := range s.runs {
		if r.id == id {
			return r
		}
	}
	return nil
}

// startRun adds a run with the session's settings, which becomes the current one.
// A current run without a step is reused.
func (s *Session) startRun() {
	if r := s.current(); r != nil && r.unbegun() {
		s.resetRun()
		return
	}
	s.addRun(phrase.Text{}, s.newTrainer())
}

// retireCurrent ends the current run, if there is one, before another replaces
// it. It keeps its result; a run without a step has none and is removed.
func (s *Session) retireCurrent() {
	r := s.current()
	if r == nil {
		return
	}
	s.stop()
	s.completePoint(r)
	if r.unbegun() {
		s.runs = s.runs[:len(s.runs)-1]
		s.Post(protocol.RunRemoved{Run: r.id})
		return
	}
	r.retire()
	s.postRun()
}

// addRun makes a trainer the current run, at the end of the list.
func (s *Session) addRun(name phrase.Text, trainer *train.Trainer) {
	s.retireCurrent()
	s.lastID++
	number := 0
	if name.IsZero() {
		name, number = s.number()
	}
	s.runs = append(s.runs, &run{id: s.lastID, name: name, number: number, trainer: trainer})
	s.Post(protocol.RunStarted{Run: s.current().summary(false)})
	for _, point := range trainer.History() {
		s.Post(protocol.EpochFinished{Run: s.lastID, Point: point})
	}
	s.postSettings()
	s.aim(settled())
}

// number returns the next automatic name of a run.
func (s *Session) number() (phrase.Text, int) {
	s.lastNumber++
	return phrase.New("run-number", "Run {n}", phrase.Values{"n": s.lastNumber}), s.lastNumber
}

// resetRun starts the current run again. If it has trained for an epoch or more,
// the result is kept as another run.
func (s *Session) resetRun() {
	s.stop()
	r := s.current()
	s.completePoint(r)
	if r.trainer.Epoch() > 0 {
		s.lastID++
		archived := *r
		archived.id, archived.name = s.lastID, phrase.New(
			"run-before-reset",
			"{run} before reset",
			phrase.Values{"run": r.name},
		)
		archived.retire()
		s.runs = append(s.runs[:len(s.runs)-1], &archived, r)
		s.Post(protocol.RunArchived{Run: archived.summary(false), History: archived.past})
	}
	trainer := s.trainerFromStart()
	if !trainer.Classifier().Equal(r.trainer.Classifier()) {
		r.version++
	}
	r.trainer, r.message, r.losses, r.start = trainer, phrase.Text{}, nil, nil
	if r.derived { // it no longer continues another run
		r.derived = false
		r.name, r.number = s.number()
	}
	r.generation++
	s.Post(protocol.RunReset{Run: r.summary(false)})
	for _, point := range r.trainer.History() {
		s.postPoint(r, point, s.beginning.classes)
	}
	s.postSettings()
	s.aim(settled())
}

// beginning is the state at step 0 of the last run that was measured there.
type beginning struct {
	data       *train.Data
	settings   train.Hyperparameters
	classifier *softmax.Classifier
	point      train.Point
	classes    *train.ByClass // of the point
}

// noteBeginning keeps the weights and figures at step 0, which a reset would compute again.
func (s *Session) noteBeginning(r *run, point train.Point) {
	if point.Step == 0 && r == s.current() && r.start == nil && !r.derived {
		s.beginning = beginning{s.data, r.trainer.Settings(), r.trainer.Reached().Clone(), point, byClass(r.trainer)}
	}
}

// trainerFromStart is newTrainer, with the figures of epoch 0 if they are known.
func (s *Session) trainerFromStart() *train.Trainer {
	b := s.beginning
	b.settings.L2 = s.settings.L2 // which neither the weights nor their losses depend on
	if b.data != s.data || b.settings != s.settings {
		return s.newTrainer()
	}
	b.point.Penalize(s.settings.L2, b.classifier)
	t, err := train.Resume(
		s.data,
		s.settings,
		train.State{Classifier: b.classifier.Clone(), History: []train.Point{b.point}},
	)
	if err != nil {
		panic(err) // a run has begun with these
	}
	return t
}

// newTrainer returns a run at step 0 with the session's settings, which were
// validated when they were set.
func (s *Session) newTrainer() *train.Trainer {
	t, err := train.New(s.data, s.settings)
	if err != nil {
		panic(err)
	}
	return t
}
