package softmax

import (
	"testing"

	"onelayer/engine/cifar10"
)

const (
	benchImages = 2000
	benchBatch  = 100
)

// BenchmarkEpoch is one epoch of updates, bytes to weights.
func BenchmarkEpoch(b *testing.B) {
	// Forward and backward each take a multiplication and an addition a weight.
	benchmarkEach(b, 4*weights, func(c *Classifier, minibatch *Batch) { c.Step(minibatch, 0.001, 0.1) })
}

// BenchmarkEvaluation is loss and accuracy of a split.
func BenchmarkEvaluation(b *testing.B) {
	benchmarkEach(b, 2*weights, func(c *Classifier, minibatch *Batch) { c.Score(minibatch) })
}

// benchmarkEach runs one pass over the images with every kernel.
func benchmarkEach(b *testing.B, flopPerImage float64, pass func(c *Classifier, minibatch *Batch)) {
	split := randomSplit(benchImages, 1)
	s := NewScaler(cifar10.Standardize(split))
	for _, kernel := range everyKernel() {
		b.Run(kernel.name, func(b *testing.B) {
			c, minibatch := randomClassifier(1), newBatch(benchBatch, kernel)
			for b.Loop() {
				for from := 0; from < benchImages; from += benchBatch {
					minibatch.FillRange(split, from, benchBatch, s)
					pass(c, minibatch)
				}
			}
			perSecond := benchImages * float64(b.N) / b.Elapsed().Seconds()
			b.ReportMetric(perSecond, "images/s")
			b.ReportMetric(perSecond*flopPerImage/1e9, "GFLOP/s")
			b.ReportMetric(1e3*10000/perSecond, "ms/10k")
		})
	}
}
