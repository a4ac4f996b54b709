// Command ablation measures on the real CIFAR-10 what each setting of "best one layer"
// contributes, and what the course's three losses reach at equal settings. It chooses by
// validation accuracy, on 5,000 images held out of the five shards; it measures the test
// split once per run, on 49,000 images, three seeds each.
//
//	go run ./web/bench/ablation [-data DIR] choose | best | losses
//
// It prints Markdown. A run takes half a minute on one core.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"

	"onelayer/engine/cifar10"
	"onelayer/engine/experiment"
	"onelayer/engine/train"
)

func main() {
	log.SetFlags(0)
	folder := flag.String("data", "../shared/cifar10/bin", "the folder of the six binary shards")
	flag.Parse()
	tables := map[string]func(*shelf){"choose": choose, "best": best, "losses": losses}
	table, ok := tables[flag.Arg(0)]
	if !ok {
		log.Fatal("usage: ablation [-data DIR] choose | best | losses")
	}
	s, err := open(*folder)
	if err != nil {
		log.Fatal(err)
	}
	table(s)
}

// shelf holds the shards.
type shelf struct {
	train []*cifar10.Shard
	test  *cifar10.Shard
}

func open(folder string) (*shelf, error) {
	s := new(shelf)
	read := func(name string) (*cifar10.Shard, error) {
		file, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		defer file.Close()
		return cifar10.ReadBinary(file, name, 0)
	}
	for i := 1; i <= 5; i++ {
		shard, err := read(fmt.Sprintf("data_batch_%d.bin", i))
		if err != nil {
			return nil, err
		}
		s.train = append(s.train, shard)
	}
	var err error
	s.test, err = read("test_batch.bin")
	return s, err
}

// data returns the first shards for training, without the images held out.
func (s *shelf) data(shards int, holdOut cifar10.HoldOut) *train.Data {
	d := &cifar10.Dataset{HoldOut: holdOut}
	for _, shard := range s.train[:shards] {
		d.Shards, d.Roles = append(d.Shards, shard), append(d.Roles, cifar10.Train)
	}
	d.Shards, d.Roles = append(d.Shards, s.test), append(d.Roles, cifar10.Test)
	return train.NewData(d)
}

// report is the course's division: the first shard trains, the second validates.
func (s *shelf) report() *train.Data {
	return train.NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{s.train[0], s.train[1], s.test},
		Roles:  []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
}

// finish trains a run to its end.
func finish(data *train.Data, hp train.Hyperparameters) *train.Trainer {
	t, err := train.New(data, hp)
	if err != nil {
		log.Fatal(err)
	}
	for outcome := t.Advance(); outcome != train.Finished && outcome != train.Diverged; {
		outcome = t.Advance()
	}
	return t
}

// last is the validation accuracy at the end of a run, or NaN.
func last(t *train.Trainer) float64 {
	h := t.History()
	if len(h) == 0 {
		return math.NaN()
	}
	return h[len(h)-1].Validation.Accuracy
}

// choose prints validation accuracies around the preset, one setting changed at a time.
func choose(s *shelf) {
	data := s.data(5, cifar10.HoldOut{Validation: 5000})
	fmt.Println("| setting | validation accuracy, 5,000 images |\n|---|---|")
	try := func(name string, change func(*train.Hyperparameters)) {
		hp := experiment.Best(1)
		change(&hp)
		fmt.Printf("| %s | %.4f |\n", name, last(finish(data, hp)))
	}
	for _, smoothing := range []int{3, 2, 4, 1, 0} {
		try(fmt.Sprintf("s = %d", smoothing), func(h *train.Hyperparameters) { h.Smoothing = smoothing })
	}
	for _, l2 := range []float64{1e-4, 1e-2} {
		try(fmt.Sprintf("λ = %g", l2), func(h *train.Hyperparameters) { h.L2 = l2 })
	}
	for _, rate := range []float64{.001, .01} {
		try(fmt.Sprintf("η = %g", rate), func(h *train.Hyperparameters) { h.LearningRate = rate })
	}
	try("shift 1", func(h *train.Hyperparameters) { h.Shift = 1 })
	try("shuffled", func(h *train.Hyperparameters) { h.Shuffle = true })
	try("cosine", func(h *train.Hyperparameters) { h.Schedule = train.Cosine })
}
