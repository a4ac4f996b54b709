package main

import (
	"math"

	"gonum.org/v1/gonum/blas"
)

// gemm is C ← α·A·B + β·C of gonum's BLAS, in one precision.
type gemm[F float32 | float64] func(
	tA, tB blas.Transpose, m, n, k int,
	alpha F, a []F, lda int, b []F, ldb int, beta F, c []F, ldc int,
)

// network is the one-layer network on gonum's matrix multiplication, the one that
// mat.Dense's Mul calls, written once for both precisions.
type network[F float32 | float64] struct {
	multiply gemm[F]

	work              *work
	train, validation []F // n×D
	w                 []F // K×D
	b                 []F // K
	p                 []F // a minibatch's logits, then probabilities, then gradient, n×K
}

func (n *network[F]) load(w *work) {
	n.work = w
	n.train, n.validation = convert[F](w.train.x), convert[F](w.validation.x)
	w.train.x, w.validation.x = nil, nil
	n.p = make([]F, w.Batch*classes)
}

func (n *network[F]) reset() {
	own := convert[F](n.work.weights)
	n.w, n.b = own[:classes*dim], own[classes*dim:]
}

func (n *network[F]) epoch() {
	for from := 0; from < n.work.images; from += n.work.Batch {
		n.step(n.train[from*dim:][:n.work.Batch*dim], n.work.train.labels[from:])
	}
}

// step updates W by −η(Gᵀ·X + 2λW).
func (n *network[F]) step(x []F, labels []int) {
	batch, rate := n.work.Batch, n.work.LearningRate
	n.predict(x, labels)
	for i := range batch {
		n.p[i*classes+labels[i]]--
		for k := range classes {
			g := n.p[i*classes+k] / F(batch)
			n.p[i*classes+k] = g
			n.b[k] -= F(rate) * g
		}
	}
	decay := F(1 - 2*rate*n.work.L2)
	n.multiply(blas.Trans, blas.NoTrans, classes, dim, batch, F(-rate), n.p, classes, x, dim, decay, n.w, dim)
}

// predict leaves probabilities in p and returns the sum of losses and the number
// of correct images.
func (n *network[F]) predict(x []F, labels []int) (loss float64, correct int) {
	batch := n.work.Batch
	for i := range batch {
		copy(n.p[i*classes:], n.b)
	}
	n.multiply(blas.NoTrans, blas.Trans, batch, classes, dim, 1, x, dim, n.w, dim, 1, n.p, classes)
	for i := range batch {
		imageLoss, predicted := softmax(n.p[i*classes:][:classes], labels[i])
		loss += imageLoss
		if predicted == labels[i] {
			correct++
		}
	}
	return loss, correct
}

// softmax turns logits into probabilities and returns the label's cross-entropy
// and the class of the largest.
func softmax[F float32 | float64](s []F, label int) (loss float64, predicted int) {
	for k, v := range s {
		if v > s[predicted] {
			predicted = k
		}
	}
	top, own := s[predicted], s[label]
	var total F
	for k, v := range s {
		s[k] = F(math.Exp(float64(v - top)))
		total += s[k]
	}
	for k := range s {
		s[k] /= total
	}
	return math.Log(float64(total)) - float64(own-top), predicted
}

func (n *network[F]) evaluate() (train, validation metrics) {
	return n.measure(n.train, n.work.train.labels), n.measure(n.validation, n.work.validation.labels)
}

func (n *network[F]) measure(x []F, labels []int) metrics {
	var loss, squares float64
	correct := 0
	for from := 0; from < n.work.images; from += n.work.Batch {
		partLoss, partCorrect := n.predict(x[from*dim:][:n.work.Batch*dim], labels[from:])
		loss += partLoss
		correct += partCorrect
	}
	for _, v := range n.w {
		squares += float64(v) * float64(v)
	}
	images := float64(n.work.images)
	return metrics{loss / images, loss/images + n.work.L2*squares, float64(correct) / images}
}

func convert[F float32 | float64](values []float64) []F {
	converted := make([]F, len(values))
	for i, v := range values {
		converted[i] = F(v)
	}
	return converted
}
