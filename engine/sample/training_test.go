package sample_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// TestTrainsAsAsked: with the report's setting B a one-layer network gets about
// half of the sample or more, but not nearly all of it; with λ = 0 and longer
// steps it memorizes the training images; with η = .1 it oscillates.
func TestTrainsAsAsked(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	run := newRun()

	run.restart()
	run.train(40, .001, 0)
	tested := run.accuracy(cifar10.Test)
	t.Logf("λ = 0, η = .001: test accuracy %.3f", tested)
	if tested < .45 || tested > .75 {
		t.Errorf("test accuracy is %.3f, want .45 to .75", tested)
	}

	run.restart()
	run.train(40, .01, 0)
	trained, validated := run.accuracy(cifar10.Train), run.accuracy(cifar10.Validation)
	t.Logf("λ = 0, η = .01: train accuracy %.3f, validation accuracy %.3f", trained, validated)
	if trained < validated+.15 {
		t.Errorf("train accuracy %.3f is not clearly above validation accuracy %.3f", trained, validated)
	}

	run.restart()
	rises := 0
	for before := run.loss(); rises < 3 && run.epochs < 40; {
		run.train(1, .1, 0)
		after := run.loss()
		if after > before+.1 {
			rises++
		}
		before = after
	}
	if rises < 3 {
		t.Errorf("with η = .1 the training loss rose clearly only %d times in %d epochs", rises, run.epochs)
	}
}

// TestWeightsShowTheFigures: after the report's settings C and D a class's weights
// look, from a distance, like what distinguishes its images from others; before
// training they don't. With C the validation accuracy still rises after ten epochs.
func TestWeightsShowTheFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	run := newRun()
	for _, l2 := range []float32{.1, 1} {
		run.restart()
		before := run.likeness()
		run.train(10, .001, l2)
		early := run.accuracy(cifar10.Validation)
		run.train(30, .001, l2)
		likeness, late := run.likeness(), run.accuracy(cifar10.Validation)
		t.Logf("λ = %v: likeness %.2f → %.2f, validation %.3f → %.3f", l2, before, likeness, early, late)
		if before > .1 || likeness < .5 {
			t.Errorf("λ = %v: weights and figures agree by %.2f, before training by %.2f", l2, likeness, before)
		}
		if late < early+.05 {
			t.Errorf("λ = %v: validation accuracy %.3f after 10 epochs, %.3f after 40", l2, early, late)
		}
	}
}

// likeness is the mean correlation, over the classes, of a class's weights with its
// images' mean in standard deviations, both as means over squares of 4×4 pixels.
func (r *run) likeness() float64 {
	const squares = cifar10.Dim / 16
	split := r.data.Split(cifar10.Train)
	z := cifar10.Standardize(split)
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	r.classifier.Weights(W, b)
	var figure, weights [cifar10.Classes][squares]float64
	at := func(d int) int { return d/1024*64 + d%1024/128*8 + d%32/4 }
	for i := range split.Len() {
		for d, pixel := range split.Image(i) {
			figure[split.Label(i)][at(d)] += (float64(pixel) - z.Mean[d]) / z.Std[d]
		}
	}
	sum := 0.0
	for class := range cifar10.Classes {
		for d, w := range W[class*cifar10.Dim:][:cifar10.Dim] {
			weights[class][at(d)] += float64(w)
		}
		sum += correlation(figure[class][:], weights[class][:])
	}
	return sum / cifar10.Classes
}

func correlation(a, b []float64) float64 {
	var ab, aa, bb float64
	for i := range a {
		ab, aa, bb = ab+a[i]*b[i], aa+a[i]*a[i], bb+b[i]*b[i]
	}
	return ab / math.Sqrt(aa*bb)
}

// run trains a classifier on the sample in minibatches of 100, in file order.
type run struct {
	data       *cifar10.Dataset
	scaler     *softmax.Scaler
	batch      *softmax.Batch
	classifier *softmax.Classifier
	epochs     int
}

func newRun() *run {
	data := drawn()
	return &run{
		data:   data,
		scaler: softmax.NewScaler(cifar10.Standardize(data.Split(cifar10.Train))),
		batch:  softmax.NewBatch(100, cifar10.Classes),
	}
}

func (r *run) restart() {
	r.classifier = softmax.New(cifar10.Classes)
	r.classifier.Init(rand.New(rand.NewPCG(1, 0)), .01)
	r.epochs = 0
}

func (r *run) train(epochs int, learningRate, l2 float32) {
	for range epochs {
		r.each(cifar10.Train, func() { r.classifier.Step(r.batch, learningRate, l2) })
		r.epochs++
	}
}

func (r *run) accuracy(role cifar10.Role) float64 {
	_, accuracy := r.score(role)
	return accuracy
}

func (r *run) loss() float64 {
	loss, _ := r.score(cifar10.Train)
	return loss
}

func (r *run) score(role cifar10.Role) (loss, accuracy float64) {
	images, correct := 0, 0
	r.each(role, func() {
		sum, hits := r.classifier.Score(r.batch)
		loss += sum
		correct += hits
		images += r.batch.Len()
	})
	return loss / float64(images), float64(correct) / float64(images)
}

func (r *run) each(role cifar10.Role, visit func()) {
	split := r.data.Split(role)
	for from := 0; from < split.Len(); from += 100 {
		r.batch.FillRange(split, from, 100, r.scaler)
		visit()
	}
}
