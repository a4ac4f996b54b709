package softmax

import "onelayer/engine/cifar10"

// Batch is a minibatch: standardized images, their labels, and the working
// memory of one pass over them. Fill it once and any number of classifiers can
// use it, one after the other. A Batch takes 12.7 KB an image.
type Batch struct {
	kernels *kernels
	n       int // images, without padding
	padded  int // capacity, with padding

	x      []float32 // tiles×padded×tile
	labels []uint8   // padded; those from n on mean nothing

	sum            []float32 // padded×K×4
	s, p           []float32 // padded/4×K×4
	g              []float32 // padded×K×4
	largest, total []float32 // padded: max s and Σ exp(s − max s) of each image
}

// NewBatch returns an empty Batch with room for capacity images. It panics if
// capacity is not positive.
func NewBatch(capacity int) *Batch { return newBatch(capacity, fastest) }

func newBatch(capacity int, k *kernels) *Batch {
	if capacity <= 0 {
		panic("softmax: a batch has at least one image")
	}
	n := pad(capacity)
	return &Batch{
		kernels: k,
		padded:  n,
		x:       make([]float32, n*dim),
		labels:  make([]uint8, n),
		sum:     make([]float32, n*group),
		s:       make([]float32, n*classes),
		p:       make([]float32, n*classes),
		g:       make([]float32, n*group),
		largest: make([]float32, n),
		total:   make([]float32, n),
	}
}

// pad rounds n up to a multiple of four.
func pad(n int) int { return (n + lanes - 1) / lanes * lanes }

// Len returns n, the number of images.
func (b *Batch) Len() int { return b.n }

// Fill makes b the images of split with the given indices, in that order: a
// minibatch of a shuffled epoch. It panics if there are none, more than b has
// room for, or one that the split does not have.
func (b *Batch) Fill(split *cifar10.Split, indices []int32, s *Scaler) {
	b.resize(len(indices))
	for i, index := range indices {
		b.set(i, split, int(index), s)
	}
}

// FillRange makes b the n images of split from image from on. It panics as
// Fill does.
func (b *Batch) FillRange(split *cifar10.Split, from, n int, s *Scaler) {
	b.resize(n)
	for i := range n {
		b.set(i, split, from+i, s)
	}
}

// resize sets the number of images and clears the padding.
func (b *Batch) resize(n int) {
	if n <= 0 || n > b.padded {
		panic("softmax: the images do not fit the batch")
	}
	b.n = n
	for t := range tiles {
		clear(b.tile(t)[n*tile:])
	}
}

// set makes image i of b the given image of split.
func (b *Batch) set(i int, split *cifar10.Split, image int, s *Scaler) {
	b.kernels.widen(b.x[i*tile:], b.padded*tile, split.Image(image), s)
	b.labels[i] = split.Label(image)
}

// tile returns tile t of all images and the padding.
func (b *Batch) tile(t int) []float32 {
	return b.x[t*b.padded*tile:][:pad(b.n)*tile]
}
