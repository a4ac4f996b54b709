package gradcheck

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
)

// cost is J of a batch of n images as a function of one parameter at a time.
type cost struct {
	kind       loss.Kind
	shape      shape
	theta      []float64 // of all parameters: W row by row, then b
	l2         float64
	sumSquares float64 // ΣW²
	whole      bool    // J itself, not J relative to J at theta

	inputs []float64 // (D+1)×n, one input dimension of all images per row; the last is 1, for the bias
	logits []float64 // K×n: s, one class per row
	rest   []float64 // K×n: what the classes other than k contribute to the loss; with softmax Σ_{j≠k} exp(sⱼ − m)
	loss   []float64 // K×n: the images' losses at theta in every row, computed from row k's rest
	labels []uint8   // n
	most   []float64 // n: m, the largest logit
	own    []float64 // n: s[y], the logit of the image's own class
}

func newCost(m *reference.Model, X *mat.Dense, y []uint8, l2 float64, whole bool) *cost {
	n := len(y)
	classes, _ := m.W.Dims()
	c := &cost{
		kind:       m.Kind,
		shape:      shapeOf(classes),
		theta:      append(mat.DenseCopyOf(m.W).RawMatrix().Data, m.B.RawVector().Data...),
		l2:         l2,
		sumSquares: m.SumSquares(),
		whole:      whole,
		inputs:     mat.DenseCopyOf(X.T()).RawMatrix().Data,
		rest:       make([]float64, classes*n),
		loss:       make([]float64, classes*n),
		labels:     y,
		most:       make([]float64, n),
		own:        make([]float64, n),
	}
	for range n {
		c.inputs = append(c.inputs, 1)
	}
	S := m.Logits(X)
	c.logits = mat.DenseCopyOf(S.T()).RawMatrix().Data
	for i := range n {
		s := S.RawRowView(i)
		c.most[i], c.own[i] = floats.Max(s), s[y[i]]
		for k := range s {
			c.rest[k*n+i] = c.restOf(k, i, s)
			c.loss[k*n+i] = c.lossOf(k, i, s[k])
		}
	}
	return c
}

// restOf returns what the logits s of image i, without that of class k, contribute to
// the loss whatever the latter is. For the hinge of the image's own class there is no
// such part.
func (c *cost) restOf(k, i int, s []float64) float64 {
	sum := 0.0
	y := int(c.labels[i])
	for j, v := range s {
		switch {
		case j == k:
		case c.kind == loss.Softmax:
			sum += math.Exp(v - c.most[i])
		case c.kind == loss.Sigmoid && j == y:
			sum += softplus(-v)
		case c.kind == loss.Sigmoid:
			sum += softplus(v)
		case j != y && k != y:
			sum += max(0, v-s[y]+1)
		}
	}
	return sum
}

// lossOf returns the loss of image i if its logit of class k were s.
func (c *cost) lossOf(k, i int, s float64) float64 {
	n, y := len(c.labels), int(c.labels[i])
	rest := c.rest[k*n+i]
	switch {
	case c.kind == loss.Sigmoid:
		if k == y {
			s = -s
		}
		return (rest + softplus(s)) / float64(len(c.logits)/n)
	case c.kind == loss.Hinge && k != y:
		return rest + max(0, s-c.own[i]+1)
	case c.kind == loss.Hinge:
		for j := 0; j < len(c.logits)/n; j++ {
			if j != y {
				rest += max(0, c.logits[j*n+i]-s+1)
			}
		}
		return rest
	}
	return c.crossEntropy(k, i, s)
}

// softplus returns log(1 + exp v).
func softplus(v float64) float64 { return max(v, 0) + math.Log1p(math.Exp(-math.Abs(v))) }

// crossEntropy is lossOf with softmax.
func (c *cost) crossEntropy(k, i int, s float64) float64 {
	own := c.own[i]
	if int(c.labels[i]) == k {
		own = s
	}
	return math.Log(c.rest[k*len(c.labels)+i]+math.Exp(s-c.most[i])) + (c.most[i] - own)
}

// along returns the cost as a function of the value of parameter p, the others as
// in theta.
func (c *cost) along(p int) func(value float64) float64 {
	n := len(c.labels)
	k, d := p/cifar10.Dim, p%cifar10.Dim
	if p >= c.shape.weights {
		k, d = p-c.shape.weights, cifar10.Dim
	}
	x, s, at := c.inputs[d*n:][:n], c.logits[k*n:][:n], c.loss[k*n:][:n]
	return func(value float64) float64 {
		change := value - c.theta[p]
		sum := 0.0
		for i := range n {
			loss := c.lossOf(k, i, s[i]+change*x[i])
			if !c.whole {
				loss -= at[i]
			}
			sum += loss
		}
		return sum/float64(n) + c.l2*c.squares(p, value)
	}
}

// squares returns ΣW² with parameter p at a value, relative to ΣW² at theta
// unless the cost is whole.
func (c *cost) squares(p int, value float64) float64 {
	var change float64
	if p < c.shape.weights {
		change = (value - c.theta[p]) * (value + c.theta[p])
	}
	if c.whole {
		return c.sumSquares + change
	}
	return change
}
