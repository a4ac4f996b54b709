//go:build !(goexperiment.simd && wasm)

package softmax

// fastest are the kernels to use in this build.
var fastest = &plain
