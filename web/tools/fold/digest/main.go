// Command digest prints the bits of the result of two epochs of training: the
// same line from every binary with the same arithmetic.
package main

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"

	"onelayer/engine/cifar10"
	"onelayer/engine/sample"
	"onelayer/engine/train"
)

func main() {
	data := train.NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{sample.Draw("train", 250, 1), sample.Draw("validation", 90, 2)},
		Roles:  []cifar10.Role{cifar10.Train, cifar10.Validation},
	})
	settings := train.Hyperparameters{L2: 0.1, LearningRate: 0.01, BatchSize: 100, Epochs: 2, Seed: 7}
	trainer, err := train.New(data, settings)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for !trainer.Finished() && !trainer.Diverged() {
		trainer.Advance()
	}
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	trainer.Classifier().Weights(W, b)
	sum := sha256.New()
	binary.Write(sum, binary.LittleEndian, W)
	binary.Write(sum, binary.LittleEndian, b)
	fmt.Printf("%x %+v\n", sum.Sum(nil), trainer.History())
}
