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
	data     *Data
	capacity int            // images
	batch    *softmax.Batch // nil before the first images are asked for
	holds    batchKey       // what is in batch
	order    []int32        // the images' order in an epoch, if shuffled
	ordered  orderKey       // the epoch that order is of
}

// batchKey names images of a split, from one on, in an order.
type batchKey struct {
	split   *cifar10.Split
	from, n int
	order   orderKey
}

// orderKey names an epoch's order of the images; the zero value is file order.
type orderKey struct {
	shuffle bool
	seed    uint64
	epoch   int
}

func newFeed(data *Data, batchSize int) *feed {
	return &feed{data: data, capacity: max(min(batchSize, data.Train.Len()), evaluationBatch)}
}

// step returns the images of an epoch's step: batch size b, the step's number
// within the epoch, and the seed if the epoch is shuffled. The next call of a
// method overwrites them.
func (f *feed) step(hp *Hyperparameters, epoch, step int) *softmax.Batch {
	from := step * hp.BatchSize
	key := batchKey{split: f.data.Train, from: from, n: min(hp.BatchSize, f.data.Train.Len()-from)}
	if hp.Shuffle {
		key.order = orderKey{shuffle: true, seed: hp.Seed, epoch: epoch}
	}
	return f.get(key)
}

// images returns n images of a split from image from on, as step does.
func (f *feed) images(split *cifar10.Split, from, n int) *softmax.Batch {
	return f.get(batchKey{split: split, from: from, n: n})
}

func (f *feed) get(key batchKey) *softmax.Batch {
	if f.batch == nil {
		f.batch = softmax.NewBatch(f.capacity)
	} else if key == f.holds {
		return f.batch
	}
	if key.order.shuffle {
		f.shuffle(key.order)
		f.batch.Fill(key.split, f.order[key.from:][:key.n], f.data.scaler)
	} else {
		f.batch.FillRange(key.split, key.from, key.n, f.data.scaler)
	}
	f.holds = key
	return f.batch
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
