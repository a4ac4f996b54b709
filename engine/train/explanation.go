package train

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
)

// Explanation is what a network computes on one image. Sums are float64 over the
// float32 weights and inputs of the kernels.
type Explanation struct {
	Evidence      []float32 // K×1024: what each pixel, its three channels together, adds to a logit
	Products      []float64 // K: Σ W_k ⊙ x, all evidence together
	Biases        []float64 // K
	Logits        []float64 // K: product plus bias
	Probabilities []float64 // K
	Losses        []float64 // K: if that class is the truth, of the run's kind
	Seen          []uint8   // the image, smoothed if the run smooths
	Inputs        []float32 // x: Seen, standardized
	Predicted     int       // the class of the largest logit; −1 where they are NaN
}

// Explain computes an Explanation of an image by W then b. With the sigmoid each
// class has its own probability; the SVM has none, and softmax stands in.
func (v View) Explain(parameters []float32, kind loss.Kind, image []uint8) Explanation {
	const plane = cifar10.Width * cifar10.Height
	seen, x := v.see(image)
	classes := len(parameters) / (cifar10.Dim + 1)
	e := Explanation{Evidence: make([]float32, classes*plane), Seen: seen, Inputs: x}
	for k := range classes {
		W := parameters[k*cifar10.Dim:][:cifar10.Dim]
		var product float64
		for at := range plane {
			var evidence float64
			for d := at; d < cifar10.Dim; d += plane {
				evidence += float64(W[d]) * float64(x[d])
			}
			e.Evidence[k*plane+at] = float32(evidence)
			product += evidence
		}
		bias := float64(parameters[classes*cifar10.Dim+k])
		e.Products = append(e.Products, product)
		e.Biases = append(e.Biases, bias)
		e.Logits = append(e.Logits, product+bias)
	}
	e.Predicted = largest(e.Logits)
	e.Probabilities = kind.Probabilities(e.Logits)
	for k := range classes {
		e.Losses = append(e.Losses, lossIf(k, e.Logits, e.Probabilities, kind))
	}
	return e
}

// lossIf returns the loss of an image whose class is truth.
func lossIf(truth int, logits, p []float64, kind loss.Kind) (sum float64) {
	switch kind {
	case loss.Hinge:
		for k, s := range logits {
			if k != truth {
				sum += max(0, s-logits[truth]+1)
			}
		}
		return sum
	case loss.Sigmoid:
		for k, s := range logits {
			if k == truth {
				s = -s
			}
			sum += math.Log1p(math.Exp(-math.Abs(s))) + max(0, s) // log(1 + exp(s))
		}
		return sum / float64(len(logits))
	}
	return -math.Log(p[truth])
}

// see returns an image as the network sees it, before and after standardization.
func (v View) see(image []uint8) (seen []uint8, x []float32) {
	if v.Smoothing > 0 {
		smoothed := make([]uint8, cifar10.Dim)
		cifar10.Smooth(smoothed, image, v.Smoothing)
		image = smoothed
	}
	x = make([]float32, cifar10.Dim)
	v.scaler.Standardize(x, image)
	return image, x
}

// largest returns the first class with the largest logit, −1 if none is a number.
func largest(logits []float64) int {
	best, most := -1, math.Inf(-1)
	for k, s := range logits {
		if s > most {
			best, most = k, s
		}
	}
	return best
}
