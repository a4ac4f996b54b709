// Package softmax is the one-layer softmax network in float32, made to train
// as fast as a browser allows.
//
// With X the n×D images of a minibatch (one image per row, standardized), Y their
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
// Weights that are NaN or infinite are not an error: they give a NaN loss and NaN
// weights, which is the sign of a run that diverges.
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
// The same blocking in hand-written C for wasm (web/bench/ceiling) takes 0.8 to 0.9
// of the time of the code of Go's compiler, depending on the processor. A third of
// the difference is that the compiler gives a vector load no constant offset, as it
// does other loads: each address is an addition of its own, seven for ten products
// and their sums. So each build folds the offsets into the finished binary
// (web/tools/fold), which leaves every bit of the results unchanged. Tiles of 192 to
// 512 inputs differ by less than two per cent, and so does half the unrolling.
//
// Relaxed SIMD's fused multiply-add would be faster still, but it rounds once where
// two instructions round twice, and not every browser has it: the same seed would
// no longer give the same bits in all of them. Times relative to the unfolded
// binary, in Chromium 156 on an Intel Xeon, nine interleaved rounds:
//
//	                                              epoch   evaluation   both
//	as Go's compiler writes it                    1       1            1
//	offsets folded (what is built)                0.904   0.932        0.917
//	f32x4.mul and add → f32x4.relaxed_madd        0.864   0.874        0.872
//	both                                          0.776   0.821        0.799
//	C for SIMD128, the ceiling                    0.899   0.860        0.873
//	binaryen's wasm-opt -O3 on the whole          1.35    1.41         1.38
//
// On a busy AMD EPYC, by the fastest of seven rounds, folding took 0.88 of the
// unfolded time and fused products another 0.97. The aim was 1.15 times the speed of
// the folded binary in Chromium and Firefox with the same bits everywhere; no choice
// reaches it.
package softmax
