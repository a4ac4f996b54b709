package softmax

import (
	"math/rand/v2"

	"onelayer/engine/cifar10"
)

// Augmenter transforms the images of a minibatch at random while they are filled
// in: an image is mirrored with probability Flip, and moves by up to Shift pixels
// each way. What enters at the border is 0 after standardization, the training
// split's mean.
type Augmenter struct {
	Flip  float64 // 0 to 1
	Shift int     // 0 to 31

	dice          rand.PCG
	first, second bent
}

// bent has space for an image with a margin, in which it can move.
type bent struct {
	space [plane + dim + plane]uint8
	by    move
}

const plane = cifar10.Height * cifar10.Width

// move is the number of pixels that an image moves right and down.
type move struct{ x, y int }

// border returns the columns from ≤ j < to of the image that stay inside, and the rows of
// each channel.
func (by move) border() (left, right, top, bottom int) {
	left, right = edge(by.x, cifar10.Width)
	top, bottom = edge(by.y, cifar10.Height)
	return left, right, top, bottom
}

func edge(by, size int) (from, to int) {
	if by < 0 {
		return size + by, size
	}
	return 0, by
}

// Seed starts a series of draws: the same seeds transform the same way.
func (a *Augmenter) Seed(seed, stream uint64) { a.dice.Seed(seed, stream) }

// FillAugmented is Fill with images transformed by a, one after the other.
func (b *Batch) FillAugmented(split *cifar10.Split, indices []int32, s *Scaler, a *Augmenter) {
	b.fillAugmented(split, len(indices), func(i int) int { return int(indices[i]) }, s, a)
}

// FillRangeAugmented is FillRange with images transformed by a, one after the
// other.
func (b *Batch) FillRangeAugmented(split *cifar10.Split, from, n int, s *Scaler, a *Augmenter) {
	b.fillAugmented(split, n, func(i int) int { return from + i }, s, a)
}

func (b *Batch) fillAugmented(split *cifar10.Split, n int, index func(i int) int, s *Scaler, a *Augmenter) {
	b.begin(n)
	for i := 0; i < n; i += 2 {
		at := index(i)
		first := a.bend(b.kernels, split.Image(at), &a.first)
		second, label := first, split.Label(at)
		b.labels[i], b.labels[i+1] = label, label
		if i+1 < n {
			at = index(i + 1)
			second = a.bend(b.kernels, split.Image(at), &a.second)
			b.labels[i+1] = split.Label(at)
		}
		b.kernels.widen(b.x[i*tile:], b.padded*tile, first, second, s)
		if a.Shift > 0 {
			b.kernels.clear(b.x[i*tile:], b.padded*tile, a.first.by)
			b.kernels.clear(b.x[(i+1)*tile:], b.padded*tile, a.second.by)
		}
	}
}

// bend draws a transformation of an image and returns the result, in to if it
// differs; pixels that moved in are undefined.
func (a *Augmenter) bend(k *kernels, image []uint8, to *bent) []uint8 {
	flips := a.Flip > 0 && float64(a.dice.Uint64()>>11)/(1<<53) < a.Flip
	if a.Shift > 0 {
		draw, span := a.dice.Uint64(), uint32(2*a.Shift+1)
		to.by = move{x: int(uint32(draw>>32)%span) - a.Shift, y: int(uint32(draw)%span) - a.Shift}
	} else if !flips {
		return image
	}
	middle := (*[dim]uint8)(to.space[plane:])
	if flips {
		k.mirror(middle, (*[dim]uint8)(image))
	} else {
		copy(middle[:], image)
	}
	// A pixel that stays in its channel moves by the same distance in all rows.
	return to.space[plane-to.by.y*cifar10.Width-to.by.x:][:dim]
}
