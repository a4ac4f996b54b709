package train

import (
	"math"
	"slices"
	"testing"
)

// TestCloseup looks at steps of a shuffled run, the last of an epoch too: W went
// from where it was down the gradient, and the minibatch's loss fell.
func TestCloseup(t *testing.T) {
	hp := Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 10, Epochs: 2, Seed: 1, Shuffle: true}
	trainer := mustNew(t, noise(25), hp)
	run(t, trainer, EpochFinished)
	size := trainer.classifier.Classes() * 3072
	before, after, b := make([]float32, size), make([]float32, size), make([]float32, trainer.classifier.Classes())
	var seen []int
	for range trainer.StepsPerEpoch() {
		trainer.Classifier().Weights(before, b)
		look := trainer.Closeup()
		run(t, trainer, Stepped)
		look.Finish(trainer)
		trainer.Classifier().Weights(after, b)
		for i := range after {
			if want := before[i] - .001*look.Gradient[i]; math.Abs(float64(after[i]-want)) > 1e-6 {
				t.Fatalf("weight %d went to %v, want %v", i, after[i], want)
			}
		}
		if look.LossBefore != trainer.MinibatchLoss() || !(look.LossAfter < look.LossBefore) {
			t.Errorf("loss %v → %v, the trainer's %v", look.LossBefore, look.LossAfter, trainer.MinibatchLoss())
		}
		seen = append(seen, look.Indices...)
	}
	if slices.Sort(seen); len(slices.Compact(seen)) != 25 {
		t.Errorf("an epoch's minibatches are the images %v", seen)
	}
}
