package cifar10test

import (
	"math/rand/v2"

	"onelayer/engine/cifar10"
)

// Random returns a shard of n images of noise, the same for the same seed. Its
// labels cycle through the ten classes.
func Random(name string, n int, seed uint64) *cifar10.Shard {
	rng := rand.New(rand.NewPCG(seed, 10))
	shard := &cifar10.Shard{Name: name, Pixels: make([]uint8, n*cifar10.Dim), Labels: make([]uint8, n)}
	for i := range shard.Pixels {
		shard.Pixels[i] = uint8(rng.Uint32())
	}
	for i := range shard.Labels {
		shard.Labels[i] = uint8(i % cifar10.Classes)
	}
	return shard
}

// Binary writes a shard in the binary version: for each image its label, then
// its bytes.
func Binary(s *cifar10.Shard) []byte {
	var file []byte
	for i := range s.Labels {
		file = append(file, s.Labels[i])
		file = append(file, s.Image(i)...)
	}
	return file
}
