package train

import (
	"math"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/reference"
)

// TestFollowsReference compares a float32 run with the float64 reference, started from
// the same weights: the loss of each of the first steps, and the figures after
// the first epochs.
func TestFollowsReference(t *testing.T) {
	for _, test := range []struct {
		name             string
		l2, learningRate float64
	}{
		{"B", 0, .001}, {"C", .1, .001}, {"D", 1, .001},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := noise(200)
			hp := Hyperparameters{L2: test.l2, LearningRate: test.learningRate, BatchSize: 50, Epochs: 3, Seed: 5}
			follow(t, data, cifar10.Standardize(data.Train), hp, 1e-5)
		})
	}
}

// TestFollowsReferenceOnCIFAR10 does the same on genuine images, for one epoch.
func TestFollowsReferenceOnCIFAR10(t *testing.T) {
	train, validation := new(cifar10.Split), new(cifar10.Split)
	shard := cifar10test.Shard(t, "data_batch_1")
	train.Append(shard, 0, 2000)
	validation.Append(shard, 2000, 2500)
	data := &Data{Classes: cifar10.Classes, Train: train, Validation: validation}
	z := cifar10.Standardize(train)
	data.setStandardization(z)
	follow(t, data, z, Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 100, Epochs: 1, Seed: 1}, 1e-5)
}

func follow(t *testing.T, data *Data, z *cifar10.Standardization, hp Hyperparameters, tolerance float64) {
	trainer := mustNew(t, data, hp)
	model := reference.New(cifar10.Classes, cifar10.Dim)
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	trainer.Classifier().Weights(W, b)
	model.SetWeights(W, b)
	model.Kind = hp.Loss

	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > tolerance*math.Abs(want) {
			t.Errorf("step %d: %s is %v, the reference's %v", trainer.Step(), what, got, want)
		}
	}
	for {
		switch trainer.Advance() {
		case Stepped:
			from := (trainer.Step() - 1) % trainer.StepsPerEpoch() * hp.BatchSize
			X, y := reference.Inputs(data.Train, z, from, hp.BatchSize)
			near("minibatch loss", trainer.MinibatchLoss(), model.Loss(model.Logits(X), y))
			model.Step(X, y, hp.LearningRate, hp.L2)
		case EpochFinished:
			point := trainer.History()[len(trainer.History())-1]
			for _, split := range []struct {
				images *cifar10.Split
				got    Metrics
			}{{data.Train, point.Train}, {data.Validation, point.Validation}} {
				X, y := reference.Inputs(split.images, z, 0, split.images.Len())
				near("loss", split.got.Loss, model.Loss(model.Logits(X), y))
				near("cost", split.got.Cost, model.Cost(X, y, hp.L2))
				// A near tie of two logits may fall the other way in float32.
				if math.Abs(split.got.Accuracy-reference.Accuracy(model.Logits(X), y)) > 1.5/float64(len(y)) {
					t.Errorf("epoch %d: accuracy %v, the reference's %v",
						point.Epoch, split.got.Accuracy, reference.Accuracy(model.Logits(X), y))
				}
			}
		case Finished:
			return
		case Diverged:
			t.Fatal("diverged")
		}
	}
}
