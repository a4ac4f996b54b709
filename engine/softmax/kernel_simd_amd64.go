//go:build goexperiment.simd

package softmax

import "simd/archsimd"

// fastest are the kernels of this build. Only tests and tools train natively, so
// small kernels stay plain.
//
// The upper halves of the vector registers are cleared first: if they are in use,
// some processors run these kernels twenty times slower.
var fastest = chooseKernels()

func chooseKernels() *kernels {
	if !archsimd.X86.AVX() {
		return &plain
	}
	return &kernels{
		name:   "simd",
		shape:  shapeOf(classes),
		widen:  widenPlain,
		mirror: mirrorPlain,
		clear:  clearPlain,
		forward: func(sum, x, w []float32) {
			archsimd.ClearAVXUpperBits()
			forwardVector(sum, x, w)
		},
		softmax: softmaxOf(classes),
		sigmoid: sigmoidOf(classes),
		backward: func(dst, w []float32, decay float32, g, x []float32) {
			archsimd.ClearAVXUpperBits()
			backwardVector(dst, w, decay, g, x)
		},
	}
}
