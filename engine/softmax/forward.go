package softmax

import (
	"math"

	"onelayer/engine/loss"
)

// forward leaves in b the logits and what the loss and its gradient need: p, such
// that p − Y is proportional to the gradient with respect to the logits, and the
// parts of lossOf.
func (c *Classifier) forward(b *Batch) {
	c.logits(b)
	n := pad(b.n)
	p, s := b.p[:n*c.shape.classes], b.s[:n*c.shape.classes]
	switch c.Loss {
	case loss.Softmax:
		b.kernels.softmax(p, s, b.largest[:n], b.total[:n])
	case loss.Sigmoid:
		b.kernels.sigmoid(p, s, b.largest[:n], b.total[:n], b.rest[:n])
	case loss.Hinge:
		b.hinge()
	}
}

// logits leaves X·Wᵀ + b in b.
func (c *Classifier) logits(b *Batch) {
	if b.kernels.shape != c.shape {
		panic("softmax: the batch is for another number of classes")
	}
	n, group := pad(b.n), c.shape.group
	sum := b.sum[:n*group]
	clear(sum)
	for t := range tiles {
		b.kernels.forward(sum, b.tile(t), c.tile(t))
	}
	s := b.s[:n*c.shape.classes]
	for i := range n {
		parts, lane := sum[i*group:][:group], s[i/lanes*group+i%lanes:]
		for k, bias := range c.b {
			four := (*[lanes]float32)(parts[k*lanes:])
			lane[k*lanes] = (four[0] + four[1]) + (four[2] + four[3]) + bias
		}
	}
}

// tile returns tile t of the weights.
func (c *Classifier) tile(t int) []float32 { return c.w[t*c.shape.tileSize:][:c.shape.tileSize] }

// hinge is forward's last part for the hinge: p is 1 for each class that is not a
// margin of 1 below the label's, and for the label such that p − Y is the
// gradient; total is the loss itself.
func (b *Batch) hinge() {
	k := b.kernels.shape.classes
	for i, y := range b.labels[:b.n] {
		at := b.at(i)
		own := at + int(y)*lanes
		total, violations := float32(0), float32(0)
		for j := at; j < at+k*lanes; j += lanes {
			b.p[j] = 0
			margin := b.s[j] - b.s[own] + 1
			if j == own || margin <= 0 { // true for NaN
				continue
			}
			b.p[j] = 1
			total += margin
			violations++
		}
		b.p[own] = 1 - violations
		b.largest[i], b.total[i] = largestLogit(b.s, at, k), total
	}
}

// at returns where the logits of image i begin; they are lanes apart.
func (b *Batch) at(i int) int { return i/lanes*b.kernels.shape.group + i%lanes }

// lossSum returns the sum of the images' losses after forward.
func (c *Classifier) lossSum(b *Batch) float64 {
	var sum float64
	for i, y := range b.labels[:b.n] {
		sum += c.lossOf(b, i, int(y))
	}
	return sum
}

// lossOf returns the loss of image i of label y after forward. Cross-entropies are
// logarithms of sums, or of products, with the largest factor taken out: they
// never take the logarithm of 0.
func (c *Classifier) lossOf(b *Batch, i, y int) float64 {
	switch total := float64(b.total[i]); c.Loss {
	case loss.Sigmoid:
		return (math.Log(total) + (float64(b.rest[i]) - float64(b.logit(i, y)))) / float64(c.shape.classes)
	case loss.Hinge:
		return total
	default:
		shifted := float64(b.logit(i, y)) - float64(b.largest[i])
		return math.Log(total) - shifted
	}
}

// logit returns s[i, k] after forward.
func (b *Batch) logit(i, k int) float32 { return b.s[b.at(i)+k*lanes] }

// Score returns the sum of the images' losses and the number of images whose largest
// logit is their label's. Among equal logits the first counts; an image with a NaN
// logit is not correct.
func (c *Classifier) Score(b *Batch) (lossSum float64, correct int) {
	c.forward(b)
	for i, y := range b.labels[:b.n] {
		if b.predicted(i) == int(y) {
			correct++
		}
	}
	return c.lossSum(b), correct
}

// Tally counts, after Score, how many images of each class it got right and how many
// there are: it adds to the two, K each.
func (b *Batch) Tally(right, images []int) {
	for i, y := range b.labels[:b.n] {
		images[y]++
		if b.predicted(i) == int(y) {
			right[y]++
		}
	}
}

// activate leaves probabilities in b.p: softmax's, or each class's own with the
// sigmoid. The hinge has none; softmax of its logits stands in for them.
func (c *Classifier) activate(b *Batch) {
	c.forward(b)
	if c.Loss == loss.Hinge {
		n := pad(b.n)
		b.kernels.softmax(b.p[:n*c.shape.classes], b.s[:n*c.shape.classes], b.largest[:n], b.total[:n])
	}
}

// Predict writes, for each image, the class that Score uses (Unclear where a
// logit is NaN), and the probabilities of its label and of that class. It panics
// if one of the slices is not n long.
func (c *Classifier) Predict(b *Batch, class []uint8, ofLabel, ofClass []float32) {
	if len(class) != b.n || len(ofLabel) != b.n || len(ofClass) != b.n {
		panic("softmax: predictions are n each")
	}
	c.activate(b)
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

// Unclear replaces the class where the logits are NaN.
const Unclear = 255

// probability returns p[i, k] after activate.
func (b *Batch) probability(i, k int) float32 { return b.p[b.at(i)+k*lanes] }

// predicted returns the class of image i after forward, or -1 if a logit is NaN.
func (b *Batch) predicted(i int) int {
	for k := range b.kernels.shape.classes {
		if b.logit(i, k) == b.largest[i] {
			return k
		}
	}
	return -1
}

// Probabilities writes P, n×K row-major. It panics if P has another length.
func (c *Classifier) Probabilities(b *Batch, P []float32) {
	k := c.shape.classes
	if len(P) != b.n*k {
		panic("softmax: probabilities are n×K")
	}
	c.activate(b)
	for i := range b.n {
		for j := range k {
			P[i*k+j] = b.probability(i, j)
		}
	}
}
