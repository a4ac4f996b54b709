package train

import (
	"math"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/reference"
)

// predict predicts a whole split.
func predict(data *Data, split *cifar10.Split, trainer *Trainer) *Prediction {
	p := NewPrediction(data.View(), split, trainer.Classifier())
	for batch := NewPredictionBatch(data.Classes); !p.Advance(batch); {
	}
	return p
}

// TestPredictionAgainstReference compares predictions after an epoch on real
// images with the float64 reference, and their accuracy with the evaluation's.
func TestPredictionAgainstReference(t *testing.T) {
	const tolerance = 1e-5
	train, validation := new(cifar10.Split), new(cifar10.Split)
	shard := cifar10test.Shard(t, "data_batch_1")
	train.Append(shard, 0, 1000)
	validation.Append(shard, 1000, 1730) // whole batches and a part of one
	data := &Data{Classes: cifar10.Classes, Train: train, Validation: validation}
	z := cifar10.Standardize(train)
	data.setStandardization(z)
	trainer := mustNew(t, data, Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 100, Epochs: 2, Seed: 1})
	run(t, trainer, EpochFinished)
	run(t, trainer, EpochFinished)
	got := predict(data, validation, trainer)

	model := reference.New(cifar10.Classes, cifar10.Dim)
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	trainer.Classifier().Weights(W, b)
	model.SetWeights(W, b)
	X, y := reference.Inputs(validation, z, 0, validation.Len())
	P := reference.Probabilities(model.Logits(X))
	correct, sure := 0, 0
	for i, label := range y {
		p, k := P.RawRowView(i), int(got.Predicted[i])
		if got.Labels[i] != label {
			t.Fatalf("image %d: label %d, want %d", i, got.Labels[i], label)
		}
		if k == int(label) {
			correct++
		}
		if p[k] > .2 {
			sure++
		}
		for class := range p {
			if p[class] > p[k]+tolerance { // if they are closer, either may be the largest
				t.Errorf("image %d: predicted %d, the reference %d", i, k, class)
			}
		}
		if math.Abs(float64(got.OfLabel[i])-p[label]) > tolerance ||
			math.Abs(float64(got.OfClass[i])-p[k]) > tolerance {
			t.Errorf("image %d: probabilities %v and %v, the reference's %v and %v",
				i, got.OfLabel[i], got.OfClass[i], p[label], p[k])
		}
	}
	history := trainer.History()
	if want := history[len(history)-1].Validation.Accuracy; float64(correct)/float64(len(y)) != want {
		t.Errorf("%d of %d are right, the evaluation says %v", correct, len(y), want)
	}
	if sure == 0 || correct == len(y) {
		t.Errorf("%d sure, %d of %d right: the test tells nothing", sure, correct, len(y))
	}
}

func TestPredictionAllocatesNothing(t *testing.T) {
	data := noise(1000)
	trainer := mustNew(t, data, Default())
	p := NewPrediction(data.View(), data.Train, trainer.Classifier())
	batch := NewPredictionBatch(data.Classes)
	if n := testing.AllocsPerRun(8, func() { p.Advance(batch) }); n != 0 {
		t.Errorf("%v allocations in a unit of work", n)
	}
}
