package softmax

import "onelayer/engine/cifar10"

const (
	dim   = cifar10.Dim
	lanes = 4          // float32 values in a vector
	tile  = 384        // inputs of a tile: its share of the weights stays in the L1 cache
	tiles = dim / tile // tiles in an image
)

// The shape for ten classes, which the fast kernels are written for.
const (
	classes  = cifar10.Classes
	group    = classes * lanes      // values for one image in sum and g, for four images in s and p
	tileSize = tile / lanes * group // weights of a tile
	weights  = tiles * tileSize     // = K·D
)

// shape is that of any number of classes.
type shape struct{ classes, group, tileSize, weights int }

func shapeOf(classes int) shape {
	group := classes * lanes
	return shape{classes: classes, group: group, tileSize: tile / lanes * group, weights: dim * classes}
}

// kernelsFor returns the kernels for that many classes: for ten the fastest of this
// build, for others generic ones.
func kernelsFor(classes int) *kernels {
	if classes == fastest.shape.classes {
		return fastest
	}
	return generic(classes)
}

// kernels are the inner loops over a minibatch of n images, n a multiple of
// four. The package comment gives the layouts.
type kernels struct {
	name  string
	shape shape

	// widen standardizes two images, x = pixel·scale + shift. The first tile of
	// the first image goes to x[0:tile], that of the second to x[tile:2*tile],
	// the next tiles to x[stride:] and so on.
	widen func(x []float32, stride int, first, second []uint8, s *Scaler)

	// mirror reverses every row of an image.
	mirror func(to, from *[dim]uint8)

	// clear sets to 0 what a moved image does not cover. Its tiles are laid out as by
	// widen.
	clear func(x []float32, stride int, by move)

	// forward adds one tile's share of X·Wᵀ to sum.
	//	sum n×K×4, x n×tile, w tile/4×K×4
	forward func(sum, x, w []float32)

	// softmax turns logits into probabilities and gives, for each image, the
	// largest logit m and Σ exp(s − m).
	//	p, s n/4×K×4; largest, total n
	softmax func(p, s, largest, total []float32)

	// sigmoid turns logits into σ(s) and gives, for each image, the largest logit and
	// two parts of the loss: Π (1 + exp(−|s|)), whose logarithm is one of them, and
	// Σ max(0, s).
	//	p, s n/4×K×4; largest, total, rest n
	sigmoid func(p, s, largest, total, rest []float32)

	// backward sets one tile of dst to decay·w + gᵀ·x. dst may be w.
	//	dst, w tile/4×K×4, g n×K×4, x n×tile
	backward func(dst, w []float32, decay float32, g, x []float32)
}
