package training

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// explain answers with what weights compute on images.
func (s *Session) explain(id int, c protocol.Explain) error {
	n := len(c.Pixels) / cifar10.Dim
	if n > mostImages {
		return refusal.NotOf("pixels", mostImages*cifar10.Dim)
	}
	seen, hp, err := s.lookAt(c.Pixels, c.Weights, c.Settings)
	if err != nil {
		return err
	}
	s.onceReady(id, seen, func() any {
		explanations := make([]train.Explanation, n)
		for i := range explanations {
			explanations[i] = seen.View().Explain(c.Weights, hp.Loss, c.Pixels[i*cifar10.Dim:][:cifar10.Dim])
		}
		return protocol.Explanations{Images: explanations}
	})
	return nil
}

// findFlip finds the smallest change of an image that flips its class.
func (s *Session) findFlip(id int, c protocol.FindFlip) error {
	seen, hp, err := s.lookAt(c.Pixels, c.Weights, c.Settings)
	if err != nil {
		return err
	}
	if len(c.Pixels) != cifar10.Dim {
		return refusal.NotOf("pixels", cifar10.Dim)
	}
	if hp.Smoothing > 0 {
		return refusal.NotWholeFromTo("smoothing", 0, 0)
	}
	s.onceReady(id, seen, func() any { return seen.View().Flip(c.Weights, c.Pixels) })
	return nil
}

// lookAt checks the images and the weights, and returns how the run with these settings
// sees images.
func (s *Session) lookAt(images []uint8, parameters []float32, settings protocol.Settings) (
	*train.Data, train.Hyperparameters, error,
) {
	if len(images) == 0 || len(images)%cifar10.Dim != 0 {
		return nil, train.Hyperparameters{}, refusal.NotOf("pixels", cifar10.Dim)
	}
	if err := s.checkParameters(parameters); err != nil {
		return nil, train.Hyperparameters{}, err
	}
	return s.seenBy(settings)
}

// onceReady answers a small question at once, before evaluations of whole splits;
// if the images have to be smoothed first, after that.
func (s *Session) onceReady(id int, seen *train.Data, answer func() any) {
	if seen.Ready() {
		s.Reply(id, answer())
		return
	}
	s.looks.queue = append(s.looks.queue, look{
		id: id, advance: func() bool { return seen.Prepare(preparedAtOnce) }, answer: answer,
	})
}

// measureWeights answers with the figures of weights.
func (s *Session) measureWeights(id int, c protocol.MeasureWeights) error {
	if err := s.checkParameters(c.Weights); err != nil {
		return err
	}
	if c.Smoothing < 0 || c.Smoothing > train.MaxSmoothing {
		return refusal.NotWholeFromTo("smoothing", 0, train.MaxSmoothing)
	}
	var figures protocol.WeightFigures
	for k := range s.data.Classes {
		row := c.Weights[k*cifar10.Dim:][:cifar10.Dim]
		var squares float64
		for _, w := range row {
			squares += float64(w) * float64(w)
		}
		figures.Norms = append(figures.Norms, math.Sqrt(squares))
		if c.Smoothing > 0 {
			figures.Templates = append(figures.Templates, cifar10.Filter(row, c.Smoothing)...)
		}
	}
	s.Reply(id, figures)
	return nil
}

// shrinkPicture makes an image from a square of a picture.
func (s *Session) shrinkPicture(id int, c protocol.ShrinkPicture) error {
	if c.Width < 1 || len(c.Pixels) == 0 || len(c.Pixels)%(4*c.Width) != 0 {
		return refusal.NotOf("pixels", 4*c.Width)
	}
	width, height := float64(c.Width), float64(len(c.Pixels)/(4*c.Width))
	if !(c.X >= 0 && c.Y >= 0 && c.Size > 0 && c.X+c.Size <= width+1e-6 && c.Y+c.Size <= height+1e-6) {
		return refusal.NotAbove("size", 0, min(width, height))
	}
	s.Reply(id, cifar10.Shrink(c.Pixels, c.Width, cifar10.Square{X: c.X, Y: c.Y, Size: c.Size}))
	return nil
}
