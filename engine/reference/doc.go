// Package reference is the one-layer softmax network in float64 on gonum/mat, written for clarity: every
// other implementation in this module is tested against it.
//
//	n       images in a batch
//	D       length of one image (cifar10.Dim = 3072 for the real thing)
//	K       classes (10 of CIFAR-10)
//	X       n×D   inputs, standardized, one image per row
//	y       n     labels, class indices 0 to K-1
//	W, b    K×D, K
//	S       n×K   logits,         S = X·Wᵀ + 1·bᵀ
//	P       n×K   probabilities,  P = softmax(S), row by row
//	Y       n×K   one-hot labels, Y[i][y[i]] = 1
//
// The loss is the mean cross-entropy, or another of package loss; the cost J = loss + λ·ΣW², without ½ and
// without the bias. Functions panic, as gonum's do, when shapes don't agree or a batch is empty.
package reference
