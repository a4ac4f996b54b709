package softmax

import "onelayer/engine/loss"

// Step makes one update of gradient descent on the cost, W ← W − η ∂J/∂W and
// b ← b − η ∂J/∂b, and returns the minibatch's loss before it.
func (c *Classifier) Step(b *Batch, learningRate, l2 float32) (loss float64) {
	c.forward(b)
	var space [MaxClasses]float32
	db := space[:c.shape.classes]
	b.logitGradient(-learningRate/c.divisor(b), db)
	c.backward(c.w, b, 1-2*learningRate*l2)
	for k, d := range db {
		c.b[k] += d
	}
	return c.lossSum(b) / float64(b.n)
}

// Gradient writes the gradient of the cost at c, dW K×D row-major and db K, and
// returns the minibatch's loss. It panics on other lengths.
func (c *Classifier) Gradient(b *Batch, l2 float32, dW, db []float32) (loss float64) {
	c.shape.check(dW, db)
	loss = c.differentiate(b, l2, db)
	c.shape.unpack(dW, c.gradient)
	return loss
}

// differentiate leaves ∂J/∂W in c.gradient, as weights are stored, and ∂J/∂b in db;
// it returns the minibatch's loss.
func (c *Classifier) differentiate(b *Batch, l2 float32, db []float32) (loss float64) {
	if c.gradient == nil {
		c.gradient = make([]float32, c.shape.weights)
	}
	c.forward(b)
	b.logitGradient(1/c.divisor(b), db)
	c.backward(c.gradient, b, 2*l2)
	return c.lossSum(b) / float64(b.n)
}

// divisor is what the sum over the images of p − Y is divided by to give ∂loss/∂b.
func (c *Classifier) divisor(b *Batch) float32 {
	if c.Loss == loss.Sigmoid {
		return float32(b.n * c.shape.classes)
	}
	return float32(b.n)
}

// backward sets dst, laid out as the weights are, to decay·W + gᵀ·X.
func (c *Classifier) backward(dst []float32, b *Batch, decay float32) {
	g := b.g[:pad(b.n)*c.shape.group]
	size := c.shape.tileSize
	for t := range tiles {
		b.kernels.backward(dst[t*size:][:size], c.tile(t), decay, g, b.tile(t))
	}
}

// logitGradient sets g to factor·(p − Y) after forward, and db to its sum over
// the images.
func (b *Batch) logitGradient(factor float32, db []float32) {
	clear(db)
	group := b.kernels.shape.group
	for i := range b.n {
		y := int(b.labels[i])
		at := b.at(i)
		g := b.g[i*group:][:group]
		for k := range db {
			p := b.p[at+k*lanes]
			if k == y {
				p--
			}
			v := factor * p
			*(*[lanes]float32)(g[k*lanes:]) = [lanes]float32{v, v, v, v}
			db[k] += v
		}
	}
	clear(b.g[b.n*group : pad(b.n)*group])
}
