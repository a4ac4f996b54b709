// Package train trains a softmax classifier by minibatch gradient descent, in
// units of work small enough that whoever drives it can listen in between.
package train
