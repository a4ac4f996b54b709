// Package softmax is the one-layer softmax network in float32, made to train
// as fast as a browser allows.
//
// With X the n×D images of a minibatch (an image a row, standardized), Y their
// n×K one-hot labels, W the K×D weights and b the K biases:
//
//	s = X·Wᵀ + b                         logits
//	P = softmax(s)                       probabilities
//	loss = −(1/n) Σ_i log P[i, y_i]      mean cross-entropy
//	J = loss + λ Σ W²                    cost: b is not penalised, and there is no ½
//	G = (P − Y)/n                        the gradient with respect to s
//	∂J/∂W = Gᵀ·X + 2λW,  ∂J/∂b = Σ_i G[i]
//
// A Classifier is W and b. A Batch is a minibatch and the working memory of
// one pass over it. Neither is safe for use by several goroutines at once.
// Step, Score and the Fill methods allocate nothing.
//
// Weights that are NaN or infinite are not an error: they give a NaN loss and
// NaN weights, which is how a run that diverges looks.
//
// # Layout
//
// The arithmetic is in four kernels (type kernels), each written as plain Go
// and with SIMD; nothing but the kernels' speed differs. Both use one layout,
// chosen so that the inner loops read memory in order and in vectors of four:
//
//	x   [D/tile][n][tile]   inputs: a tile of every image, then the next tile
//	w   [D/4][K][4]         weights: four inputs of all classes, then the next four
//	sum [n][K][4]           four partial sums of each logit
//	s,p [n/4][K][4]         logits and probabilities: four images side by side
//	g   [n][K][4]           the logits' gradient, each value four times
//
// n is padded to a multiple of four, so that the kernels have no remainders. The
// padding is whatever images were there before; its gradient is set to zero.
//
// # Against C
//
// The same blocking hand-written in C for wasm (web/bench/ceiling) takes 0.8 to 0.9
// of our time, depending on the processor. A third of the difference is that Go's
// compiler gives a vector load no constant offset, as it does other loads: each
// address is an addition of its own, seven for ten products and their sums. With the
// offsets put into the finished binary by hand, ours took 0.93 of its time. Tiles of
// 192 to 512 inputs differ by less than two per cent, and so does half the unrolling.
//
// With relaxed SIMD's fused multiply-add the C takes 0.70 of our time (an epoch and
// both evaluations, Chromium on an Intel Xeon, clang 19, one interleaved run): it is
// 1.4 times as fast. A module of kernels in another language was to buy 1.5 times, and
// not every browser has that instruction; so there is none.
package softmax
