package cifar10

import "fmt"

// NewShard returns a shard without images that has room for n of them, in memory
// too: AddRecords does not move what is there.
func NewShard(name string, n int) (*Shard, error) {
	if n < 1 {
		return nil, fmt.Errorf("%s holds no images", name)
	}
	if err := Fits(name, n, Unlimited); err != nil {
		return nil, err
	}
	return &Shard{Name: name, Pixels: make([]uint8, 0, n*Dim), Labels: make([]uint8, 0, n)}, nil
}

// AddRecords adds images that come as whole records of the binary version.
func (s *Shard) AddRecords(records []uint8) error {
	if len(records) == 0 || len(records)%RecordSize != 0 {
		return fmt.Errorf("%s: %d bytes are not whole records of %d", s.Name, len(records), RecordSize)
	}
	for ; len(records) > 0; records = records[RecordSize:] {
		s.Labels = append(s.Labels, records[0])
		s.Pixels = append(s.Pixels, records[1:RecordSize]...)
	}
	return nil
}

// AppendRecords appends the images from ≤ i < to, as records of the binary version.
func (s *Shard) AppendRecords(b []uint8, from, to int) []uint8 {
	for i := from; i < to; i++ {
		b = append(append(b, s.Labels[i]), s.Image(i)...)
	}
	return b
}
