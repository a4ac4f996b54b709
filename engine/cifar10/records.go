package cifar10

import "onelayer/engine/refusal"

// NewShard returns a shard without images that has room for n of them, allocated
// in advance: AddRecords does not move the images already there.
func NewShard(name string, n int) (*Shard, error) {
	if n < 1 {
		return nil, noImages(name)
	}
	if err := Fits(name, n, Unlimited); err != nil {
		return nil, err
	}
	return &Shard{Name: name, Pixels: make([]uint8, 0, n*Dim), Labels: make([]uint8, 0, n)}, nil
}

func noImages(file string) error {
	return refusal.New("shard-without-images", "{file} holds no images", refusal.Values{"file": file})
}

// AddRecords adds images from whole records of the binary version. It sums them
// for the standardization in the same pass.
func (s *Shard) AddRecords(records []uint8) error {
	if len(records) == 0 || len(records)%RecordSize != 0 {
		return refusal.New("not-whole-records", "{file}: {bytes} bytes are not whole records of {record}",
			refusal.Values{"file": s.Name, "bytes": len(records), "record": RecordSize})
	}
	from := len(s.Pixels)
	for ; len(records) > 0; records = records[RecordSize:] {
		s.Labels = append(s.Labels, records[0])
		s.Pixels = append(s.Pixels, records[1:RecordSize]...)
	}
	s.moments.add(s.Pixels[from:])
	return nil
}

// AppendRecords appends the images from ≤ i < to, as records of the binary version.
func (s *Shard) AppendRecords(b []uint8, from, to int) []uint8 {
	for i := from; i < to; i++ {
		b = append(append(b, s.Labels[i]), s.Image(i)...)
	}
	return b
}
