package protocol

import (
	"fmt"
	"math"

	"onelayer/engine/cifar10"
)

// The commands that look at the images of a split.
type (
	// Predict answers with {labels, predicted, ofLabel, ofClass}, each with an entry
	// for each image of the split in its order: the label, the predicted class, and
	// the probabilities of the two. Weights is W then b, or nil for the current
	// run's. Training goes on meanwhile.
	Predict struct {
		Split   cifar10.Role
		Weights []float32
	}
	// SplitImages answers with the pixels of some images of a split, 3072 bytes each,
	// in the order of Indices.
	SplitImages struct {
		Split   cifar10.Role
		Indices []int
	}
	// ClassMeans answers with {means, counts, mean, std}: the mean image of each class
	// of a split, 10×3072, how many images each has, and the training split's
	// standardization, 3072 each. Training goes on meanwhile.
	ClassMeans struct{ Split cifar10.Role }
)

func (Predict) isCommand()     {}
func (SplitImages) isCommand() {}
func (ClassMeans) isCommand()  {}

// decodeLookCommand reads the commands that look at images.
func decodeLookCommand(message map[string]any) (Command, error) {
	switch name := message["command"]; name {
	case "predict":
		split, err := decodeSplit(message)
		weights, _ := message["weights"].([]float32)
		return Predict{Split: split, Weights: weights}, err
	case "splitImages":
		split, err := decodeSplit(message)
		if err != nil {
			return nil, err
		}
		indices, err := integers(message, "indices")
		return SplitImages{Split: split, Indices: indices}, err
	case "classMeans":
		split, err := decodeSplit(message)
		return ClassMeans{Split: split}, err
	default:
		return nil, fmt.Errorf("unknown command %v", name)
	}
}

func decodeSplit(message map[string]any) (cifar10.Role, error) {
	name := text(message, "split")
	switch role := cifar10.Role(name); role {
	case cifar10.Train, cifar10.Validation, cifar10.Test:
		return role, nil
	}
	return "", fmt.Errorf("split: expected train, validation or test, not %q", name)
}

// integers reads a list of whole numbers that are not negative, as an array or a
// Float64Array.
func integers(message map[string]any, field string) ([]int, error) {
	numbers, ok := message[field].([]float64)
	if list, isList := message[field].([]any); isList {
		ok = true
		for _, entry := range list {
			x, isNumber := entry.(float64)
			if !isNumber {
				x = math.NaN()
			}
			numbers = append(numbers, x)
		}
	}
	if !ok {
		return nil, fmt.Errorf("%s: expected a list of whole numbers", field)
	}
	whole := make([]int, len(numbers))
	for i, x := range numbers {
		if x != math.Trunc(x) || x < 0 || x > math.MaxInt32 {
			return nil, fmt.Errorf("%s: expected a list of whole numbers", field)
		}
		whole[i] = int(x)
	}
	return whole, nil
}
