package cifar10

// moments are the sums over some images of every input dimension and of its
// square. They are whole numbers, so they are exact, and the same in any order.
type moments struct {
	n            int // images
	sum, squares [Dim]uint64
}

// block is the largest number of images summed at once: the sums of that many
// bytes fit in 16 bits, and those of their squares in 32.
const block = 255

// add adds whole images, Dim bytes each.
func (m *moments) add(pixels []uint8) {
	m.n += len(pixels) / Dim
	for len(pixels) > 0 {
		n := min(len(pixels), block*Dim)
		addBlock(&m.sum, &m.squares, pixels[:n])
		pixels = pixels[n:]
	}
}

// merge adds the images of another.
func (m *moments) merge(other *moments) {
	m.n += other.n
	for d := range Dim {
		m.sum[d] += other.sum[d]
		m.squares[d] += other.squares[d]
	}
}

// moments returns the moments of a split. A shard filled by AddRecords already
// has its own.
func (s *Split) moments() *moments {
	m := new(moments)
	for _, r := range s.ranges {
		if r.n == r.shard.Len() && r.n == r.shard.moments.n {
			m.merge(&r.shard.moments)
		} else {
			m.add(r.shard.Pixels[r.from*Dim : (r.from+r.n)*Dim])
		}
	}
	return m
}

// addBlockPlain adds at most block images to sums of bytes and of their squares.
func addBlockPlain(sum, squares *[Dim]uint64, pixels []uint8) {
	for ; len(pixels) > 0; pixels = pixels[Dim:] {
		for d, x := range pixels[:Dim] {
			sum[d] += uint64(x)
			squares[d] += uint64(x) * uint64(x)
		}
	}
}
