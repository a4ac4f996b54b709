package cifar10

// ClassMeans is the mean image of each class of a split, measured a few images at
// a time.
type ClassMeans struct {
	Counts []int // K: images of each class

	sums  []uint32 // K×D, row by row: room for 16 million images of a class
	split *Split
	next  int // the next image
}

// NewClassMeans starts to measure a split with that many classes.
func NewClassMeans(split *Split, classes int) *ClassMeans {
	return &ClassMeans{Counts: make([]int, classes), sums: make([]uint32, classes*Dim), split: split}
}

// Advance takes in the next n images and reports whether they were the last.
func (m *ClassMeans) Advance(n int) (done bool) {
	until := min(m.next+n, m.split.Len())
	for ; m.next < until; m.next++ {
		class := m.split.Label(m.next)
		m.Counts[class]++
		sums := m.sums[int(class)*Dim:][:Dim]
		for d, x := range m.split.Image(m.next) {
			sums[d] += uint32(x)
		}
	}
	return until == m.split.Len()
}

// Overall returns the mean of all images taken in: D numbers.
func (m *ClassMeans) Overall() []float64 {
	overall, images := make([]float64, Dim), 0
	for class, n := range m.Counts {
		images += n
		for d := range overall {
			overall[d] += float64(m.sums[class*Dim+d])
		}
	}
	for d := range overall {
		overall[d] /= float64(max(images, 1))
	}
	return overall
}

// Means returns the mean image of each class so far, K×D, row by row, in the
// range of bytes; zeros for a class without images.
func (m *ClassMeans) Means() []float32 {
	means := make([]float32, len(m.sums))
	for class, n := range m.Counts {
		for d := range Dim {
			if at := class*Dim + d; n > 0 {
				means[at] = float32(float64(m.sums[at]) / float64(n))
			}
		}
	}
	return means
}
