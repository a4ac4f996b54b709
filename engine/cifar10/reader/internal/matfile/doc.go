// Package matfile reads the numeric arrays of a MATLAB level 5 MAT-file, one
// variable after the other as a stream.
//
// It is our own because no maintained Go library reads level 5 as a stream: the
// one there is, scigolib/matlab, holds a compressed array four times over.
package matfile
