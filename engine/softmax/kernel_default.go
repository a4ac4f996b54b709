package softmax

// fastest are the kernels to use in this build.
var fastest = &plain
