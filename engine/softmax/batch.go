package softmax

import "onelayer/engine/cifar10"

// Batch is a minibatch: standardized images, their labels, and the working memory
// of one pass over them. Fill it once and any number of classifiers can use it,
// one after the other. A Batch takes 12.7 KB per image.
type Batch struct {
	kernels *kernels
	n       int // images, without padding

	capacity int // without padding
	padded   int // with padding

	x      []float32 // tiles×padded×tile
	outer  []float32 // tile/4×K×4: a part of XᵀX; nil before the first
	along  []float32 // padded/4×K×4: logits along a direction; nil before the first
	labels []uint8   // padded; those from n on are undefined, as are x's images

	sum         []float32 // padded×K×4
	s, p        []float32 // padded/4×K×4
	g           []float32 // padded×K×4
	largest     []float32 // padded: max s of each image
	total, rest []float32 // padded: what the loss needs of each image, depending on its kernel
}

// NewBatch returns an empty Batch with room for capacity images, for classifiers
// with that many classes. It panics if capacity is not positive.
func NewBatch(capacity, classes int) *Batch { return newBatch(capacity, kernelsFor(classes)) }

func newBatch(capacity int, k *kernels) *Batch {
	if capacity <= 0 {
		panic("softmax: a batch has at least one image")
	}
	n := pad(capacity)
	return &Batch{
		kernels:  k,
		capacity: capacity,
		padded:   n,
		x:        make([]float32, n*dim),
		labels:   make([]uint8, n),
		sum:      make([]float32, n*k.shape.group),
		s:        make([]float32, n*k.shape.classes),
		p:        make([]float32, n*k.shape.classes),
		g:        make([]float32, n*k.shape.group),
		largest:  make([]float32, n),
		total:    make([]float32, n),
		rest:     make([]float32, n),
	}
}

// pad rounds n up to a multiple of four.
func pad(n int) int { return (n + lanes - 1) / lanes * lanes }

// Classes returns K, the number of classes of the classifiers it is for.
func (b *Batch) Classes() int { return b.kernels.shape.classes }

// Len returns n, the number of images.
func (b *Batch) Len() int { return b.n }

// Fill makes b the images of split with the given indices, in that order: a
// minibatch of a shuffled epoch. It panics if there are none, more than b has
// room for, or one that the split does not have.
func (b *Batch) Fill(split *cifar10.Split, indices []int32, s *Scaler) {
	b.fill(split, len(indices), func(i int) int { return int(indices[i]) }, s)
}

// FillRange makes b the n images of split that start at image from. It panics as
// Fill does.
func (b *Batch) FillRange(split *cifar10.Split, from, n int, s *Scaler) {
	b.fill(split, n, func(i int) int { return from + i }, s)
}

// fill makes image i of b the image index(i) of split, two images at a time; an
// odd last one is its own partner.
func (b *Batch) fill(split *cifar10.Split, n int, index func(i int) int, s *Scaler) {
	b.begin(n)
	for i := 0; i < n; i += 2 {
		first, second := index(i), index(min(i+1, n-1))
		b.kernels.widen(b.x[i*tile:], b.padded*tile, split.Image(first), split.Image(second), s)
		b.labels[i], b.labels[i+1] = split.Label(first), split.Label(second)
	}
}

// begin prepares b for n images.
func (b *Batch) begin(n int) {
	if n <= 0 || n > b.capacity {
		panic("softmax: the images do not fit the batch")
	}
	b.n = n
}

// tile returns tile t of all images and the padding.
func (b *Batch) tile(t int) []float32 {
	return b.x[t*b.padded*tile:][:pad(b.n)*tile]
}
