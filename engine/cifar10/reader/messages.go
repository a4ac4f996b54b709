package reader

import (
	"errors"
	"fmt"

	"onelayer/engine/cifar10"
)

// ErrNoImages marks a file that belongs to CIFAR-10 but holds no images, such
// as batches.meta.
var ErrNoImages = errors.New("it names the ten classes and holds no images: add data_batch_1 and the other shards")

// What to do about a file, at the end of a message.
const (
	incomplete = cifar10.Incomplete
	expected   = ". CIFAR-10 is expected: data_batch_1 to data_batch_5 and test_batch, or a whole archive of them"
)

// noImages names a file that holds only the names of the classes.
func noImages(name string) error { return fmt.Errorf("%s: %w", name, ErrNoImages) }

// errCIFAR100 marks the most frequent mistake.
var errCIFAR100 = errors.New("is CIFAR-100, with 100 classes; CIFAR-10 is expected, from cifar-10-binary, cifar-10-python or cifar-10-matlab.tar.gz")

// isCIFAR100 names a file of CIFAR-100.
func isCIFAR100(name string) error { return fmt.Errorf("%s %w", name, errCIFAR100) }

// labelled checks labels as they stand in a file and returns them as bytes.
func labelled(name string, labels []int64, images int) ([]uint8, error) {
	if len(labels) != images {
		return nil, fmt.Errorf("%s has %d labels for %d images; one for each is expected", name, len(labels), images)
	}
	y := make([]uint8, len(labels))
	for i, label := range labels {
		if label < 0 || label >= cifar10.Classes {
			return nil, fmt.Errorf("%s is not CIFAR-10: image %d has label %d, and labels are 0 to 9", name, i, label)
		}
		y[i] = uint8(label)
	}
	return y, nil
}
