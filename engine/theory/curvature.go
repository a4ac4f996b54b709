package theory

import (
	"math"
	"math/rand/v2"

	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// Limits of the power iteration.
const (
	mostIterations = 200
	residualEnough = 1e-3
)

// Curvature finds the largest eigenvalue L of the cost's Hessian at a classifier, by
// power iteration on products of the Hessian with a vector. Gradient descent in a bowl
// with that curvature converges only if η < 2/L.
type Curvature struct {
	Largest    float64 // L, so far
	Iterations int
	Residual   float64 // ‖Hv − Lv‖/‖Hv‖ of the last one

	data       *train.Data
	images     int
	l2         float64
	classifier *softmax.Classifier
	v, product *softmax.Classifier
	batch      *softmax.Batch
	next       int // the next image of the current product
}

// NewCurvature starts at a classifier, which must not change, on the first images of
// the training split; the data must be ready.
func NewCurvature(data *train.Data, images int, c *softmax.Classifier, l2 float64) *Curvature {
	images = min(images, data.Train.Len())
	m := &Curvature{
		data: data, images: images, l2: l2, classifier: c,
		v: softmax.New(c.Classes()), product: softmax.New(c.Classes()),
		batch: softmax.NewBatch(min(images, imagesAtOnce), c.Classes()),
	}
	m.v.Init(rand.New(rand.NewPCG(1, 1)), 1)
	m.normalize()
	return m
}

func (m *Curvature) normalize() {
	scale := float32(1 / math.Sqrt(m.v.Dot(m.v)))
	m.v.Combine(scale, 0, m.v, scale, 0)
	m.product.Combine(0, 0, m.product, 0, 0)
	m.next = 0
}

// Advance takes in some more images, and reports whether L is found.
func (m *Curvature) Advance() (done bool) {
	n := min(imagesAtOnce, m.images-m.next)
	m.data.Fill(m.batch, m.data.Train, m.next, n)
	m.classifier.AddHessianProduct(m.batch, m.v, m.product, float32(n)/float32(m.images))
	m.next += n
	return m.next == m.images && m.iterated()
}

// iterated ends an iteration: the product is whole.
func (m *Curvature) iterated() (done bool) {
	m.product.Combine(1, float32(2*m.l2), m.v, 1, 0) // the penalty's 2λI, without b
	m.Largest = m.v.Dot(m.product)
	m.Iterations++
	squares := m.product.Dot(m.product)
	m.Residual = math.Sqrt(max(0, squares-m.Largest*m.Largest) / max(squares, math.SmallestNonzeroFloat64))
	if m.Residual < residualEnough || m.Iterations == mostIterations || !(squares > 0) {
		return true
	}
	m.v.Copy(m.product)
	m.normalize()
	return false
}
