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
	feed          *feed
	evaluation    evaluation
	point         Point // of the evaluation under way
}

// New returns a run at step 0: W and b drawn from N(0, InitialStd) by the seed,
// and the first unit of work the evaluation of epoch 0.
func New(data *Data, hp Hyperparameters) (*Trainer, error) {
	return Resume(data, hp, State{Classifier: Initial(hp.Seed)})
}

// Initial returns the classifier that a run of a seed begins with.
func Initial(seed uint64) *softmax.Classifier {
	c := softmax.New()
	c.Init(rand.New(rand.NewPCG(seed, initialWeights)), InitialStd)
	return c
}

// Streams of the seed's generator.
const (
	initialWeights = 0
	firstShuffle   = 1 // epoch e shuffles by stream firstShuffle + e
)

// State is what a run has reached at the end of an epoch.
type State struct {
	Classifier *softmax.Classifier
	Epoch      int     // whole epochs done
	Step       int     // updates done
	History    []Point // up to Epoch; empty before the evaluation of epoch 0
}

// Resume returns a run that goes on from a state, which becomes the run's own.
// Its first unit of work is an evaluation if the history lacks the epoch's point.
func Resume(data *Data, hp Hyperparameters, state State) (*Trainer, error) {
	if err := hp.Validate(); err != nil {
		return nil, err
	}
	if data.Train.Len() == 0 {
		return nil, errors.New("no images to train on")
	}
	t := &Trainer{
		data:       data,
		hp:         hp,
		classifier: state.Classifier,
		history:    state.History,
		epoch:      state.Epoch,
		step:       state.Step,
		feed:       newFeed(data, hp.BatchSize),
		phase:      stepping,
	}
	if n := len(state.History); n == 0 || state.History[n-1].Epoch < state.Epoch {
		t.begin(measuringTrain, data.Train)
	}
	return t, nil
}

// GoTogether lets trainers of the same data and batch size share the conversion
// of their images. Whoever drives them should advance each in turn.
func GoTogether(trainers ...*Trainer) {
	for _, t := range trainers[1:] {
		t.feed = trainers[0].feed
	}
}

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
	minibatch := t.feed.step(&t.hp, t.epoch, t.inEpoch)
	t.minibatchLoss = t.classifier.Step(minibatch, float32(t.hp.LearningRate), float32(t.hp.L2))
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

// begin starts the evaluation of a split.
func (t *Trainer) begin(p phase, split *cifar10.Split) {
	t.phase = p
	t.evaluation.start(split)
}

func (t *Trainer) advanceEvaluation() Outcome {
	done := t.evaluation.split.Len() == 0 || t.evaluation.advance(t.classifier, t.feed)
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
