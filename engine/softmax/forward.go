package softmax

import "math"

// forward leaves in b the logits, the probabilities and what loss needs.
func (c *Classifier) forward(b *Batch) {
	n := pad(b.n)
	sum := b.sum[:n*group]
	clear(sum)
	for t := range tiles {
		b.kernels.forward(sum, b.tile(t), c.tile(t))
	}
	s := b.s[:n*classes]
	for i := range n {
		parts := (*[group]float32)(sum[i*group:])
		lane := (*[group - lanes + 1]float32)(s[i/lanes*group+i%lanes:])
		for k, bias := range c.b {
			j := k * lanes
			lane[j] = (parts[j] + parts[j+1]) + (parts[j+2] + parts[j+3]) + bias
		}
	}
	b.kernels.softmax(b.p[:n*classes], s, b.largest[:n], b.total[:n])
}

// tile returns tile t of the weights.
func (c *Classifier) tile(t int) []float32 { return c.w[t*tileSize:][:tileSize] }

// lossSum returns Σ_i −log P[i, y_i] after forward, as log Σ exp(s) − s_y with
// the largest logit taken out of the sum: it never takes the logarithm of 0.
func (b *Batch) lossSum() float64 {
	var sum float64
	for i, y := range b.labels[:b.n] {
		shifted := float64(b.logit(i, int(y))) - float64(b.largest[i])
		sum += math.Log(float64(b.total[i])) - shifted
	}
	return sum
}

// logit returns s[i, k] after forward.
func (b *Batch) logit(i, k int) float32 { return b.s[i/lanes*group+k*lanes+i%lanes] }

// Score returns the sum of the images' cross-entropies and how many images have
// their largest logit at their label. Of equal logits the first counts; an
// image with a NaN logit is not correct.
func (c *Classifier) Score(b *Batch) (lossSum float64, correct int) {
	c.forward(b)
	for i, y := range b.labels[:b.n] {
		if b.predicted(i) == int(y) {
			correct++
		}
	}
	return b.lossSum(), correct
}

// Predict writes, for each image, the class that Score counts it as, n, with
// Unclear where a logit is NaN, and the probabilities of its label and of that
// class, n each. It panics if one of them has another length.
func (c *Classifier) Predict(b *Batch, class []uint8, ofLabel, ofClass []float32) {
	if len(class) != b.n || len(ofLabel) != b.n || len(ofClass) != b.n {
		panic("softmax: predictions are n each")
	}
	c.forward(b)
	for i, y := range b.labels[:b.n] {
		ofLabel[i] = b.probability(i, int(y))
		k := b.predicted(i)
		if k < 0 {
			class[i], ofClass[i] = Unclear, ofLabel[i]
			continue
		}
		class[i], ofClass[i] = uint8(k), b.probability(i, k)
	}
}

// Unclear stands in place of a class where the logits are no numbers.
const Unclear = 255

// probability returns P[i, k] after forward.
func (b *Batch) probability(i, k int) float32 { return b.p[i/lanes*group+k*lanes+i%lanes] }

// predicted returns the class of image i after forward, or -1 if a logit is NaN.
func (b *Batch) predicted(i int) int {
	for k := range classes {
		if b.logit(i, k) == b.largest[i] {
			return k
		}
	}
	return -1
}

// Probabilities writes P, n×K row-major. It panics if P has another length.
func (c *Classifier) Probabilities(b *Batch, P []float32) {
	if len(P) != b.n*classes {
		panic("softmax: probabilities are n×10")
	}
	c.forward(b)
	for i := range b.n {
		for k := range classes {
			P[i*classes+k] = b.probability(i, k)
		}
	}
}
