package reference

import (
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
)

// Inputs returns images from ≤ i < from+n of a split as X (n×D), standardized
// as (x − mean)/std by the training split's statistics, and their labels y (n).
// It panics if the split has no such images.
func Inputs(split *cifar10.Split, z *cifar10.Standardization, from, n int) (X *mat.Dense, y []uint8) {
	X = mat.NewDense(n, cifar10.Dim, nil)
	y = make([]uint8, n)
	for i := range n {
		row := X.RawRowView(i)
		for d, x := range split.Image(from + i) {
			row[d] = (float64(x) - z.Mean[d]) / z.Std[d]
		}
		y[i] = split.Label(from + i)
	}
	return X, y
}
