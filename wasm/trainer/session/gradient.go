package session

import (
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// replyGradientInputs answers with all that the checker needs to know. The check
// itself has its own worker: gonum weighs too much for the first load.
func (s *Session) replyGradientInputs(id int, c protocol.GradientInputs) error {
	images := s.data.Train
	if c.BatchSize < 1 || c.BatchSize > images.Len() {
		return &train.FieldError{Field: "batchSize", Expected: fmt.Sprintf("a whole number from 1 to %d, the images there are", images.Len())}
	}
	pixels, labels := make([]uint8, 0, c.BatchSize*cifar10.Dim), make([]uint8, c.BatchSize)
	for i := range labels {
		pixels = append(pixels, images.Image(i)...)
		labels[i] = images.Label(i)
	}
	classifier := s.current().classifier()
	if c.Initial {
		classifier = train.Initial(s.current().trainer.Settings().Seed)
	}
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	classifier.Weights(W, b)
	dW, db := s.data.Gradient(classifier, c.BatchSize, c.L2)
	s.reply(id, map[string]any{
		"pixels":         pixels,
		"labels":         labels,
		"mean":           s.data.Standardization.Mean[:],
		"std":            s.data.Standardization.Std[:],
		"weights":        W,
		"bias":           b,
		"kernelGradient": append(dW, db...),
	})
	return nil
}
