package session

import (
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// mostImages is how many images one command may ask for.
const mostImages = 1000

// looks are those at a whole split that were asked for, the first of them under
// way. They take turns with training, a slice each.
type looks struct {
	queue []look
	batch *softmax.Batch // kept from the first prediction on
	turn  bool           // the next slice is theirs
}

// look is one of them and the command that it answers.
type look struct {
	id      int
	advance func() (done bool) // a little further
	answer  func() map[string]any
}

func (l *looks) waiting() bool { return len(l.queue) > 0 }

// takesTurn reports whether the next slice is the looks'.
func (l *looks) takesTurn(training bool) bool {
	l.turn = l.waiting() && !(training && l.turn)
	return l.turn
}

// doWithImages begins a command that looks at images.
func (s *Session) doWithImages(id int, command protocol.Command) error {
	switch c := command.(type) {
	case protocol.Predict:
		return s.predict(id, c)
	case protocol.SplitImages:
		return s.replySplitImages(id, c)
	case protocol.ClassMeans:
		s.measureClasses(id, c)
	}
	return nil
}

// predict puts a prediction in the queue, of the weights as they are now.
func (s *Session) predict(id int, c protocol.Predict) error {
	const W = cifar10.Classes * cifar10.Dim
	var classifier *softmax.Classifier
	switch len(c.Weights) {
	case 0:
		classifier = s.current().classifier().Clone()
	case W + cifar10.Classes:
		classifier = softmax.New()
		classifier.SetWeights(c.Weights[:W], c.Weights[W:])
	default:
		return fmt.Errorf("weights: expected %d numbers, W then b", W+cifar10.Classes)
	}
	if s.looks.batch == nil {
		s.looks.batch = train.NewPredictionBatch()
	}
	p := train.NewPrediction(s.data, s.split(c.Split), classifier)
	s.looks.queue = append(s.looks.queue, look{
		id:      id,
		advance: func() bool { return p.Advance(s.looks.batch) },
		answer: func() map[string]any {
			return map[string]any{"labels": p.Labels, "predicted": p.Predicted, "ofLabel": p.OfLabel, "ofClass": p.OfClass}
		},
	})
	return nil
}

// measureClasses puts the means of a split's classes in the queue.
func (s *Session) measureClasses(id int, c protocol.ClassMeans) {
	m, z := cifar10.NewClassMeans(s.split(c.Split)), s.data.Standardization
	s.looks.queue = append(s.looks.queue, look{
		id:      id,
		advance: func() bool { return m.Advance(100) },
		answer: func() map[string]any {
			counts := make([]float64, cifar10.Classes)
			for class, n := range m.Counts {
				counts[class] = float64(n)
			}
			return map[string]any{"means": m.Means(), "counts": counts, "mean": z.Mean[:], "std": z.Std[:]}
		},
	})
}

// workLooks looks at images for a slice of time.
func (s *Session) workLooks() {
	deadline := s.host.Now().Add(slice)
	first := s.looks.queue[0]
	for !first.advance() {
		if s.host.Now().After(deadline) {
			return
		}
	}
	s.looks.queue = s.looks.queue[1:]
	s.reply(first.id, first.answer())
}

// replySplitImages answers with the pixels of images of a split.
func (s *Session) replySplitImages(id int, c protocol.SplitImages) error {
	split := s.split(c.Split)
	if len(c.Indices) > mostImages {
		return fmt.Errorf("indices: at most %d images at a time", mostImages)
	}
	pixels := make([]uint8, 0, len(c.Indices)*cifar10.Dim)
	for _, i := range c.Indices {
		if i >= split.Len() {
			return fmt.Errorf("indices: %s has %d images", c.Split, split.Len())
		}
		pixels = append(pixels, split.Image(i)...)
	}
	s.reply(id, pixels)
	return nil
}

// split returns the images of a role.
func (s *Session) split(role cifar10.Role) *cifar10.Split {
	switch role {
	case cifar10.Train:
		return s.data.Train
	case cifar10.Validation:
		return s.data.Validation
	default:
		return s.data.Test
	}
}
