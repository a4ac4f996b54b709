package cifar10

import (
	"bufio"
	"errors"
	"io"
	"slices"

	"onelayer/engine/refusal"
)

// RecordSize is the length in bytes of one image in the binary version: a
// label, then the Dim bytes of the image.
const RecordSize = 1 + Dim

// ReadBinary reads a shard of the binary version: records of RecordSize bytes
// to the end of r. sizeHint, if positive, is the file's length in bytes; it
// saves growing the buffers. An error says what is wrong with the file in the
// visitor's words and wraps r's own error.
func ReadBinary(r io.Reader, name string, sizeHint int64) (*Shard, error) {
	return ReadBinaryWithin(r, name, sizeHint, Unlimited)
}

// ReadBinaryWithin is ReadBinary with at most room bytes of pixels.
func ReadBinaryWithin(r io.Reader, name string, sizeHint, room int64) (*Shard, error) {
	if sizeHint > 0 && sizeHint%RecordSize != 0 {
		return nil, TrailingBytes(name, sizeHint)
	}
	n := max(int(sizeHint/RecordSize), 0)
	if err := Fits(name, n, room); err != nil {
		return nil, err
	}
	shard := &Shard{Name: name, Pixels: make([]uint8, 0, n*Dim), Labels: make([]uint8, 0, n)}
	records := bufio.NewReaderSize(r, 64<<10)
	for {
		if err := shard.appendRecord(records, room); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	if shard.Len() == 0 {
		return nil, refusal.New(
			"binary-empty",
			"{file} is empty: a shard of the binary version has {record} bytes for each image",
			refusal.Values{"file": name, "record": RecordSize},
		)
	}
	return shard, nil
}

// appendRecord reads one more image, or returns io.EOF between two records.
func (s *Shard) appendRecord(r *bufio.Reader, room int64) error {
	label, err := r.ReadByte()
	if err == io.EOF {
		return err
	}
	if err != nil {
		return CouldNotRead(s.Name, err)
	}
	if label >= Classes {
		return LabelError(s.Name, s.Len(), int64(label), Classes)
	}
	if err := Fits(s.Name, s.Len()+1, room); err != nil {
		return err
	}
	at := len(s.Pixels)
	s.Pixels = slices.Grow(s.Pixels, Dim)[:at+Dim]
	n, err := io.ReadFull(r, s.Pixels[at:])
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return refusal.New(
			"binary-cut-off",
			"{file} ends inside image {image}: {bytes} of its {record} bytes are there. {advice}",
			refusal.Values{"file": s.Name, "image": s.Len(), "bytes": n + 1, "record": RecordSize, "advice": GetAgain},
		)
	}
	if err != nil {
		return CouldNotRead(s.Name, err)
	}
	s.Labels = append(s.Labels, label)
	return nil
}
