package cifar10

// Split is the images of one role, in order: a list of ranges of shards. It
// copies nothing, so the same shard can serve two splits.
type Split struct {
	ranges []shardRange
	n      int
}

// shardRange is n images of one shard, starting at image from; start is the
// split's index of the first of them.
type shardRange struct {
	shard          *Shard
	from, n, start int
}

// SplitOf returns the images of whole shards, one shard after the other.
func SplitOf(shards ...*Shard) *Split {
	s := new(Split)
	for _, shard := range shards {
		s.Append(shard, 0, shard.Len())
	}
	return s
}

// Append adds images from ≤ i < to of a shard to the end of s. It panics if the
// range is not inside the shard.
func (s *Split) Append(shard *Shard, from, to int) {
	if from < 0 || to < from || to > shard.Len() {
		panic("cifar10: range outside the shard")
	}
	if from == to {
		return
	}
	s.ranges = append(s.ranges, shardRange{shard: shard, from: from, n: to - from, start: s.n})
	s.n += to - from
}

// Slice returns images from ≤ i < to of s as a split of their own. It panics if
// they are not in s.
func (s *Split) Slice(from, to int) *Split {
	if from < 0 || to < from || to > s.Len() {
		panic("cifar10: range outside the split")
	}
	slice := new(Split)
	for _, r := range s.ranges {
		first, last := max(from-r.start, 0), min(to-r.start, r.n)
		if first < last {
			slice.Append(r.shard, r.from+first, r.from+last)
		}
	}
	return slice
}

// append adds the images of another split to the end of s.
func (s *Split) append(other *Split) {
	for _, r := range other.ranges {
		s.Append(r.shard, r.from, r.from+r.n)
	}
}

// Len returns the number of images. A nil Split has none.
func (s *Split) Len() int {
	if s == nil {
		return 0
	}
	return s.n
}

// K returns how many classes the images have, or CIFAR-10's number if there are no
// images.
func (s *Split) K() int {
	if s.Len() == 0 {
		return Classes
	}
	return s.ranges[0].shard.K()
}

// Image returns the Dim bytes of image i. They are the shard's own.
func (s *Split) Image(i int) []uint8 {
	shard, j := s.find(i)
	return shard.Image(j)
}

// Label returns the class of image i.
func (s *Split) Label(i int) uint8 {
	shard, j := s.find(i)
	return shard.Labels[j]
}

// find returns the shard of image i and the image's index there. A split has
// few ranges, so it looks through them in order.
func (s *Split) find(i int) (*Shard, int) {
	for k := range s.ranges {
		r := &s.ranges[k]
		if j := i - r.start; 0 <= j && j < r.n {
			return r.shard, r.from + j
		}
	}
	panic("cifar10: image outside the split")
}
