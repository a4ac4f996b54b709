package softmax

import (
	"math"
	"math/rand/v2"
	"testing"

	"onelayer/engine/cifar10"
)

// randomSplit returns n images of noise, each a little brighter in the tenth of
// its pixels that its label names, so that there is something to learn.
func randomSplit(n int, seed uint64) *cifar10.Split {
	rng := rand.New(rand.NewPCG(seed, 1))
	shard := &cifar10.Shard{Name: "noise", Pixels: make([]uint8, n*dim), Labels: make([]uint8, n)}
	for i := range n {
		shard.Labels[i] = uint8(rng.IntN(classes))
		for d := range dim {
			v := rng.IntN(200)
			if d*classes/dim == int(shard.Labels[i]) {
				v += 20
			}
			shard.Pixels[i*dim+d] = uint8(v)
		}
	}
	return cifar10.SplitOf(shard)
}

// randomClassifier returns weights large enough for probabilities that differ.
func randomClassifier(seed uint64) *Classifier {
	c := New(classes)
	c.Init(rand.New(rand.NewPCG(seed, 2)), 0.02)
	return c
}

// oracle is the mathematics of the package comment in float64, one loop after
// the other.
type oracle struct {
	x    []float64 // n×D
	y    []int
	w    []float64 // K×D
	b    []float64
	p    []float64 // n×K
	loss float64
}

func newOracle(c *Classifier, split *cifar10.Split, from, n int, z *cifar10.Standardization) *oracle {
	o := &oracle{w: make([]float64, weights), b: make([]float64, classes)}
	W, b := make([]float32, weights), make([]float32, classes)
	c.Weights(W, b)
	for j, v := range W {
		o.w[j] = float64(v)
	}
	for k, v := range b {
		o.b[k] = float64(v)
	}
	for i := from; i < from+n; i++ {
		for d, v := range split.Image(i) {
			o.x = append(o.x, (float64(v)-z.Mean[d])/z.Std[d])
		}
		o.y = append(o.y, int(split.Label(i)))
	}
	o.forward()
	return o
}

func (o *oracle) forward() {
	n := len(o.y)
	o.p, o.loss = make([]float64, n*classes), 0
	for i := range n {
		var total float64
		for k := range classes {
			s := o.b[k]
			for d := range dim {
				s += o.w[k*dim+d] * o.x[i*dim+d]
			}
			o.p[i*classes+k] = math.Exp(s)
			total += math.Exp(s)
		}
		for k := range classes {
			o.p[i*classes+k] /= total
		}
		o.loss -= math.Log(o.p[i*classes+o.y[i]]) / float64(n)
	}
}

// cost returns J.
func (o *oracle) cost(l2 float64) float64 {
	o.forward()
	var squares float64
	for _, v := range o.w {
		squares += v * v
	}
	return o.loss + l2*squares
}

// gradient returns ∂J/∂W and ∂J/∂b.
func (o *oracle) gradient(l2 float64) (dW, db []float64) {
	dW, db = make([]float64, weights), make([]float64, classes)
	for j, v := range o.w {
		dW[j] = 2 * l2 * v
	}
	n := len(o.y)
	for i := range n {
		for k := range classes {
			g := o.p[i*classes+k] / float64(n)
			if k == o.y[i] {
				g -= 1 / float64(n)
			}
			db[k] += g
			for d := range dim {
				dW[k*dim+d] += g * o.x[i*dim+d]
			}
		}
	}
	return dW, db
}

// difference returns ‖got − want‖/‖want‖.
func difference(got []float32, want []float64) float64 {
	var d, w float64
	for i := range want {
		d += (float64(got[i]) - want[i]) * (float64(got[i]) - want[i])
		w += want[i] * want[i]
	}
	return math.Sqrt(d / w)
}

// eachKernel runs a test with the plain kernels and with this build's own.
func eachKernel(t *testing.T, test func(t *testing.T, k *kernels)) {
	for _, k := range everyKernel() {
		t.Run(k.name, func(t *testing.T) { test(t, k) })
	}
}

func everyKernel() []*kernels {
	if fastest == &plain {
		return []*kernels{&plain}
	}
	return []*kernels{&plain, fastest}
}
