package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

const (
	examplesEach    = 10 // images of each class that the view gets
	minibatchImages = 20 // the most images of a minibatch that it gets
)

// updateData sends, once for each data set, the images that the view shows. A
// crew's view gets them from the first worker.
func (v *view) updateData(s *Session) {
	if s.crew || s.data == nil || s.data == v.data {
		return
	}
	v.data = s.data
	z := s.data.Standardization
	frame := protocol.DataFrame{Mean: narrow(z.Mean[:]), Std: narrow(z.Std[:])}
	frame.Labels, frame.Pixels = examples(s.data.Train)
	v.port.Post(wire.Frame(frame))
}

// examples returns the first images of each class of a split.
func examples(split *cifar10.Split) (labels, pixels []uint8) {
	found := make([]int, split.K())
	for i := 0; i < split.Len() && len(labels) < examplesEach*len(found); i++ {
		if label := split.Label(i); found[label] < examplesEach {
			found[label]++
			labels, pixels = append(labels, label), append(pixels, split.Image(i)...)
		}
	}
	return labels, pixels
}

func narrow(values []float64) []float32 {
	singles := make([]float32, len(values))
	for i, value := range values {
		singles[i] = float32(value)
	}
	return singles
}

// showMinibatch sends images of the minibatch of a run's last step.
func (v *view) showMinibatch(data *train.Data, r *run) {
	if r.trainer == nil {
		return
	}
	indices, size := r.trainer.Minibatch(minibatchImages)
	pixels := make([]uint8, 0, len(indices)*cifar10.Dim)
	for _, i := range indices {
		pixels = append(pixels, data.Train.Image(i)...)
	}
	run := protocol.KeyOf(r.id)
	v.port.Post(wire.Frame(protocol.MinibatchImagesFrame{Run: run, Size: size, Pixels: pixels}))
}
