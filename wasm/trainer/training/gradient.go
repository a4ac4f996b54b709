package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// startOf returns the initial weights of a run with a trainer.
func (s *Session) startOf(r *run) *softmax.Classifier {
	if r.start != nil {
		return r.start
	}
	return train.Initial(r.trainer.Settings(), s.data.Classes)
}

// replyGradientInputs answers with all that the checker needs. The check has its
// own worker: gonum is too large for the first load.
func (s *Session) replyGradientInputs(id int, c protocol.GradientInputs) error {
	data := ready(s.current().trainer.Data())
	images := data.Train
	if c.BatchSize < 1 || c.BatchSize > images.Len() {
		return refusal.NotWholeFromTo("batchSize", 1, images.Len())
	}
	pixels, labels := make([]uint8, 0, c.BatchSize*cifar10.Dim), make([]uint8, c.BatchSize)
	for i := range labels {
		pixels = append(pixels, images.Image(i)...)
		labels[i] = images.Label(i)
	}
	classifier := s.current().classifier()
	if c.Initial {
		classifier = s.startOf(s.current())
	}
	W, b := weightsOf(classifier)
	dW, db := data.Gradient(classifier, c.BatchSize, c.L2)
	s.Reply(id, protocol.CheckInputs{
		Pixels: pixels, Labels: labels,
		Mean: data.Standardization.Mean[:], Std: data.Standardization.Std[:],
		Loss: classifier.Loss, Weights: W, Bias: b,
		KernelGradient: append(dW, db...),
	})
	return nil
}
