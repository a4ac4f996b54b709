// Package loading serves the loader: it reads the visitor's files in any form of
// CIFAR-10 and passes each shard on to the trainer.
package loading
