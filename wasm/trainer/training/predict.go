package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// mostImages is how many images one command may ask for.
const mostImages = 1000

// looks are the evaluations of whole splits that were asked for, the first of
// them in progress. They alternate with training, a slice each.
type looks struct {
	queue []look
	batch *softmax.Batch // kept after the first prediction
	turn  bool           // the next slice is theirs
}

// look is one of them and the command that it answers.
type look struct {
	id      int
	advance func() (done bool) // a little further
	answer  func() any
}

func (l *looks) waiting() bool { return len(l.queue) > 0 }

// takesTurn reports whether the next slice is the looks'.
func (l *looks) takesTurn(training bool) bool {
	l.turn = l.waiting() && !(training && l.turn)
	return l.turn
}

// predict queues a prediction of the current weights.
func (s *Session) predict(id int, c protocol.Predict) error {
	classifier := s.current().classifier().Clone()
	if len(c.Weights) > 0 {
		var err error
		if classifier, err = s.classifierOf(c.Weights); err != nil {
			return err
		}
	}
	seen, hp, err := s.seenBy(c.Settings)
	if err != nil {
		return err
	}
	classifier.Loss = hp.Loss
	if s.looks.batch == nil || s.looks.batch.Classes() != classifier.Classes() {
		s.looks.batch = train.NewPredictionBatch(classifier.Classes())
	}
	batch, split := s.looks.batch, s.split(c.Split)
	var p *train.Prediction
	s.looks.queue = append(s.looks.queue, look{
		id: id,
		advance: func() bool {
			if !seen.Prepare(preparedAtOnce) {
				return false
			}
			if p == nil {
				p = train.NewPrediction(seen.View(), split, classifier)
			}
			return p.Advance(batch)
		},
		answer: func() any {
			return protocol.Predictions{
				Labels: p.Labels, Predicted: p.Predicted, OfLabel: p.OfLabel, OfClass: p.OfClass,
				Confusion: p.Confusion(classifier.Classes()),
			}
		},
	})
	return nil
}

// preparedAtOnce is how many images are smoothed between two looks at the clock.
const preparedAtOnce = 100

// seenBy returns the data as a run with these settings sees them, or, without any, as
// the current run does; they may have to be prepared. It also returns the settings.
func (s *Session) seenBy(changes protocol.Settings) (*train.Data, train.Hyperparameters, error) {
	current := s.current().trainer
	if len(changes) == 0 {
		return current.Data(), current.Settings(), nil
	}
	hp, err := changes.Apply(train.Default())
	if err != nil {
		return nil, hp, err
	}
	for _, r := range s.runs {
		if r.trainer != nil && r.trainer.SeesAs(hp) {
			return r.trainer.Data(), hp, nil
		}
	}
	return s.data.Prepared(hp), hp, nil
}

// classifierOf returns the classifier of W then b, for the current data.
func (s *Session) classifierOf(parameters []float32) (*softmax.Classifier, error) {
	if err := s.checkParameters(parameters); err != nil {
		return nil, err
	}
	W := s.data.Classes * cifar10.Dim
	classifier := softmax.New(s.data.Classes)
	classifier.SetWeights(parameters[:W], parameters[W:])
	return classifier, nil
}

// checkParameters refuses values that are not W then b for the current data.
func (s *Session) checkParameters(parameters []float32) error {
	if n := s.data.Classes * (cifar10.Dim + 1); len(parameters) != n {
		return refusal.NotOf("weights", n)
	}
	return nil
}

// measureClasses queues the means of a split's classes.
func (s *Session) measureClasses(id int, c protocol.MeasureClasses) error {
	m := cifar10.NewClassMeans(s.split(c.Split), s.data.Classes)
	s.looks.queue = append(s.looks.queue, look{
		id:      id,
		advance: func() bool { return m.Advance(100) },
		answer: func() any {
			counts := make([]float64, len(m.Counts))
			for class, n := range m.Counts {
				counts[class] = float64(n)
			}
			return protocol.ClassMeans{Means: m.Means(), Counts: counts, Overall: m.Overall()}
		},
	})
	return nil
}

// workLooks evaluates images for a slice of time.
func (s *Session) workLooks() {
	deadline := s.now().Add(slice)
	first := s.looks.queue[0]
	for !first.advance() {
		if s.now().After(deadline) {
			return
		}
	}
	s.looks.queue = s.looks.queue[1:]
	s.Reply(first.id, first.answer())
}

// replySplitImages answers with the pixels of images of a split.
func (s *Session) replySplitImages(id int, c protocol.SplitImages) error {
	split := s.split(c.Split)
	if len(c.Indices) > mostImages {
		return refusal.New(
			"too-many-indices",
			"indices: at most {most} images at a time",
			refusal.Values{"most": mostImages},
		)
	}
	pixels := make([]uint8, 0, len(c.Indices)*cifar10.Dim)
	for _, i := range c.Indices {
		if i < 0 || i >= split.Len() {
			return refusal.NotWholeFromTo("indices", 0, split.Len()-1)
		}
		pixels = append(pixels, split.Image(i)...)
	}
	s.Reply(id, pixels)
	return nil
}

// split returns the images of a role.
func (s *Session) split(name protocol.SplitName) *cifar10.Split {
	switch cifar10.Role(name) {
	case cifar10.Train:
		return s.data.Train
	case cifar10.Validation:
		return s.data.Validation
	default:
		return s.data.Test
	}
}
