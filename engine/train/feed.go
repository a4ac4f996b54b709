package train

import (
	"math/rand/v2"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// evaluationBatch is the number of images measured in one unit of work.
const evaluationBatch = 100

// feed standardizes images for trainers of the same data. Trainers in lockstep
// ask for the same images one after the other; only the first request converts
// them.
type feed struct {
	data     *Data
	capacity int            // images
	batch    *softmax.Batch // nil before the first request
	holds    batchKey       // the images in batch
	bend     softmax.Augmenter
	order    []int32  // the images' order in an epoch, if shuffled
	ordered  orderKey // the epoch that order is of
}

// batchKey names a range of images of a split, in an order.
type batchKey struct {
	split   *cifar10.Split
	from, n int
	order   orderKey
	bend    bendKey
}

// bendKey names a random transformation of images; the zero value is none.
type bendKey struct {
	flip  float64
	shift int
	seed  uint64
	step  int // since the start
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
	if hp.Flip > 0 || hp.Shift > 0 {
		key.bend = bendKey{
			flip:  hp.Flip,
			shift: hp.Shift,
			seed:  hp.Seed,
			step:  epoch*f.data.StepsPerEpoch(hp.BatchSize) + step,
		}
	}
	return f.get(key)
}

// minibatch returns which images step uses, at most n of them, and how many there
// are in all.
func (f *feed) minibatch(hp *Hyperparameters, epoch, step, n int) (images []int, size int) {
	from := step * hp.BatchSize
	size = min(hp.BatchSize, f.data.Train.Len()-from)
	if hp.Shuffle {
		f.shuffle(orderKey{shuffle: true, seed: hp.Seed, epoch: epoch})
	}
	for i := range min(n, size) {
		image := from + i
		if hp.Shuffle {
			image = int(f.order[image])
		}
		images = append(images, image)
	}
	return images, size
}

// images returns n images of a split, starting at image from, as step does.
func (f *feed) images(split *cifar10.Split, from, n int) *softmax.Batch {
	return f.get(batchKey{split: split, from: from, n: n})
}

func (f *feed) get(key batchKey) *softmax.Batch {
	if f.batch == nil {
		f.batch = softmax.NewBatch(f.capacity, f.data.Classes)
	} else if key == f.holds {
		return f.batch
	}
	f.fill(key)
	f.holds = key
	return f.batch
}

func (f *feed) fill(key batchKey) {
	bends := key.bend != (bendKey{})
	if bends {
		f.bend.Flip, f.bend.Shift = key.bend.flip, key.bend.shift
		f.bend.Seed(key.bend.seed, firstBend+uint64(key.bend.step))
	}
	var order []int32
	if key.order.shuffle {
		f.shuffle(key.order)
		order = f.order[key.from:][:key.n]
	}
	switch scaler := f.data.scaler; {
	case bends && order != nil:
		f.batch.FillAugmented(key.split, order, scaler, &f.bend)
	case bends:
		f.batch.FillRangeAugmented(key.split, key.from, key.n, scaler, &f.bend)
	case order != nil:
		f.batch.Fill(key.split, order, scaler)
	default:
		f.batch.FillRange(key.split, key.from, key.n, scaler)
	}
}

// shuffle draws an epoch's order. It depends only on the seed and the epoch.
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
