package loss

import "math"

// Probabilities turns an image's logits into probabilities: for Sigmoid that of
// each class by itself, else their softmax.
func (k Kind) Probabilities(logits []float64) []float64 {
	p := make([]float64, len(logits))
	if k == Sigmoid {
		for class, s := range logits {
			p[class] = 1 / (1 + math.Exp(-s))
		}
		return p
	}
	greatest := math.Inf(-1)
	for _, s := range logits {
		greatest = max(greatest, s)
	}
	var total float64
	for class, s := range logits {
		p[class] = math.Exp(s - greatest)
		total += p[class]
	}
	for class := range p {
		p[class] /= total
	}
	return p
}
