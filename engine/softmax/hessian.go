package softmax

import "onelayer/engine/loss"

// AddHessianProduct adds to product share times the minibatch's part of H·v: H is the
// Hessian of the mean loss at c, v a direction in the space of W and b. With u = Vx + b_v
// the change of an image's logits along v, the change of their gradient is
//
//	Softmax   p ⊙ (u − p·u)
//	Sigmoid   q ⊙ (1 − q) ⊙ u / K
//	Hinge     0, where it is smooth
//
// The penalty is not included. It allocates only at the first call for a batch.
func (c *Classifier) AddHessianProduct(b *Batch, v, product *Classifier, share float32) {
	n, k := pad(b.n), c.shape.classes
	if b.along == nil {
		b.along = make([]float32, len(b.s))
	}
	v.logits(b)
	u := b.along[:n*k]
	copy(u, b.s[:n*k])
	c.forward(b)
	var space [MaxClasses]float32
	db := space[:k]
	b.hessianGradient(c.Loss, u, share/float32(b.n), db)
	g, size := b.g[:n*c.shape.group], c.shape.tileSize
	for t := range tiles {
		dst := product.tile(t)
		b.kernels.backward(dst[:size], dst, 1, g, b.tile(t))
	}
	for j, d := range db {
		product.b[j] += d
	}
}

// hessianGradient sets g to factor times the change of the logits' gradient along u, and
// db to its sum over the images.
func (b *Batch) hessianGradient(kind loss.Kind, u []float32, factor float32, db []float32) {
	clear(db)
	group := b.kernels.shape.group
	for i := range b.n {
		at, g := b.at(i), b.g[i*group:][:group]
		var mean float32
		for k := range db {
			mean += b.p[at+k*lanes] * u[at+k*lanes]
		}
		for k := range db {
			p, along := b.p[at+k*lanes], u[at+k*lanes]
			var d float32
			switch kind {
			case loss.Softmax:
				d = factor * p * (along - mean)
			case loss.Sigmoid:
				d = factor * p * (1 - p) * along / float32(len(db))
			}
			*(*[lanes]float32)(g[k*lanes:]) = [lanes]float32{d, d, d, d}
			db[k] += d
		}
	}
	clear(b.g[b.n*group : pad(b.n)*group])
}

// Dot returns the inner product of two classifiers as vectors of W and b.
func (c *Classifier) Dot(other *Classifier) float64 {
	var sum float64
	for i, v := range c.w {
		sum += float64(v) * float64(other.w[i])
	}
	for k, v := range c.b {
		sum += float64(v) * float64(other.b[k])
	}
	return sum
}

// Combine sets c to own·c + factor·other; b has its own factors.
func (c *Classifier) Combine(own, factor float32, other *Classifier, ownBias, factorBias float32) {
	for i, v := range other.w {
		c.w[i] = own*c.w[i] + factor*v
	}
	for k, v := range other.b {
		c.b[k] = ownBias*c.b[k] + factorBias*v
	}
}
