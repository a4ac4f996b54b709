package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Data is what a run is trained and measured on. Its images are never written once
// it is ready, so runs share it.
type Data struct {
	Classes                 int // K
	Train, Validation, Test *cifar10.Split
	Tests                   []cifar10.TestSet        // further ones; none where images are smoothed
	Standardization         *cifar10.Standardization // nil until the data are Ready
	Smoothing               int                      // passes that the images have been filtered by

	scaler   *softmax.Scaler
	smoother *smoother // nil if nothing is left to smooth
	variants map[preparation]*Data
}

// NewData takes the dataset's splits and measures the training split's
// standardization, for all three. It panics if nothing has the role of training.
func NewData(dataset *cifar10.Dataset) *Data {
	d := &Data{
		Classes:    len(dataset.ClassNames()),
		Train:      dataset.Split(cifar10.Train),
		Validation: dataset.Split(cifar10.Validation),
		Test:       dataset.Split(cifar10.Test),
		Tests:      dataset.Tests(),
	}
	d.setStandardization(cifar10.Standardize(d.Train))
	return d
}

func (d *Data) setStandardization(z *cifar10.Standardization) {
	d.Standardization, d.scaler = z, softmax.NewScaler(z)
}

// Gradient returns the float32 kernels' gradient of the cost on the first n
// training images: dW is K×D, row by row, db is K.
func (d *Data) Gradient(c *softmax.Classifier, n int, l2 float64) (dW, db []float32) {
	dW, db = make([]float32, d.Classes*cifar10.Dim), make([]float32, d.Classes)
	batch := softmax.NewBatch(n, d.Classes)
	batch.FillRange(d.Train, 0, n, d.scaler)
	c.Gradient(batch, float32(l2), dW, db)
	return dW, db
}

// StepsPerEpoch returns how many minibatches one pass over the training split
// has; the last holds the remainder.
func (d *Data) StepsPerEpoch(batchSize int) int {
	return (d.Train.Len() + batchSize - 1) / batchSize
}

// Fill fills batch with n standardized images of one of the data's splits, starting
// at image from. The data must be Ready.
func (d *Data) Fill(batch *softmax.Batch, split *cifar10.Split, from, n int) {
	batch.FillRange(split, from, n, d.scaler)
}
