package softmax

// Step makes one update of gradient descent on the cost, W ← W − η ∂J/∂W and
// b ← b − η ∂J/∂b, and returns the minibatch's loss before it.
func (c *Classifier) Step(b *Batch, learningRate, l2 float32) (loss float64) {
	c.forward(b)
	var db [classes]float32
	b.logitGradient(-learningRate/float32(b.n), &db)
	c.backward(c.w, b, 1-2*learningRate*l2)
	for k := range c.b {
		c.b[k] += db[k]
	}
	return b.lossSum() / float64(b.n)
}

// Gradient writes the gradient of the cost at c, dW K×D row-major and db K, and
// returns the minibatch's loss. It panics on other lengths.
func (c *Classifier) Gradient(b *Batch, l2 float32, dW, db []float32) (loss float64) {
	checkShape(dW, db)
	if c.gradient == nil {
		c.gradient = make([]float32, weights)
	}
	c.forward(b)
	b.logitGradient(1/float32(b.n), (*[classes]float32)(db))
	c.backward(c.gradient, b, 2*l2)
	unpack(dW, c.gradient)
	return b.lossSum() / float64(b.n)
}

// backward sets dst, laid out as the weights are, to decay·W + gᵀ·X.
func (c *Classifier) backward(dst []float32, b *Batch, decay float32) {
	g := b.g[:pad(b.n)*group]
	for t := range tiles {
		b.kernels.backward(dst[t*tileSize:][:tileSize], c.tile(t), decay, g, b.tile(t))
	}
}

// logitGradient sets g to factor·(P − Y) after forward, and db to its sum over
// the images.
func (b *Batch) logitGradient(factor float32, db *[classes]float32) {
	clear(db[:])
	for i := range b.n {
		y := int(b.labels[i])
		at := i/lanes*group + i%lanes
		for k := range classes {
			p := b.p[at+k*lanes]
			if k == y {
				p--
			}
			v := factor * p
			*(*[lanes]float32)(b.g[i*group+k*lanes:]) = [lanes]float32{v, v, v, v}
			db[k] += v
		}
	}
	clear(b.g[b.n*group : pad(b.n)*group])
}
