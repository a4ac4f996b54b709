package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// View is how a run sees any image: smoothed, and then standardized by the images it
// trains on. It is small, and can outlive the data.
type View struct {
	Smoothing       int // passes
	Standardization *cifar10.Standardization
	scaler          *softmax.Scaler
}

// View returns how runs on these data see images. The data must be Ready.
func (d *Data) View() View {
	return View{Smoothing: d.Smoothing, Standardization: d.Standardization, scaler: d.scaler}
}

// Fill fills batch with n images of a split that is not smoothed yet, starting at
// image from.
func (v View) Fill(batch *softmax.Batch, split *cifar10.Split, from, n int) {
	if v.Smoothing > 0 {
		split, from = v.smoothed(split, from, n), 0
	}
	batch.FillRange(split, from, n, v.scaler)
}

func (v View) smoothed(split *cifar10.Split, from, n int) *cifar10.Split {
	shard := &cifar10.Shard{Pixels: make([]uint8, n*cifar10.Dim), Labels: make([]uint8, n)}
	for i := range n {
		cifar10.Smooth(shard.Image(i), split.Image(from+i), v.Smoothing)
		shard.Labels[i] = split.Label(from + i)
	}
	return cifar10.SplitOf(shard)
}
