package train

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Data is what a run trains on and is measured on. It is never written, so runs
// share it.
type Data struct {
	Train, Validation, Test *cifar10.Split
	Standardization         *cifar10.Standardization
	scaler                  *softmax.Scaler
}

// NewData takes the dataset's splits and measures the training split's
// standardization, for all three. It panics if nothing has the role of training.
func NewData(dataset *cifar10.Dataset) *Data {
	d := &Data{
		Train:      dataset.Split(cifar10.Train),
		Validation: dataset.Split(cifar10.Validation),
		Test:       dataset.Split(cifar10.Test),
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
	dW, db = make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	batch := softmax.NewBatch(n)
	batch.FillRange(d.Train, 0, n, d.scaler)
	c.Gradient(batch, float32(l2), dW, db)
	return dW, db
}

// StepsPerEpoch returns how many minibatches one pass over the training split
// has; the last holds what is left.
func (d *Data) StepsPerEpoch(batchSize int) int {
	return (d.Train.Len() + batchSize - 1) / batchSize
}
