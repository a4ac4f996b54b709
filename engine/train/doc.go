// Package train trains a softmax classifier by minibatch gradient descent, in
// units of work small enough that the caller can handle messages in between.
package train
