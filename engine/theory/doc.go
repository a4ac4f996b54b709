// Package theory measures what the course says about gradient descent on one layer, and
// what it compares that with: the cost's curvature, ensembles, and classifiers in closed
// form. Each works in slices, some images at a time, so that training can go on
// meanwhile.
package theory

// imagesAtOnce is how many images a slice takes.
const imagesAtOnce = 100
