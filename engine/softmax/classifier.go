package softmax

import (
	"math/rand/v2"
	"slices"

	"onelayer/engine/loss"
)

// The numbers of classes that a Classifier can have.
const (
	MinClasses = 2
	MaxClasses = 20
)

// Classifier is the network: W, K×D, and b, K, and the loss it is trained with.
type Classifier struct {
	Loss loss.Kind // of Step, Gradient and Score

	shape    shape
	w        []float32 // D/4×K×4
	b        []float32 // K
	gradient []float32 // D/4×K×4: working memory of Gradient, nil before the first
}

// New returns a Classifier with that many classes whose weights and biases are zero.
// It panics if there are fewer than MinClasses or more than MaxClasses.
func New(classes int) *Classifier {
	if classes < MinClasses || classes > MaxClasses {
		panic("softmax: a classifier has 2 to 20 classes")
	}
	shape := shapeOf(classes)
	return &Classifier{shape: shape, w: make([]float32, shape.weights), b: make([]float32, classes)}
}

// Clone returns a copy of c.
func (c *Classifier) Clone() *Classifier {
	return &Classifier{Loss: c.Loss, shape: c.shape, w: slices.Clone(c.w), b: slices.Clone(c.b)}
}

// Copy makes c the same as other, which has as many classes.
func (c *Classifier) Copy(other *Classifier) {
	c.Loss = other.Loss
	copy(c.w, other.w)
	copy(c.b, other.b)
}

// Equal reports whether all weights and biases are the same.
func (c *Classifier) Equal(other *Classifier) bool {
	return slices.Equal(c.w, other.w) && slices.Equal(c.b, other.b)
}

// Classes returns K.
func (c *Classifier) Classes() int { return c.shape.classes }

// Init draws W and then b, row by row, from a normal distribution with mean 0
// and the given standard deviation. The same rng gives the same bits everywhere.
func (c *Classifier) Init(rng *rand.Rand, std float64) {
	c.InitWeights(rng, std)
	for k := range c.b {
		c.b[k] = float32(rng.NormFloat64() * std)
	}
}

// InitWeights draws W as Init does and leaves b as it is.
func (c *Classifier) InitWeights(rng *rand.Rand, std float64) {
	for k := range c.b {
		for d := range dim {
			c.w[c.shape.place(k, d)] = float32(rng.NormFloat64() * std)
		}
	}
}

// SetWeights copies in W, K×D row-major, and b, K. It panics on other lengths.
func (c *Classifier) SetWeights(W, b []float32) {
	c.shape.check(W, b)
	for k := range b {
		for d, v := range W[k*dim:][:dim] {
			c.w[c.shape.place(k, d)] = v
		}
	}
	copy(c.b, b)
}

// Weights copies out W, K×D row-major, and b, K. It panics on other lengths.
func (c *Classifier) Weights(W, b []float32) {
	c.shape.check(W, b)
	c.shape.unpack(W, c.w)
	copy(b, c.b)
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
func (s shape) place(k, d int) int { return d/lanes*s.group + k*lanes + d%lanes }

// unpack copies weights w, as they are stored, to the K×D row-major W.
func (s shape) unpack(W, w []float32) {
	for k := range s.classes {
		row := W[k*dim:][:dim]
		for d := range row {
			row[d] = w[s.place(k, d)]
		}
	}
}

func (s shape) check(W, b []float32) {
	if len(W) != s.weights || len(b) != s.classes {
		panic("softmax: weights are K×3072 and biases K")
	}
}
