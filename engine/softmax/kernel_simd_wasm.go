//go:build goexperiment.simd

package softmax

// fastest are the kernels to use in this build.
var fastest = &kernels{
	name:     "simd",
	widen:    widenVector,
	forward:  forwardVector,
	softmax:  softmaxVector,
	backward: backwardVector,
}
