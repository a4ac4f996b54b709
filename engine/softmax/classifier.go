package softmax

import (
	"math/rand/v2"
	"slices"
)

// Classifier is the network: W, K×D, and b, K.
type Classifier struct {
	w        []float32 // D/4×K×4
	b        [classes]float32
	gradient []float32 // D/4×K×4: working memory of Gradient, nil before the first
}

// New returns a Classifier whose weights and biases are zero.
func New() *Classifier { return &Classifier{w: make([]float32, weights)} }

// Clone returns a copy of c.
func (c *Classifier) Clone() *Classifier {
	return &Classifier{w: slices.Clone(c.w), b: c.b}
}

// Init draws W and then b, row by row, from a normal distribution with mean 0
// and the given standard deviation. The same rng gives the same bits everywhere.
func (c *Classifier) Init(rng *rand.Rand, std float64) {
	for k := range classes {
		for d := range dim {
			c.w[place(k, d)] = float32(rng.NormFloat64() * std)
		}
	}
	for k := range c.b {
		c.b[k] = float32(rng.NormFloat64() * std)
	}
}

// SetWeights copies in W, K×D row-major, and b, K. It panics on other lengths.
func (c *Classifier) SetWeights(W, b []float32) {
	checkShape(W, b)
	for k := range classes {
		for d, v := range W[k*dim:][:dim] {
			c.w[place(k, d)] = v
		}
	}
	copy(c.b[:], b)
}

// Weights copies out W, K×D row-major, and b, K. It panics on other lengths.
func (c *Classifier) Weights(W, b []float32) {
	checkShape(W, b)
	unpack(W, c.w)
	copy(b, c.b[:])
}

// SumSquares returns Σ W², so that cost = loss + λ·SumSquares.
func (c *Classifier) SumSquares() float64 {
	var sum float64
	for _, v := range c.w {
		sum += float64(v) * float64(v)
	}
	return sum
}

// place returns where the weight of class k and input d is stored.
func place(k, d int) int { return d/lanes*group + k*lanes + d%lanes }

// unpack copies weights w, as they are stored, to the K×D row-major W.
func unpack(W, w []float32) {
	for k := range classes {
		row := W[k*dim:][:dim]
		for d := range row {
			row[d] = w[place(k, d)]
		}
	}
}

func checkShape(W, b []float32) {
	if len(W) != weights || len(b) != classes {
		panic("softmax: weights are 10×3072 and biases 10")
	}
}
