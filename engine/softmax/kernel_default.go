//go:build !goexperiment.simd || !(amd64 || wasm)

package softmax

// fastest are the kernels of this build.
var fastest = &plain
