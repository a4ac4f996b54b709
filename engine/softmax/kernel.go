package softmax

import "onelayer/engine/cifar10"

const (
	dim     = cifar10.Dim
	classes = cifar10.Classes

	lanes = 4          // float32 values in a vector
	tile  = 384        // inputs of a tile: its share of the weights stays in the L1 cache
	tiles = dim / tile // tiles in an image

	group    = classes * lanes      // values for one image in sum and g, for four images in s and p
	tileSize = tile / lanes * group // weights of a tile
	weights  = tiles * tileSize     // = K·D
)

// kernels are the inner loops over a minibatch of n images, n a multiple of
// four. The package comment gives the layouts.
type kernels struct {
	name string

	// widen standardizes two images, x = pixel·scale + shift. The first tile of
	// the first image goes to x[0:tile], that of the second to x[tile:2*tile],
	// the next tiles to x[stride:] and so on.
	widen func(x []float32, stride int, first, second []uint8, s *Scaler)

	// forward adds one tile's share of X·Wᵀ to sum.
	//	sum n×K×4, x n×tile, w tile/4×K×4
	forward func(sum, x, w []float32)

	// softmax turns logits into probabilities and gives, for each image, the
	// largest logit m and Σ exp(s − m).
	//	p, s n/4×K×4; largest, total n
	softmax func(p, s, largest, total []float32)

	// backward sets one tile of dst to decay·w + gᵀ·x. dst may be w.
	//	dst, w tile/4×K×4, g n×K×4, x n×tile
	backward func(dst, w []float32, decay float32, g, x []float32)
}
