package train

import (
	"fmt"
	"math"
)

// Hyperparameters are the settings of one run. L2, LearningRate, Epochs and
// Shuffle may change while it trains; Seed and BatchSize are fixed at its start.
type Hyperparameters struct {
	L2           float64 // λ ≥ 0 in J = loss + λ Σ W²
	LearningRate float64 // η > 0
	BatchSize    int     // images in a step
	Epochs       int     // passes over the training split
	Seed         uint64  // of the initial weights and of the shuffling
	Shuffle      bool    // a new order of the images in every epoch
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
	return Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 100, Epochs: 40, Seed: 1}
}

// FieldError says which hyperparameter is wrong, by the name it has on the page,
// and what is allowed.
type FieldError struct {
	Field, Expected string
}

// Error implements error.
func (e *FieldError) Error() string { return fmt.Sprintf("%s: expected %s", e.Field, e.Expected) }

// Validate returns a *FieldError for the first value out of its limits, or nil.
func (h Hyperparameters) Validate() error {
	switch {
	case !(h.L2 >= 0 && h.L2 <= MaxL2):
		return &FieldError{"l2", fmt.Sprintf("a number from 0 to %v", float64(MaxL2))}
	case !(h.LearningRate > 0 && h.LearningRate <= MaxLearningRate):
		return &FieldError{"learningRate", fmt.Sprintf("a number above 0, up to %v", float64(MaxLearningRate))}
	case h.BatchSize < 1 || h.BatchSize > MaxBatchSize:
		return &FieldError{"batchSize", fmt.Sprintf("a whole number from 1 to %d", MaxBatchSize)}
	case h.Epochs < 1 || h.Epochs > MaxEpochs:
		return &FieldError{"epochs", fmt.Sprintf("a whole number from 1 to %d", MaxEpochs)}
	case h.Seed > MaxSeed:
		return &FieldError{"seed", fmt.Sprintf("a whole number from 0 to %d", MaxSeed)}
	}
	return nil
}

// Metrics of a split under some weights. A run that diverged has NaN or Inf.
type Metrics struct {
	Loss     float64 // mean cross-entropy
	Cost     float64 // Loss + λ Σ W²
	Accuracy float64 // the share of images whose largest logit is their label's
}

// finite tells a result from a divergence.
func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
