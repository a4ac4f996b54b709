package train

import (
	"errors"
	"math/rand/v2"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// InitialStd is the standard deviation of the initial weights and biases.
const InitialStd = .01

// Point is where a run stood after an epoch; epoch 0 is before any step. A split
// without images has NaN in its metrics.
type Point struct {
	Epoch             int
	Train, Validation Metrics
}

// Outcome is what a unit of work brought about.
type Outcome int

// The outcomes of Advance.
const (
	Measured      Outcome = iota // a part of an evaluation
	Stepped                      // one minibatch update
	EpochFinished                // the history has a new Point
	Finished                     // all epochs are done and the test split is measured
	Diverged                     // the loss is no longer finite; nothing more can be done
)

// phase is what the next unit of work belongs to.
type phase int

const (
	measuringTrain phase = iota
	measuringValidation
	measuringTest
	stepping
	finished
	diverged
)

// Trainer is one run: a classifier on its way through the epochs. It is not
// safe for concurrent use.
type Trainer struct {
	data       *Data
	hp         Hyperparameters
	classifier *softmax.Classifier
	history    []Point
	test       *Metrics

	phase         phase
	epoch, step   int     // epochs and steps done
	inEpoch       int     // steps done in this epoch
	minibatchLoss float64 // before the last step
	order         []int32 // the images' order in this epoch, if shuffled
	minibatch     *softmax.Batch
	measured      *softmax.Batch
	evaluation    evaluation
	point         Point // of the evaluation under way
}

// New returns a run at step 0: W and b drawn from N(0, InitialStd) by the seed,
// and the first unit of work the evaluation of epoch 0.
func New(data *Data, hp Hyperparameters) (*Trainer, error) {
	if err := hp.Validate(); err != nil {
		return nil, err
	}
	if data.Train.Len() == 0 {
		return nil, errors.New("no images to train on")
	}
	t := &Trainer{
		data:       data,
		hp:         hp,
		classifier: softmax.New(),
		minibatch:  softmax.NewBatch(min(hp.BatchSize, data.Train.Len())),
		measured:   softmax.NewBatch(evaluationBatch),
	}
	t.classifier.Init(rand.New(rand.NewPCG(hp.Seed, initialWeights)), InitialStd)
	t.begin(measuringTrain, data.Train)
	return t, nil
}

// Streams of the seed's generator.
const (
	initialWeights = 0
	firstShuffle   = 1 // epoch e shuffles by stream firstShuffle + e
)

// Settings returns the run's hyperparameters.
func (t *Trainer) Settings() Hyperparameters { return t.hp }

// Classifier returns the classifier as it stands.
func (t *Trainer) Classifier() *softmax.Classifier { return t.classifier }

// History returns the points so far. The caller must not change them.
func (t *Trainer) History() []Point { return t.history }

// Test returns the final figures of the test split, or nil before the end or
// without such a split.
func (t *Trainer) Test() *Metrics { return t.test }

// Epoch returns the number of whole epochs done.
func (t *Trainer) Epoch() int { return t.epoch }

// Step returns the number of updates done since the start.
func (t *Trainer) Step() int { return t.step }

// StepsPerEpoch returns the number of updates in an epoch.
func (t *Trainer) StepsPerEpoch() int { return t.data.StepsPerEpoch(t.hp.BatchSize) }

// MinibatchLoss returns the mean cross-entropy of the last minibatch, before its
// update.
func (t *Trainer) MinibatchLoss() float64 { return t.minibatchLoss }

// Finished reports whether all epochs are done and measured.
func (t *Trainer) Finished() bool { return t.phase == finished }

// Diverged reports whether the loss has ceased to be finite.
func (t *Trainer) Diverged() bool { return t.phase == diverged }

// Stepping reports whether the next unit of work is an update: no evaluation is
// under way.
func (t *Trainer) Stepping() bool { return t.phase == stepping }

// Change takes new hyperparameters from the next step on. Seed and BatchSize must
// be those of the start. Raising Epochs lets a finished run go on; lowering it
// ends the run after the epoch it is in.
func (t *Trainer) Change(hp Hyperparameters) error {
	if err := hp.Validate(); err != nil {
		return err
	}
	switch {
	case hp.Seed != t.hp.Seed:
		return &FieldError{"seed", "the seed the run started with"}
	case hp.BatchSize != t.hp.BatchSize:
		return &FieldError{"batchSize", "the batch size the run started with"}
	}
	t.hp = hp
	if t.phase == finished && t.epoch < hp.Epochs {
		t.test = nil
		t.phase = stepping
	}
	return nil
}

// Advance does one unit of work: a step, or the evaluation of some images. It
// allocates nothing but the history's growth at the end of an epoch and, with
// Shuffle, the order at the first.
func (t *Trainer) Advance() Outcome {
	switch t.phase {
	case stepping:
		return t.advanceStep()
	case finished:
		return Finished
	case diverged:
		return Diverged
	default:
		return t.advanceEvaluation()
	}
}

func (t *Trainer) advanceStep() Outcome {
	t.fillMinibatch()
	t.minibatchLoss = t.classifier.Step(t.minibatch, float32(t.hp.LearningRate), float32(t.hp.L2))
	t.step++
	t.inEpoch++
	if t.inEpoch == t.StepsPerEpoch() {
		t.inEpoch = 0
		t.epoch++
		t.begin(measuringTrain, t.data.Train)
	}
	if !finite(t.minibatchLoss) {
		t.phase = diverged
		return Diverged
	}
	return Stepped
}

func (t *Trainer) fillMinibatch() {
	from := t.inEpoch * t.hp.BatchSize
	n := min(t.hp.BatchSize, t.data.Train.Len()-from)
	if t.inEpoch == 0 {
		t.shuffle()
	}
	if t.order == nil {
		t.minibatch.FillRange(t.data.Train, from, n, t.data.scaler)
	} else {
		t.minibatch.Fill(t.data.Train, t.order[from:from+n], t.data.scaler)
	}
}

// shuffle draws this epoch's order. It depends on the seed and the epoch alone,
// whatever was done before.
func (t *Trainer) shuffle() {
	if !t.hp.Shuffle {
		t.order = nil
		return
	}
	if t.order == nil {
		t.order = make([]int32, t.data.Train.Len())
	}
	for i := range t.order {
		t.order[i] = int32(i)
	}
	rng := rand.New(rand.NewPCG(t.hp.Seed, uint64(firstShuffle+t.epoch)))
	rng.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
}

// begin starts the evaluation of a split.
func (t *Trainer) begin(p phase, split *cifar10.Split) {
	t.phase = p
	t.evaluation.start(split)
}

func (t *Trainer) advanceEvaluation() Outcome {
	done := t.evaluation.split.Len() == 0 || t.evaluation.advance(t.classifier, t.measured, t.data.scaler)
	if !done {
		return Measured
	}
	metrics := t.evaluation.metrics(t.hp.L2 * t.classifier.SumSquares())
	switch t.phase {
	case measuringTrain:
		t.point = Point{Epoch: t.epoch, Train: metrics}
		t.begin(measuringValidation, t.data.Validation)
		return Measured
	case measuringValidation:
		t.point.Validation = metrics
		t.history = append(t.history, t.point)
		return t.epochMeasured()
	default: // measuringTest
		if t.evaluation.split.Len() > 0 {
			t.test = &metrics
		}
		t.phase = finished
		return Finished
	}
}

// epochMeasured decides what follows a Point.
func (t *Trainer) epochMeasured() Outcome {
	switch {
	case !finite(t.point.Train.Cost):
		t.phase = diverged
		return Diverged
	case t.epoch > 0 && t.epoch >= t.hp.Epochs:
		t.begin(measuringTest, t.data.Test)
	default:
		t.phase = stepping
	}
	return EpochFinished
}
