package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

// TestEndsOfAllSettings trains on data of any shape with settings at their ends: one image,
// classes without images, pixels that are all the same, last batches of any size. A run ends, as
// finished or as diverged, and its figures until then are numbers.
func TestEndsOfAllSettings(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 17))
	pick := func(values ...float64) float64 { return values[rng.IntN(len(values))] }
	for i := range 60 {
		data := oddData(rng)
		hp := Default()
		hp.Epochs, hp.Seed, hp.Shuffle = 1+rng.IntN(3), rng.Uint64N(MaxSeed+1), rng.IntN(2) == 0
		hp.L2 = pick(0, math.SmallestNonzeroFloat64, 1e-5, .1, MaxL2)
		hp.LearningRate = pick(math.SmallestNonzeroFloat64, 1e-300, 1e-5, .1, 10, MaxLearningRate)
		hp.BatchSize = int(pick(1, 2, 3, 7, 64, MaxBatchSize))
		trainer := mustNew(t, data, hp)
		outcome, steps := Stepped, 0
		for outcome != Finished && outcome != Diverged {
			if outcome = trainer.Advance(); outcome == Stepped {
				steps++
			}
		}
		n := data.Train.Len()
		if perEpoch := (n + hp.BatchSize - 1) / hp.BatchSize; outcome == Finished && steps != perEpoch*hp.Epochs {
			t.Errorf("%d: %d steps of %d images in batches of %d", i, steps, n, hp.BatchSize)
		}
		for _, point := range trainer.History() {
			last := outcome == Diverged && point.Epoch == trainer.Epoch()
			if m := point.Train; !last && (math.IsNaN(m.Loss) || m.Loss < 0 || m.Accuracy < 0 || m.Accuracy > 1 ||
				m.Cost < m.Loss) {
				t.Errorf("%d: epoch %d of %+v says %+v", i, point.Epoch, hp, m)
			}
		}
	}
}

// oddData returns 1 to 40 images: often of few classes, with pixels that are the same in all.
func oddData(rng *rand.Rand) *Data {
	shards := make([]*cifar10.Shard, 3)
	same, few := rng.IntN(2) == 0, 1+rng.IntN(10)
	for i := range shards {
		shards[i] = cifar10test.Random(string(rune('a'+i)), 1+rng.IntN(40), rng.Uint64())
		for j := range shards[i].Labels {
			shards[i].Labels[j] %= uint8(few)
		}
		if same {
			constant := rng.IntN(len(shards[i].Pixels) + 1)
			for j := range shards[i].Pixels[:constant] {
				shards[i].Pixels[j] = 255
			}
		}
	}
	return NewData(&cifar10.Dataset{
		Shards: shards, Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
}
