package softmax

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
)

const (
	benchImages = 2000
	benchBatch  = 100
)

// BenchmarkEpoch is one epoch of updates, bytes to weights.
func BenchmarkEpoch(b *testing.B) {
	// Forward and backward each take one multiplication and one addition per weight.
	benchmarkEach(b, 4*weights, func(c *Classifier, minibatch *Batch) { c.Step(minibatch, 0.001, 0.1) })
}

// BenchmarkEvaluation is loss and accuracy of a split.
func BenchmarkEvaluation(b *testing.B) {
	benchmarkEach(b, 2*weights, func(c *Classifier, minibatch *Batch) { c.Score(minibatch) })
}

// benchmarkEach runs one pass over the images with every kernel.
func benchmarkEach(b *testing.B, flopPerImage float64, pass func(c *Classifier, minibatch *Batch)) {
	split := benchSplit()
	s := NewScaler(cifar10.Standardize(split))
	for _, kernel := range everyKernel() {
		b.Run(kernel.name, func(b *testing.B) {
			c, minibatch := randomClassifier(1), newBatch(benchBatch, kernel)
			best := time.Duration(math.MaxInt64)
			for b.Loop() {
				for from := 0; from < benchImages; from += benchBatch {
					start := time.Now()
					minibatch.FillRange(split, from, benchBatch, s)
					pass(c, minibatch)
					best = min(best, time.Since(start))
				}
			}
			perSecond := benchImages * float64(b.N) / b.Elapsed().Seconds()
			b.ReportMetric(perSecond, "images/s")
			b.ReportMetric(perSecond*flopPerImage/1e9, "GFLOP/s")
			b.ReportMetric(1e4/perSecond*1e3, "ms/10k")
			b.ReportMetric(
				best.Seconds()*1e3*1e4/benchBatch,
				"best-ms/10k",
			) // from the fastest minibatch: what to compare on a busy machine
		})
	}
}

// benchSplit is randomSplit in a hurry.
func benchSplit() *cifar10.Split {
	rng := rand.New(rand.NewPCG(1, 1))
	shard := &cifar10.Shard{Name: "noise", Pixels: make([]uint8, benchImages*dim), Labels: make([]uint8, benchImages)}
	for i := range benchImages {
		shard.Labels[i] = uint8(i % classes)
		for d := 0; d < dim; d += 8 {
			binary.LittleEndian.PutUint64(shard.Pixels[i*dim+d:], rng.Uint64())
		}
	}
	return cifar10.SplitOf(shard)
}

// BenchmarkOptions is an epoch of each option against one without, in turn: their
// fastest minibatches.
func BenchmarkOptions(b *testing.B) {
	split := benchSplit()
	s := NewScaler(cifar10.Standardize(split))
	minibatch := NewBatch(benchBatch, classes)
	fill := func(from int) { minibatch.FillRange(split, from, benchBatch, s) }
	bent := func(a *Augmenter) func(from int) {
		return func(from int) { minibatch.FillRangeAugmented(split, from, benchBatch, s, a) }
	}
	contest := []struct {
		name string
		fill func(from int)
		loss loss.Kind
		Optimizer
	}{
		{"none", fill, loss.Softmax, GradientDescent{}},
		{"flip", bent(&Augmenter{Flip: .5}), loss.Softmax, GradientDescent{}},
		{"flip-shift-1", bent(&Augmenter{Flip: .5, Shift: 1}), loss.Softmax, GradientDescent{}},
		{"flip-shift-4", bent(&Augmenter{Flip: .5, Shift: 4}), loss.Softmax, GradientDescent{}},
		{"bce", fill, loss.Sigmoid, GradientDescent{}},
		{"svm", fill, loss.Hinge, GradientDescent{}},
		{"momentum", fill, loss.Softmax, &Momentum{Factor: .9}},
		{"adam", fill, loss.Softmax, &Adam{}},
	}
	best := make([]time.Duration, len(contest))
	for b.Loop() {
		for i, one := range contest {
			c := randomClassifier(1)
			c.Loss = one.loss
			for from := 0; from < benchImages; from += benchBatch {
				start := time.Now()
				one.fill(from)
				one.Step(c, minibatch, .001, .1)
				if took := time.Since(start); best[i] == 0 || took < best[i] {
					best[i] = took
				}
			}
		}
	}
	for i, one := range contest {
		b.ReportMetric(float64(best[i])/float64(best[0]), one.name+"×")
	}
}
