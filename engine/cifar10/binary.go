package cifar10

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
)

// RecordSize is the length in bytes of one image in the binary version: a
// label, then the Dim bytes of the image.
const RecordSize = 1 + Dim

// MaxImages bounds a shard, so that a wrong file cannot take all memory: the
// six official shards together hold 60,000 images.
const MaxImages = 100_000

// ReadBinary reads a shard of the binary version: records of RecordSize bytes
// to the end of r. sizeHint, if positive, is the file's length in bytes; it
// saves growing the buffers. An error says what is wrong with the file in the
// visitor's words and wraps r's own error.
func ReadBinary(r io.Reader, name string, sizeHint int64) (*Shard, error) {
	if sizeHint > 0 && sizeHint%RecordSize != 0 {
		return nil, fmt.Errorf("%s is not CIFAR-10's binary version: its %d bytes are not whole records of %d", name, sizeHint, RecordSize)
	}
	if sizeHint/RecordSize > MaxImages {
		return nil, tooManyImages(name)
	}
	n := max(int(sizeHint/RecordSize), 0)
	shard := &Shard{Name: name, Pixels: make([]uint8, 0, n*Dim), Labels: make([]uint8, 0, n)}
	records := bufio.NewReaderSize(r, 64<<10)
	for {
		if err := shard.appendRecord(records); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	if shard.Len() == 0 {
		return nil, fmt.Errorf("%s is empty: a shard of the binary version has %d bytes for each image", name, RecordSize)
	}
	return shard, nil
}

// appendRecord reads one more image, or returns io.EOF between two records.
func (s *Shard) appendRecord(r *bufio.Reader) error {
	label, err := r.ReadByte()
	if err == io.EOF {
		return err
	}
	if err != nil {
		return fmt.Errorf("%s could not be read: %w", s.Name, err)
	}
	if label >= Classes {
		return fmt.Errorf("%s is not CIFAR-10's binary version: image %d has label %d, and labels are 0 to 9", s.Name, s.Len(), label)
	}
	if s.Len() == MaxImages {
		return tooManyImages(s.Name)
	}
	at := len(s.Pixels)
	s.Pixels = slices.Grow(s.Pixels, Dim)[:at+Dim]
	n, err := io.ReadFull(r, s.Pixels[at:])
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("%s ends inside image %d: %d of its %d bytes are there", s.Name, s.Len(), n+1, RecordSize)
	}
	if err != nil {
		return fmt.Errorf("%s could not be read: %w", s.Name, err)
	}
	s.Labels = append(s.Labels, label)
	return nil
}

func tooManyImages(name string) error {
	return fmt.Errorf("%s is too large: it holds more than %d images, and all of CIFAR-10 holds 60,000", name, MaxImages)
}
