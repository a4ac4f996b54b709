package reader

// The readers with a limit of memory, for tests.
var (
	ReadPickleWithin = readPickle
	ReadMATWithin    = readMAT
)

// PictureDecoder returns a decoder that keeps its buffers.
func PictureDecoder() func(pixels []uint8, content []byte) ([]uint8, error) {
	return new(pictureDecoder).append
}

// DecodePicture appends the image of one picture to pixels.
func DecodePicture(pixels []uint8, content []byte) ([]uint8, error) {
	return new(pictureDecoder).append(pixels, content)
}
