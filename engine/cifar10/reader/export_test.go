package reader

import (
	"io"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
)

// ReadMATWithin reads a shard with a limit of memory.
var ReadMATWithin = readMAT

// ReadPickleWithin reads a shard with a limit of memory.
func ReadPickleWithin(r io.Reader, name string, size, room int64) (*cifar10.Shard, error) {
	value, err := decodePickle(r, name, size, room)
	if err != nil {
		return nil, err
	}
	dict, _ := value.(pickle.Dict)
	return shardOfDict(dict, name)
}

// The names of CIFAR-100's classes.
var CoarseNames, FineNames = coarseNames, fineNames

// PictureDecoder returns a decoder that keeps its buffers.
func PictureDecoder() func(pixels []uint8, content []byte) ([]uint8, error) {
	return new(pictureDecoder).append
}

// DecodePicture appends the image of one picture to pixels.
func DecodePicture(pixels []uint8, content []byte) ([]uint8, error) {
	return new(pictureDecoder).append(pixels, content)
}
