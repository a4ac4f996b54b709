package train

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
)

// Point is the state of a run after an epoch; epoch 0 is before any step. A split without images has NaN
// in its metrics.
type Point struct {
	Epoch             int
	Step              int // updates done since the start
	Train, Validation Metrics
	L2                float64 // λ of both splits' costs
	Penalty           float64 // λ Σ W², by which both splits' costs exceed their losses
	Norm              float64 // ‖W‖
	LearningRate      float64 // η of the last step before the point; 0 at epoch 0
	NextRate          float64 // η of the first step after the point, if no setting changes
}

// Penalize gives the point of a classifier another λ, which of its figures only the costs depend on.
func (p *Point) Penalize(l2 float64, c *softmax.Classifier) {
	p.L2, p.Penalty = l2, l2*c.SumSquares()
	p.Train.Cost = p.Train.Loss + p.Penalty
	p.Validation.Cost = p.Validation.Loss + p.Penalty
}

// Outcome is the result of a unit of work.
type Outcome int

// The outcomes of Advance.
const (
	Measured      Outcome = iota // a part of an evaluation
	Stepped                      // one minibatch update
	EpochFinished                // the history has a new Point
	Finished                     // all epochs are done and the test split is measured
	Diverged                     // the loss is no longer finite; the run can't go on
	Waiting                      // nothing was done: the helper is still measuring
)

// phase is what the next unit of work is part of.
type phase int

const (
	measuringTrain phase = iota
	measuringValidation
	measuringTest
	measuringFurther
	stepping
	finished
	diverged
)

// Trainer is one run: a classifier in training. It is not safe for concurrent use.
type Trainer struct {
	data       *Data
	hp         Hyperparameters
	classifier *softmax.Classifier
	history    []Point
	changes    []Change
	test       *Metrics
	tests      []TestMetrics

	phase         phase
	epoch, step   int     // epochs and steps done
	inEpoch       int     // steps done in this epoch
	minibatchLoss float64 // before the last step
	learningRate  float64 // of the last step; 0 before
	optimizer     softmax.Optimizer
	best          best
	feed          *feed
	evaluation    evaluation
	byClass       ByClass // of the history's last point; nothing if that was not measured here
	counting      ByClass // of the current evaluation
	point         Point   // of the current evaluation
	pending       pending
}

// New returns a run at step 0, with W and b drawn by the seed; its first unit of work is the evaluation
// of epoch 0.
func New(data *Data, hp Hyperparameters) (*Trainer, error) {
	if err := hp.Validate(); err != nil {
		return nil, err
	}
	return Resume(data, hp, State{Classifier: Initial(hp, data.Classes)})
}

// Streams of the seed's generator.
const (
	initialWeights = 0
	firstShuffle   = 1       // epoch e shuffles with stream firstShuffle + e
	firstBend      = 1 << 32 // step t transforms its images with stream firstBend + t
)

// State is what a run has reached after a step. The order of the images in a shuffled epoch is not part
// of it: it follows from seed and epoch.
type State struct {
	Classifier *softmax.Classifier
	Epoch      int                 // whole epochs done
	InEpoch    int                 // updates done in the epoch that has begun
	Step       int                 // updates done since the start
	History    []Point             // up to Epoch; empty before the evaluation of epoch 0
	Changes    []Change            // of the settings, up to Step
	Memory     softmax.Memory      // the optimizer's; empty for one that starts anew
	Best       *softmax.Classifier // of the history's best point; nil: to be found from here on
}

// Resume returns a run that goes on from a state, which it keeps, as the run that reached the state
// would. Its first unit of work is an evaluation if the epoch's point is missing from the history and no
// step was made since.
func Resume(data *Data, hp Hyperparameters, state State) (*Trainer, error) {
	if err := hp.Validate(); err != nil {
		return nil, err
	}
	if data.Train.Len() == 0 {
		return nil, refusal.New("no-training-images", "There are no images to train on.", nil)
	}
	data = data.Prepared(hp)
	if steps := data.StepsPerEpoch(hp.BatchSize); state.InEpoch < 0 || state.InEpoch >= steps {
		return nil, refusal.New(
			"step-of-epoch",
			"inEpoch: there is no step {step} in an epoch of {steps}",
			refusal.Values{"step": state.InEpoch, "steps": steps},
		)
	}
	t := &Trainer{
		data:         data,
		hp:           hp,
		classifier:   state.Classifier,
		history:      state.History,
		changes:      state.Changes,
		epoch:        state.Epoch,
		inEpoch:      state.InEpoch,
		step:         state.Step,
		learningRate: state.learningRate(hp, data.StepsPerEpoch(hp.BatchSize)),
		optimizer:    hp.Optimizer.of(&hp),
		feed:         newFeed(data, hp.BatchSize),
		counting:     newByClass(state.Classifier.Classes()),
		phase:        stepping,
	}
	t.classifier.Loss = hp.Loss
	if !t.optimizer.Recall(state.Memory, t.classifier) {
		return nil, refusal.Missing("memory")
	}
	t.best.resume(hp, state)
	if n := len(state.History); state.InEpoch == 0 && (n == 0 || state.History[n-1].Epoch < state.Epoch) {
		t.beginPoint()
	} else if t.atEnd() {
		t.begin(measuringTest, data.Test)
	}
	return t, nil
}

// learningRate returns η of the last step that led to a state.
func (s State) learningRate(hp Hyperparameters, stepsPerEpoch int) float64 {
	if s.Step == 0 {
		return 0
	}
	if n := len(s.Changes); n > 0 && s.Changes[n-1].Step == s.Step {
		hp = s.Changes[n-1].From
	}
	history := s.History
	if n := len(history); s.InEpoch == 0 && n > 0 && history[n-1].Epoch == s.Epoch {
		history = history[:n-1] // the last step did not know it
	}
	return hp.rate(s.Step-1, stepsPerEpoch, history)
}

// GoTogether lets trainers with the same data and batch size share the conversion of their images. The
// caller should advance each in turn.
func GoTogether(trainers ...*Trainer) {
	type key struct {
		data     *Data
		capacity int
	}
	feeds := map[key]*feed{}
	for _, t := range trainers {
		k := key{t.data, t.feed.capacity}
		if shared, ok := feeds[k]; ok {
			t.feed = shared
		} else {
			feeds[k] = t.feed
		}
	}
}

// Settings returns the run's hyperparameters.
func (t *Trainer) Settings() Hyperparameters { return t.hp }

// Data returns the data as the run sees them.
func (t *Trainer) Data() *Data { return t.data }

// Classifier returns the current classifier; at the end, with EarlyStopping, that of the best epoch.
func (t *Trainer) Classifier() *softmax.Classifier {
	if t.atBest() {
		return t.best.classifier
	}
	return t.classifier
}

// Reached returns the classifier after the last step.
func (t *Trainer) Reached() *softmax.Classifier { return t.classifier }

// LearningRate returns η of the next step.
func (t *Trainer) LearningRate() float64 {
	return t.hp.rate(t.step, t.StepsPerEpoch(), t.history)
}

// History returns the points so far. The caller must not change them.
func (t *Trainer) History() []Point { return t.history }

// ByClass returns what the validation split's accuracy at the last point of the history
// is made of. It is nothing for a point that another trainer measured.
func (t *Trainer) ByClass() ByClass { return t.byClass }

// Test returns the final figures of the test split, or nil before the end or
// without such a split.
func (t *Trainer) Test() *Metrics { return t.test }

// Changes returns the changes of the settings since the first step. The caller must not change them.
func (t *Trainer) Changes() []Change { return t.changes }

// Epoch returns the number of whole epochs done.
func (t *Trainer) Epoch() int { return t.epoch }

// InEpoch returns the number of updates done in the epoch that has begun.
func (t *Trainer) InEpoch() int { return t.inEpoch }

// Step returns the number of updates done since the start.
func (t *Trainer) Step() int { return t.step }

// StepsPerEpoch returns the number of updates in an epoch.
func (t *Trainer) StepsPerEpoch() int { return t.data.StepsPerEpoch(t.hp.BatchSize) }

// MinibatchLoss returns the mean loss of the last minibatch, before its
// update.
func (t *Trainer) MinibatchLoss() float64 { return t.minibatchLoss }

// Minibatch returns the training images of the last step, at most n of them, and how many there are in
// all; none before the first step.
func (t *Trainer) Minibatch(n int) (images []int, size int) {
	epoch, step := t.epoch, t.inEpoch-1
	if step < 0 {
		epoch, step = t.epoch-1, t.StepsPerEpoch()-1
	}
	if epoch < 0 {
		return nil, 0
	}
	return t.feed.minibatch(&t.hp, epoch, step, n)
}

// Finished reports whether all epochs are done and measured.
func (t *Trainer) Finished() bool { return t.phase == finished }

// Diverged reports whether the loss is no longer finite.
func (t *Trainer) Diverged() bool { return t.phase == diverged }

// Stepping reports whether the next unit of work is an update: no evaluation is in progress.
func (t *Trainer) Stepping() bool { return t.phase == stepping }

// Change sets new hyperparameters for the next steps. Those that Fixed names must be those of the start.
// Raising Epochs continues a finished run, unless it stopped early; lowering it ends the run after the
// current epoch.
func (t *Trainer) Change(hp Hyperparameters) error {
	if err := hp.Validate(); err != nil {
		return err
	}
	if fixed := Fixed(t.hp, hp); len(fixed) > 0 {
		return refusal.Fixed(fixed[0])
	}
	if hp.LooksBack() {
		t.MeasurePending()
	}
	t.noteChange(hp)
	t.hp = hp
	if m, ok := t.optimizer.(*softmax.Momentum); ok {
		m.Factor = float32(hp.Momentum)
	}
	if t.phase == finished && t.epoch < hp.Epochs && !t.best.exhausted(&t.hp, t.history) {
		t.test, t.tests = nil, nil
		t.phase = stepping
	} else if t.phase == stepping && t.atEnd() {
		t.begin(measuringTest, t.data.Test)
	}
	return nil
}

// Advance does one unit of work: a step, or the evaluation of some images. It allocates only when the
// history and ByClass grow at the end of an epoch and, with Shuffle, for the first order.
func (t *Trainer) Advance() Outcome {
	if !t.data.Ready() {
		t.data.Prepare(evaluationBatch)
		return Measured
	}
	switch t.phase {
	case stepping:
		if t.Blocked() {
			return Waiting
		}
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
	t.learningRate = t.LearningRate()
	t.minibatchLoss = t.optimizer.Step(t.classifier, minibatch, float32(t.learningRate), float32(t.hp.L2))
	t.step++
	t.inEpoch++
	if t.inEpoch == t.StepsPerEpoch() {
		t.inEpoch = 0
		t.epoch++
		t.beginPoint()
	}
	if !finite(t.minibatchLoss) {
		t.phase = diverged
		return Diverged
	}
	return Stepped
}

// beginPoint starts the evaluation of an epoch's point, here or by the helper. Its λ is taken here, once:
// a change during the evaluation belongs to the next point.
func (t *Trainer) beginPoint() {
	squares := t.classifier.SumSquares()
	t.point = Point{
		Epoch:        t.epoch,
		Step:         t.step,
		L2:           t.hp.L2,
		Penalty:      t.hp.L2 * squares,
		Norm:         math.Sqrt(squares),
		LearningRate: t.learningRate,
	}
	if !t.handOver() {
		t.begin(measuringTrain, t.data.Train)
	}
}

// begin starts the evaluation of a split.
func (t *Trainer) begin(p phase, split *cifar10.Split) {
	t.phase = p
	byClass := ByClass{}
	if p == measuringValidation {
		byClass = t.counting
	}
	t.evaluation.start(split, byClass)
}

func (t *Trainer) advanceEvaluation() Outcome {
	done := t.evaluation.split.Len() == 0 || t.evaluation.advance(t.Classifier(), t.feed)
	if !done {
		return Measured
	}
	metrics := t.evaluation.metrics(t.penalty())
	switch t.phase {
	case measuringTrain:
		t.point.Train = metrics
		t.begin(measuringValidation, t.data.Validation)
		return Measured
	case measuringValidation:
		t.point.Validation = metrics
		t.byClass = t.counting.clone()
		t.history = append(t.history, t.point)
		t.history[len(t.history)-1].NextRate = t.LearningRate()
		return t.epochMeasured()
	case measuringFurther:
		t.tests = append(t.tests, TestMetrics{Name: t.data.Tests[len(t.tests)].Name, Metrics: metrics})
	default: // measuringTest
		if t.evaluation.split.Len() > 0 {
			t.test = &metrics
		}
	}
	return t.measureFurther()
}

// penalty returns λ Σ W² of the current point, or of the point that the test split's figures belong to:
// the last one, or the best.
func (t *Trainer) penalty() float64 {
	switch {
	case t.atBest():
		return t.best.penalty
	case t.phase == measuringTest, t.phase == measuringFurther:
		return t.history[len(t.history)-1].Penalty
	}
	return t.point.Penalty
}

// atEnd reports whether the epoch that is done is the last.
func (t *Trainer) atEnd() bool {
	return t.inEpoch == 0 && t.epoch > 0 && (t.epoch >= t.hp.Epochs || t.best.exhausted(&t.hp, t.history))
}

// epochMeasured decides what follows a Point.
func (t *Trainer) epochMeasured() Outcome {
	switch {
	case !finite(t.point.Train.Cost):
		t.phase = diverged
		return Diverged
	case t.atEnd():
		t.best.note(t)
		t.begin(measuringTest, t.data.Test)
	default:
		t.best.note(t)
		t.phase = stepping
	}
	return EpochFinished
}
