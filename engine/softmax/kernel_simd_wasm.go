//go:build goexperiment.simd

package softmax

// fastest are the kernels of this build.
var fastest = &kernels{
	name:     "simd",
	shape:    shapeOf(classes),
	widen:    widenVector,
	mirror:   mirrorVector,
	clear:    clearVector,
	forward:  forwardVector,
	softmax:  softmaxVector,
	sigmoid:  sigmoidVector,
	backward: backwardVector,
}
