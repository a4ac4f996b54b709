package sample

import (
	"math/rand/v2"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
)

// Name is the name of the data set.
var Name = phrase.New("sample-drawn", "Practice images, not CIFAR-10", nil)

// shards lists what Dataset draws. The seed is also the shard's stream of
// random numbers: change it and every image changes.
var shards = []struct {
	name   string
	images int
	role   cifar10.Role
	seed   uint64
}{
	{"sample_train", 2000, cifar10.Train, 1},
	{"sample_validation", 1000, cifar10.Validation, 2},
	{"sample_test", 1000, cifar10.Test, 3},
}

// Dataset draws the sample: 2,000 images to train on, 1,000 to validate and 1,000
// to test, all classes equally often. It is the same every time.
func Dataset() *cifar10.Dataset {
	data := &cifar10.Dataset{Name: Name, Drawn: true}
	for _, s := range shards {
		data.Shards = append(data.Shards, Draw(s.name, s.images, s.seed))
		data.Roles = append(data.Roles, s.role)
	}
	return data
}

// Draw draws a shard of n images, its classes in equal parts (as near as n
// allows) and in random order.
func Draw(name string, n int, seed uint64) *cifar10.Shard {
	shard := &cifar10.Shard{
		Name:   name,
		Pixels: make([]uint8, n*cifar10.Dim),
		Labels: labels(n, seed),
	}
	s, film := new(scene), newFilm(seed)
	for i, label := range shard.Labels {
		s.reset(seed, uint64(i)+1)
		classes[label](s)
		s.expose(shard.Image(i), film)
	}
	return shard
}

// labels returns n labels, every class equally often, shuffled.
func labels(n int, seed uint64) []uint8 {
	y := make([]uint8, n)
	for i := range y {
		y[i] = uint8(i % cifar10.Classes)
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	rng.Shuffle(n, func(i, j int) { y[i], y[j] = y[j], y[i] })
	return y
}

// classes draws each class, in label order.
var classes = [cifar10.Classes]func(*scene){
	airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck,
}
