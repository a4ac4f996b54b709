//go:build goexperiment.simd

package softmax

import "simd/archsimd"

// fastest are the kernels to use in this build. Natively only tests and tools
// train, so what is small stays plain.
var fastest = chooseKernels()

func chooseKernels() *kernels {
	if !archsimd.X86.AVX() {
		return &plain
	}
	return &kernels{
		name:     "simd",
		widen:    widenPlain,
		forward:  forwardVector,
		softmax:  softmaxPlain,
		backward: backwardVector,
	}
}
