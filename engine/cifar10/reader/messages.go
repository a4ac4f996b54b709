package reader

import (
	"errors"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// ErrNoImages marks a file that belongs to CIFAR-10 but holds no images, such
// as batches.meta.
var ErrNoImages = errors.New("no images")

// noImages names a file that holds only the names of the classes.
func noImages(name string) error {
	return refusal.New("names-only", "{file} names the classes and holds no images: add data_batch_1 and the other shards",
		refusal.Values{"file": name}).
		Wraps(ErrNoImages)
}

// labelCount refuses a file that has not one label for each image.
func labelCount(name string, labels, images int) error {
	return refusal.New("label-count", "{file} has {labels} labels for {images} images; one for each is expected",
		refusal.Values{"file": name, "labels": labels, "images": images})
}

// labelled checks CIFAR-10's labels as they stand in a file and returns them as bytes.
func labelled(name string, labels []int64, images int) ([]uint8, error) {
	if len(labels) != images {
		return nil, labelCount(name, len(labels), images)
	}
	return narrow(name, labels, cifar10.Classes)
}

// narrow returns the labels of k classes as bytes.
func narrow(name string, labels []int64, k int) ([]uint8, error) {
	y := make([]uint8, len(labels))
	for i, label := range labels {
		if label < 0 || label >= int64(k) {
			return nil, cifar10.LabelError(name, i, label, k)
		}
		y[i] = uint8(label)
	}
	return y, nil
}

// noPictures names a table of labels without the pictures in it.
func noPictures(name string, lines int) error {
	return refusal.New(
		"table-only",
		"{file} holds the classes of {pictures} pictures and no pictures: open their folder or archive with it",
		refusal.Values{"file": name, "pictures": lines},
	)
}
