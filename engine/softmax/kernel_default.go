//go:build !goexperiment.simd || !(amd64 || wasm)

package softmax

// fastest are the kernels to use in this build.
var fastest = &plain
