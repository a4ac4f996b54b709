package train

import (
	"reflect"
	"slices"
	"testing"

	"onelayer/engine/softmax"
)

// measurerOf returns a measurer that sees images as a run of these settings does.
func measurerOf(data *Data, hp Hyperparameters) *Measurer {
	seen := data.Prepared(hp)
	for !seen.Prepare(1000) {
	}
	return NewMeasurer(seen)
}

// slow is a helper that measures only when told to.
type slow struct {
	measurer *Measurer
	asked    *softmax.Classifier
}

func (s *slow) measure(c *softmax.Classifier) { s.asked = c.Clone() }

// deliver measures and gives a trainer the figures.
func (s *slow) deliver(t *Trainer) Outcome {
	data, c := s.measurer.Data(), s.asked
	s.asked = nil
	return t.Measured(s.measurer.Score(c, data.Train), s.measurer.Score(c, data.Validation))
}

// alike fails unless two runs are the same to the last bit.
func alike(t *testing.T, got, want *Trainer) {
	t.Helper()
	if !reflect.DeepEqual(got.History(), want.History()) {
		t.Errorf("history %v, want %v", got.History(), want.History())
	}
	if !reflect.DeepEqual(got.Test(), want.Test()) {
		t.Errorf("test %v, want %v", got.Test(), want.Test())
	}
	if !reflect.DeepEqual(got.ByClass(), want.ByClass()) {
		t.Errorf("right by class %v, want %v", got.ByClass(), want.ByClass())
	}
	weights := func(trainer *Trainer) []float32 {
		c := trainer.Reached()
		W, b := make([]float32, c.Classes()*3072), make([]float32, c.Classes())
		c.Weights(W, b)
		return append(W, b...)
	}
	if !slices.Equal(weights(got), weights(want)) {
		t.Error("the weights differ")
	}
}

// TestHelper trains with points that come as late as they may, and λ changed while one
// is being measured: the run is the same as without a helper.
func TestHelper(t *testing.T) {
	data := noise(250)
	hp := Hyperparameters{
		L2: .1, LearningRate: .01, BatchSize: 100, Epochs: 5, Seed: 1, Shuffle: true, Smoothing: 1, TrainingImages: 210,
	}
	changed := hp
	changed.L2 = .5

	alone, helped := mustNew(t, data, hp), mustNew(t, data, hp)
	helper := &slow{measurer: measurerOf(data, hp)}
	helped.HelpedBy(helper.measure)
	late := 0
	for _, trainer := range []*Trainer{alone, helped} {
		for !trainer.Finished() {
			switch trainer.Advance() {
			case Waiting:
				late++
				helper.deliver(trainer)
			case Stepped:
				if trainer.Step() == 7 { // of 3 an epoch
					if err := trainer.Change(changed); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if late != 4 {
		t.Errorf("%d points came late, want those of the epochs 1 to 4", late)
	}
	alike(t, helped, alone)
}

func TestHelperLeaves(t *testing.T) {
	data := noise(30)
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1}
	alone, helped := mustNew(t, data, hp), mustNew(t, data, hp)
	helped.HelpedBy((&slow{measurer: measurerOf(data, hp)}).measure)
	run(t, alone, Finished)
	run(t, helped, Waiting)
	if !helped.Pending() || !helped.Blocked() || len(helped.History()) != 1 {
		t.Fatalf("pending %v, blocked %v, %d points", helped.Pending(), helped.Blocked(), len(helped.History()))
	}
	helped.HelpedBy(nil)
	run(t, helped, Finished)
	alike(t, helped, alone)
}

// TestHelperIsNotAsked tests runs whose next step depends on the point, and one that
// ends while its point is being measured.
func TestHelperIsNotAsked(t *testing.T) {
	data := noise(30)
	for name, change := range map[string]func(*Hyperparameters){
		"early stopping": func(hp *Hyperparameters) { hp.EarlyStopping = 2 },
		"plateau":        func(hp *Hyperparameters) { hp.Schedule, hp.DecayFactor, hp.DecayEvery = Plateau, .5, 1 },
		"one step":       func(hp *Hyperparameters) { hp.BatchSize = 30 },
	} {
		hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1}
		change(&hp)
		trainer := mustNew(t, data, hp)
		trainer.HelpedBy((&slow{}).measure)
		for !trainer.Finished() {
			if trainer.Advance(); trainer.Pending() {
				t.Fatalf("%s: a point was given away", name)
			}
		}
	}
}

func TestHelpedRunEndsWhenItsEpochsAreLowered(t *testing.T) {
	data := noise(30)
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1}
	trainer := mustNew(t, data, hp)
	helper := &slow{measurer: measurerOf(data, hp)}
	trainer.HelpedBy(helper.measure)
	for !trainer.Pending() {
		trainer.Advance()
	}
	hp.Epochs = 1
	if err := trainer.Change(hp); err != nil {
		t.Fatal(err)
	}
	helper.deliver(trainer)
	run(t, trainer, Finished)
	if trainer.Step() != 3 {
		t.Errorf("the run ended at step %d, want 3", trainer.Step())
	}
}
