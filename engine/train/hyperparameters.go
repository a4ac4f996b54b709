package train

import (
	"math"

	"onelayer/engine/loss"
	"onelayer/engine/refusal"
)

// Hyperparameters are the settings of one run. Those that Fixed compares are fixed at its
// start; the others may change while it trains. All after Shuffle are off by default: the
// report uses none of them.
type Hyperparameters struct {
	L2           float64 // λ ≥ 0 in J = loss + λ Σ W²
	LearningRate float64 // η > 0
	BatchSize    int     // images in a step
	Epochs       int     // passes over the training split
	Seed         uint64  // of the initial weights and of the shuffling
	Shuffle      bool    // a new order of the images in every epoch

	Loss           loss.Kind
	Optimizer      Optimizer
	Momentum       float64 // μ of the optimizer Momentum
	Schedule       Schedule
	DecayFactor    float64 // by which Step and Plateau multiply η
	DecayEvery     int     // epochs between two such steps, 0 = never
	Initialization Initialization
	EarlyStopping  int     // epochs without a better validation accuracy after which a run ends, 0 = never
	Flip           float64 // probability that an image is mirrored
	Shift          int     // the most pixels by which an image moves
	TrainingImages int     // the first of the training split, 0 = all
	Smoothing      int     // passes of cifar10.Smooth
}

// Limits of the hyperparameters. A seed is a whole number that a float64 of the
// page holds exactly.
const (
	MaxL2           = 1e3
	MaxLearningRate = 1e3
	MaxBatchSize    = 10_000
	MaxEpochs       = 10_000
	MaxSeed         = 1<<53 - 1
)

// Default returns the report's setting C.
func Default() Hyperparameters {
	return Hyperparameters{
		L2:           .1,
		LearningRate: .001,
		BatchSize:    100,
		Epochs:       40,
		Seed:         1,
		Momentum:     .9,
		DecayFactor:  .1,
		DecayEvery:   10,
	}
}

// Validate refuses the first value out of its limits, by the name of its field on the
// page.
func (h Hyperparameters) Validate() error {
	switch {
	case !(h.L2 >= 0 && h.L2 <= MaxL2):
		return refusal.NotFromTo("l2", 0, MaxL2)
	case !(h.LearningRate > 0 && h.LearningRate <= MaxLearningRate):
		return refusal.NotAbove("learningRate", 0, MaxLearningRate)
	case h.BatchSize < 1 || h.BatchSize > MaxBatchSize:
		return refusal.NotWholeFromTo("batchSize", 1, MaxBatchSize)
	case h.Epochs < 1 || h.Epochs > MaxEpochs:
		return refusal.NotWholeFromTo("epochs", 1, MaxEpochs)
	case h.Seed > MaxSeed:
		return refusal.NotWholeFromTo("seed", 0, MaxSeed)
	}
	return h.validateOptions()
}

func (h Hyperparameters) validateOptions() error {
	for _, whole := range []struct {
		field      string
		value, max int
	}{
		{"decayEvery", h.DecayEvery, MaxEpochs}, {"earlyStopping", h.EarlyStopping, MaxEpochs},
		{"shift", h.Shift, MaxShift}, {"trainingImages", h.TrainingImages, MaxImages},
		{"smoothing", h.Smoothing, MaxSmoothing},
	} {
		if whole.value < 0 || whole.value > whole.max {
			return refusal.NotWholeFromTo(whole.field, 0, whole.max)
		}
	}
	for _, real := range []struct {
		field      string
		value, max float64
	}{
		{"momentum", h.Momentum, MaxMomentum}, {"decayFactor", h.DecayFactor, 1}, {"flip", h.Flip, 1},
	} {
		if !(real.value >= 0 && real.value <= real.max) {
			return refusal.NotFromTo(real.field, 0, real.max)
		}
	}
	return nil
}

// Fixed returns the names of the fixed settings in which two runs differ.
func Fixed(a, b Hyperparameters) []string {
	var names []string
	for _, field := range []struct {
		name  string
		other bool
	}{
		{"batchSize", a.BatchSize != b.BatchSize},
		{"seed", a.Seed != b.Seed},
		{"loss", a.Loss != b.Loss},
		{"optimizer", a.Optimizer != b.Optimizer},
		{"initialization", a.Initialization != b.Initialization},
		{"trainingImages", a.TrainingImages != b.TrainingImages},
		{"smoothing", a.Smoothing != b.Smoothing},
	} {
		if field.other {
			names = append(names, field.name)
		}
	}
	return names
}

// KeepFixed returns h with the settings that Fixed compares taken from a run.
func (h Hyperparameters) KeepFixed(run Hyperparameters) Hyperparameters {
	h.BatchSize, h.Seed, h.Loss, h.Optimizer = run.BatchSize, run.Seed, run.Loss, run.Optimizer
	h.Initialization, h.TrainingImages, h.Smoothing = run.Initialization, run.TrainingImages, run.Smoothing
	return h
}

// Metrics of a split under some weights. A run that diverged has NaN or Inf.
type Metrics struct {
	Loss     float64 // the mean of the run's loss, usually the cross-entropy
	Cost     float64 // Loss + λ Σ W²
	Accuracy float64 // the share of images whose largest logit is their label's
}

// finite distinguishes a result from a divergence.
func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
