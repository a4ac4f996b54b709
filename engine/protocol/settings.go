package protocol

import (
	"math"

	"onelayer/engine/train"
)

// Apply returns hp with the settings that s holds. A wrong type, a fraction for a
// whole number, a value out of its limits or an unknown name is a
// *train.FieldError.
func (s Settings) Apply(hp train.Hyperparameters) (train.Hyperparameters, error) {
	for name, value := range s {
		if err := set(&hp, name, value); err != nil {
			return hp, err
		}
	}
	return hp, hp.Validate()
}

func set(hp *train.Hyperparameters, name string, value any) error {
	number, isNumber := value.(float64)
	whole := isNumber && number == math.Trunc(number) && number >= 0 && number <= train.MaxSeed
	switch name {
	case "l2":
		hp.L2 = number
	case "learningRate":
		hp.LearningRate = number
	case "batchSize":
		hp.BatchSize = int(number)
	case "epochs":
		hp.Epochs = int(number)
	case "seed":
		hp.Seed = uint64(max(number, 0))
	case "shuffle":
		on, isBool := value.(bool)
		if !isBool {
			return &train.FieldError{Field: name, Expected: "true or false"}
		}
		hp.Shuffle = on
		return nil
	default:
		return &train.FieldError{Field: name, Expected: "one of l2, learningRate, batchSize, epochs, seed and shuffle"}
	}
	real := name == "l2" || name == "learningRate"
	if !isNumber || math.IsNaN(number) {
		return &train.FieldError{Field: name, Expected: "a number"}
	}
	if !real && !whole {
		return &train.FieldError{Field: name, Expected: "a whole number"}
	}
	return nil
}

// encodeSettings returns all settings by their names on the page.
func encodeSettings(hp train.Hyperparameters) map[string]any {
	return map[string]any{
		"l2":           hp.L2,
		"learningRate": hp.LearningRate,
		"batchSize":    hp.BatchSize,
		"epochs":       hp.Epochs,
		"seed":         hp.Seed,
		"shuffle":      hp.Shuffle,
	}
}
