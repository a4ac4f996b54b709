package train

import (
	"errors"
	"math"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/refusal"
)

// noise returns data of n random images to train on and as many to validate and
// to test.
func noise(n int) *Data {
	return NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{
			cifar10test.Random("a", n, 1), cifar10test.Random("b", n, 2), cifar10test.Random("c", n, 3),
		},
		Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
}

func mustNew(t *testing.T, data *Data, hp Hyperparameters) *Trainer {
	t.Helper()
	trainer, err := New(data, hp)
	if err != nil {
		t.Fatal(err)
	}
	return trainer
}

// run advances until the outcome comes, and returns all outcomes but Measured.
func run(t *testing.T, trainer *Trainer, until Outcome) []Outcome {
	t.Helper()
	var outcomes []Outcome
	for range 1_000_000 {
		outcome := trainer.Advance()
		if outcome != Measured {
			outcomes = append(outcomes, outcome)
		}
		if outcome == until {
			return outcomes
		}
	}
	t.Fatalf("outcome %d never came", until)
	return nil
}

func TestOrderOfWork(t *testing.T) {
	trainer := mustNew(t, noise(25), Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 2, Seed: 1})
	got := run(t, trainer, Finished)
	want := []Outcome{
		EpochFinished,                            // epoch 0, before any step
		Stepped, Stepped, Stepped, EpochFinished, // 10 + 10 + 5 images
		Stepped, Stepped, Stepped, EpochFinished,
		Finished,
	}
	if !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	if trainer.Epoch() != 2 || trainer.Step() != 6 || trainer.StepsPerEpoch() != 3 {
		t.Errorf("epoch %d, step %d, %d steps an epoch; want 2, 6, 3",
			trainer.Epoch(), trainer.Step(), trainer.StepsPerEpoch())
	}
	if trainer.Test() == nil {
		t.Error("the test split was not measured")
	}
}

func TestSplitsWithoutImages(t *testing.T) {
	data := NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{cifar10test.Random("a", 10, 1)},
		Roles:  []cifar10.Role{cifar10.Train},
	})
	trainer := mustNew(t, data, Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 1, Seed: 1})
	run(t, trainer, Finished)
	if trainer.Test() != nil {
		t.Error("figures of a test split without images")
	}
	if v := trainer.History()[1].Validation; !math.IsNaN(v.Loss) || !math.IsNaN(v.Accuracy) {
		t.Errorf("figures %v of a validation split without images", v)
	}
}

func TestSameSeedSameWeights(t *testing.T) {
	data := noise(40)
	weights := func(seed uint64, shuffle bool) []float32 {
		trainer := mustNew(
			t,
			data,
			Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: seed, Shuffle: shuffle},
		)
		run(t, trainer, Finished)
		W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
		trainer.Classifier().Weights(W, b)
		return append(W, b...)
	}
	for _, shuffle := range []bool{false, true} {
		if !slices.Equal(weights(7, shuffle), weights(7, shuffle)) {
			t.Errorf("shuffle %v: two runs from one seed differ", shuffle)
		}
		if slices.Equal(weights(7, shuffle), weights(8, shuffle)) {
			t.Errorf("shuffle %v: two seeds give the same weights", shuffle)
		}
	}
	if slices.Equal(weights(7, false), weights(7, true)) {
		t.Error("shuffling changes nothing")
	}
}

func TestShuffleIsAPermutation(t *testing.T) {
	trainer := mustNew(
		t,
		noise(40),
		Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1, Shuffle: true},
	)
	run(t, trainer, Stepped)
	first := slices.Clone(trainer.feed.order)
	run(t, trainer, EpochFinished)
	run(t, trainer, Stepped)
	second := slices.Clone(trainer.feed.order)
	if slices.Equal(first, second) {
		t.Error("two epochs have the same order")
	}
	slices.Sort(second)
	for i, image := range second {
		if int(image) != i {
			t.Fatalf("image %d is missing from the order", i)
		}
	}
}

// TestResume checks that a run taken up at an epoch goes the same way as one that
// was never interrupted.
func TestResume(t *testing.T) {
	data := noise(40)
	hp := Hyperparameters{L2: .1, LearningRate: .01, BatchSize: 10, Epochs: 4, Seed: 1, Shuffle: true}
	whole := mustNew(t, data, hp)
	for range 3 { // epochs 0 to 2
		run(t, whole, EpochFinished)
	}
	state := State{
		Classifier: whole.Classifier().Clone(),
		Epoch:      2,
		Step:       whole.Step(),
		History:    slices.Clone(whole.History()),
	}
	resumed, err := Resume(data, hp, state)
	if err != nil {
		t.Fatal(err)
	}
	run(t, whole, Finished)
	run(t, resumed, Finished)
	if !slices.Equal(whole.History(), resumed.History()) || *whole.Test() != *resumed.Test() {
		t.Errorf("resumed: %v, uninterrupted: %v", resumed.History(), whole.History())
	}
}

// TestResumeWithinAnEpoch checks that a run taken up after any step, in the midst of a
// shuffled epoch too, ends with the same bits as one that was never interrupted.
func TestResumeWithinAnEpoch(t *testing.T) {
	data := noise(40)
	hp := Hyperparameters{L2: .1, LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1, Shuffle: true}
	whole := mustNew(t, data, hp)
	var states []State
	for whole.Advance() != Finished {
		if whole.Stepping() {
			states = append(states, State{
				Classifier: whole.Classifier().
					Clone(),
				Epoch:   whole.Epoch(),
				InEpoch: whole.InEpoch(),
				Step:    whole.Step(),
				History: slices.Clone(whole.History()),
			})
		}
	}
	for _, state := range states {
		from := state.Step
		resumed, err := Resume(data, hp, state)
		if err != nil {
			t.Fatal(err)
		}
		run(t, resumed, Finished)
		if resumed.Step() != 12 || !slices.Equal(whole.History(), resumed.History()) ||
			*whole.Test() != *resumed.Test() {
			t.Errorf("taken up after step %d: step %d and %v; uninterrupted: %v",
				from, resumed.Step(), resumed.History(), whole.History())
		}
	}
	if len(states) < 10 {
		t.Errorf("only %d states were tried", len(states))
	}
	if _, err := Resume(data, hp, State{Classifier: Initial(hp, cifar10.Classes), InEpoch: 4}); err == nil {
		t.Error("a fifth step of an epoch of four was taken up")
	}
}

// TestResumeAtTheEnd checks that a run taken up at its last epoch measures the test
// split and makes no further step.
func TestResumeAtTheEnd(t *testing.T) {
	data := noise(40)
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 2, Seed: 1}
	whole := mustNew(t, data, hp)
	run(t, whole, Finished)
	resumed, err := Resume(
		data,
		hp,
		State{Classifier: whole.Classifier().Clone(), Epoch: 2, Step: 8, History: whole.History()},
	)
	if err != nil {
		t.Fatal(err)
	}
	if outcomes := run(t, resumed, Finished); len(outcomes) != 1 || *resumed.Test() != *whole.Test() {
		t.Errorf("at the end: %v, test %v; want %v", outcomes, resumed.Test(), whole.Test())
	}
}

// TestOneL2ForAPoint moves λ at every unit of work: within a point both splits' costs
// are their losses and the same penalty, that of the λ that the point names.
func TestOneL2ForAPoint(t *testing.T) {
	hp := Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 50, Epochs: 3, Seed: 1}
	trainer := mustNew(t, noise(350), hp)
	for trainer.Advance() != Finished {
		hp.L2 = .3 - hp.L2
		if err := trainer.Change(hp); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range trainer.History() {
		if p.Train.Cost != p.Train.Loss+p.Penalty || p.Validation.Cost != p.Validation.Loss+p.Penalty {
			t.Errorf("epoch %d: penalties %v and %v, want %v",
				p.Epoch, p.Train.Cost-p.Train.Loss, p.Validation.Cost-p.Validation.Loss, p.Penalty)
		}
	}
	last := trainer.History()[3]
	if want := last.L2 * trainer.Classifier().SumSquares(); last.Penalty != want {
		t.Errorf("the last penalty is %v, λΣW² is %v", last.Penalty, want)
	}
	if test := trainer.Test(); test.Cost != test.Loss+last.Penalty {
		t.Errorf("the test's penalty is %v, its point's %v", test.Cost-test.Loss, last.Penalty)
	}
}

// TestChangesAreKept checks that a run remembers what was changed after its first
// step, and each point the λ and η that it is of.
func TestChangesAreKept(t *testing.T) {
	hp := Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 10, Epochs: 3, Seed: 1}
	trainer := mustNew(t, noise(40), hp)
	change := func(set func(*Hyperparameters)) Hyperparameters {
		t.Helper()
		set(&hp)
		if err := trainer.Change(hp); err != nil {
			t.Fatal(err)
		}
		return hp
	}
	start := change(func(h *Hyperparameters) { h.LearningRate = .002 }) // before the first step: how the run begins
	for range 2 {
		run(t, trainer, Stepped)
	}
	change(func(h *Hyperparameters) { h.LearningRate = .004 })
	faster := change(func(h *Hyperparameters) { h.LearningRate = .006 })
	run(t, trainer, EpochFinished)
	change(func(h *Hyperparameters) { h.L2 = 0 })
	change(func(h *Hyperparameters) { h.L2 = .1 }) // back again: nothing has happened
	change(func(h *Hyperparameters) { h.Epochs = 2 })
	run(t, trainer, Finished)
	faster.Epochs = 3
	want := []Change{{Step: 2, Epoch: .5, From: start, To: faster}}
	if got := trainer.Changes(); !slices.Equal(got, want) {
		t.Errorf("changes %+v, want %+v", got, want)
	}
	for i, rate := range []float64{0, .006, .006} {
		if p := trainer.History()[i]; p.LearningRate != rate || p.L2 != .1 {
			t.Errorf("epoch %d has λ %v and η %v, want 0.1 and %v", i, p.L2, p.LearningRate, rate)
		}
	}
}

// TestEpochsChangeARate: if η depends on the number of epochs, this number is part
// of the run's history.
func TestEpochsChangeARate(t *testing.T) {
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 4, Seed: 1, Schedule: Cosine}
	trainer := mustNew(t, noise(20), hp)
	run(t, trainer, EpochFinished) // the first point
	run(t, trainer, EpochFinished)
	longer := hp
	longer.Epochs = 8
	if err := trainer.Change(longer); err != nil {
		t.Fatal(err)
	}
	if want := []Change{{Step: 2, Epoch: 1, From: hp, To: longer}}; !slices.Equal(trainer.Changes(), want) {
		t.Errorf("changes %+v, want %+v", trainer.Changes(), want)
	}
}

// TestGoTogether checks that sharing the conversion changes no result, even when
// one of the runs ends early.
func TestGoTogether(t *testing.T) {
	data := noise(35)
	settings := []Hyperparameters{
		{LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 1},
		{L2: 1, LearningRate: .001, BatchSize: 10, Epochs: 3, Seed: 1, Shuffle: true},
		{LearningRate: 1000, L2: 1000, BatchSize: 10, Epochs: 3, Seed: 1},
	}
	var together []*Trainer
	for _, hp := range settings {
		together = append(together, mustNew(t, data, hp))
	}
	GoTogether(together...)
	for range 200 {
		for _, trainer := range together {
			trainer.Advance()
		}
	}
	for i, hp := range settings[:2] {
		alone := mustNew(t, data, hp)
		run(t, alone, Finished)
		if !slices.Equal(alone.History(), together[i].History()) || *alone.Test() != *together[i].Test() {
			t.Errorf("setting %d: together %v, alone %v", i, together[i].History(), alone.History())
		}
	}
	if !together[2].Diverged() {
		t.Error("the third run was to diverge")
	}
}

func TestChange(t *testing.T) {
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 1, Seed: 1}
	trainer := mustNew(t, noise(20), hp)
	for field, change := range map[string]func(*Hyperparameters){
		"seed":         func(h *Hyperparameters) { h.Seed = 2 },
		"batchSize":    func(h *Hyperparameters) { h.BatchSize = 5 },
		"learningRate": func(h *Hyperparameters) { h.LearningRate = math.NaN() },
	} {
		changed := hp
		change(&changed)
		var wrong *refusal.Error
		if err := trainer.Change(changed); !errors.As(err, &wrong) || wrong.Field() != field {
			t.Errorf("change of %s: error %v", field, err)
		}
	}

	run(t, trainer, Finished)
	hp.Epochs = 2
	if err := trainer.Change(hp); err != nil {
		t.Fatal(err)
	}
	if trainer.Finished() || trainer.Test() != nil {
		t.Error("with more epochs the run is still finished")
	}
	run(t, trainer, Finished)
	if trainer.Epoch() != 2 || len(trainer.History()) != 3 {
		t.Errorf("epoch %d, %d points; want 2, 3", trainer.Epoch(), len(trainer.History()))
	}
}

// TestChangeOfL2 checks that λ reaches the next step: with λ = 1/(2η) the old
// weights vanish, since W ← W(1 − 2ηλ) − η·∂loss.
func TestChangeOfL2(t *testing.T) {
	hp := Hyperparameters{LearningRate: .01, BatchSize: 20, Epochs: 2, Seed: 1}
	trainer := mustNew(t, noise(20), hp)
	run(t, trainer, EpochFinished)
	before := trainer.Classifier().SumSquares()
	hp.LearningRate, hp.L2 = 1e-6, .5e6/1e4 // 2ηλ = 1e-4: ΣW² shrinks by about 2e-4
	if err := trainer.Change(hp); err != nil {
		t.Fatal(err)
	}
	run(t, trainer, Stepped)
	if got := trainer.Classifier().SumSquares() / before; math.Abs(got-(1-2e-4)) > 2e-5 {
		t.Errorf("ΣW² became %v of itself, want about %v", got, 1-2e-4)
	}
}

func TestDivergence(t *testing.T) {
	trainer := mustNew(t, noise(20), Hyperparameters{L2: 1000, LearningRate: 1000, BatchSize: 10, Epochs: 40, Seed: 1})
	run(t, trainer, Diverged)
	if !trainer.Diverged() || trainer.Finished() {
		t.Error("the run does not know that it diverged")
	}
	if step := trainer.Step(); trainer.Advance() != Diverged || trainer.Step() != step {
		t.Error("a diverged run goes on")
	}
}

func TestWorkAllocatesNothing(t *testing.T) {
	for _, shuffle := range []bool{false, true} {
		trainer := mustNew(
			t,
			noise(200),
			Hyperparameters{LearningRate: 1e-6, BatchSize: 10, Epochs: 1000, Seed: 1, Shuffle: shuffle},
		)
		run(t, trainer, EpochFinished)
		run(t, trainer, EpochFinished)
		if n := testing.AllocsPerRun(15, func() { trainer.Advance() }); n != 0 {
			t.Errorf("shuffle %v: a unit of work allocates %v times", shuffle, n)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	good := Default()
	for field, change := range map[string]func(*Hyperparameters){
		"l2":           func(h *Hyperparameters) { h.L2 = -1 },
		"learningRate": func(h *Hyperparameters) { h.LearningRate = 0 },
		"batchSize":    func(h *Hyperparameters) { h.BatchSize = 0 },
		"epochs":       func(h *Hyperparameters) { h.Epochs = MaxEpochs + 1 },
		"seed":         func(h *Hyperparameters) { h.Seed = MaxSeed + 1 },
	} {
		hp := good
		change(&hp)
		var wrong *refusal.Error
		if _, err := New(noise(1), hp); !errors.As(err, &wrong) || wrong.Field() != field {
			t.Errorf("%s: error %v", field, err)
		}
	}
	if _, err := New(noise(1), good); err != nil {
		t.Errorf("the default settings are refused: %v", err)
	}
}
