package train

import (
	"math/rand/v2"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// evaluationBatch is the number of images measured in one unit of work.
const evaluationBatch = 100

// feed standardizes images for trainers of the same data. Trainers that go in
// step ask for the same images one after the other; only the first makes the
// feed convert them.
type feed struct {
	data      *Data
	minibatch *softmax.Batch
	measured  *softmax.Batch
	trained   minibatchKey  // what minibatch holds
	evaluated evaluationKey // what measured holds
	order     []int32       // the images' order in an epoch, if shuffled
	ordered   orderKey      // the epoch that order is of
}

// minibatchKey names the images of one step.
type minibatchKey struct {
	from, n int
	order   orderKey
}

// orderKey names an epoch's order of the images; the zero value is file order.
type orderKey struct {
	shuffle bool
	seed    uint64
	epoch   int
}

// evaluationKey names images of a split in their order.
type evaluationKey struct {
	split   *cifar10.Split
	from, n int
}

func newFeed(data *Data, batchSize int) *feed {
	return &feed{
		data:      data,
		minibatch: softmax.NewBatch(min(batchSize, data.Train.Len())),
		measured:  softmax.NewBatch(evaluationBatch),
	}
}

// step returns the images of an epoch's step: batch size b, the step's number
// within the epoch, and the seed if the epoch is shuffled.
func (f *feed) step(hp *Hyperparameters, epoch, step int) *softmax.Batch {
	from := step * hp.BatchSize
	key := minibatchKey{from: from, n: min(hp.BatchSize, f.data.Train.Len()-from)}
	if hp.Shuffle {
		key.order = orderKey{shuffle: true, seed: hp.Seed, epoch: epoch}
	}
	if key == f.trained {
		return f.minibatch
	}
	if hp.Shuffle {
		f.shuffle(key.order)
		f.minibatch.Fill(f.data.Train, f.order[from:from+key.n], f.data.scaler)
	} else {
		f.minibatch.FillRange(f.data.Train, from, key.n, f.data.scaler)
	}
	f.trained = key
	return f.minibatch
}

// images returns n images of a split from image from on.
func (f *feed) images(split *cifar10.Split, from, n int) *softmax.Batch {
	key := evaluationKey{split, from, n}
	if key != f.evaluated {
		f.measured.FillRange(split, from, n, f.data.scaler)
		f.evaluated = key
	}
	return f.measured
}

// shuffle draws an epoch's order. It depends on the seed and the epoch alone,
// whatever was done before.
func (f *feed) shuffle(key orderKey) {
	if f.order == nil {
		f.order = make([]int32, f.data.Train.Len())
	} else if key == f.ordered {
		return
	}
	for i := range f.order {
		f.order[i] = int32(i)
	}
	rng := rand.New(rand.NewPCG(key.seed, uint64(firstShuffle+key.epoch)))
	rng.Shuffle(len(f.order), func(i, j int) { f.order[i], f.order[j] = f.order[j], f.order[i] })
	f.ordered = key
}
