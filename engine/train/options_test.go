package train

import (
	"errors"
	"math"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
	"onelayer/engine/refusal"
)

// options are settings that use one option each, on few images.
func options() map[string]Hyperparameters {
	settings := map[string]Hyperparameters{}
	add := func(name string, change func(*Hyperparameters)) {
		hp := Default()
		hp.BatchSize, hp.Epochs, hp.LearningRate = 10, 4, .001
		change(&hp)
		settings[name] = hp
	}
	add("bce", func(h *Hyperparameters) { h.Loss = loss.Sigmoid })
	add("svm", func(h *Hyperparameters) { h.Loss = loss.Hinge })
	add("momentum", func(h *Hyperparameters) { h.Optimizer = Momentum })
	add("adam", func(h *Hyperparameters) { h.Optimizer = Adam })
	add("step", func(h *Hyperparameters) { h.Schedule, h.DecayEvery = Step, 1 })
	add("linear", func(h *Hyperparameters) { h.Schedule = Linear })
	add("cosine", func(h *Hyperparameters) { h.Schedule = Cosine })
	add("plateau", func(h *Hyperparameters) { h.Schedule, h.DecayEvery = Plateau, 1 })
	add("xavier", func(h *Hyperparameters) { h.Initialization = Xavier })
	add("zero", func(h *Hyperparameters) { h.Initialization = Zero })
	add("flip", func(h *Hyperparameters) { h.Flip = .5 })
	add("shift", func(h *Hyperparameters) { h.Shift, h.Shuffle = 2, true })
	add("fewer images", func(h *Hyperparameters) { h.TrainingImages = 25 })
	add("smoothing", func(h *Hyperparameters) { h.Smoothing = 2 })
	add("early stopping", func(h *Hyperparameters) { h.EarlyStopping, h.Epochs = 2, 30 })
	return settings
}

// TestOptionsMatter: each option gives a run different from none, the same each time,
// and the same if it is resumed in the middle of the third epoch.
func TestOptionsMatter(t *testing.T) {
	plain := Default()
	plain.BatchSize, plain.Epochs, plain.LearningRate = 10, 4, .001
	without := mustNew(t, noise(40), plain)
	run(t, without, Finished)
	for name, hp := range options() {
		t.Run(name, func(t *testing.T) {
			first, second := mustNew(t, noise(40), hp), mustNew(t, noise(40), hp)
			run(t, first, Finished)
			var state State
			for second.Step() < 11 && !second.Finished() {
				second.Advance()
			}
			best, _ := second.Best()
			state = State{
				Classifier: second.classifier.Clone(),
				Epoch:      second.Epoch(),
				InEpoch:    second.InEpoch(),
				Step:       second.Step(),
				History:    slices.Clone(second.History()),
				Memory:     second.Memory(),
			}
			if best != nil {
				state.Best = best.Clone()
			}
			run(t, second, Finished)
			resumed, err := Resume(noise(40), hp, state)
			if err != nil {
				t.Fatal(err)
			}
			run(t, resumed, Finished)
			if slices.Equal(first.History(), without.History()) {
				t.Error("it changes nothing")
			}
			for _, other := range []*Trainer{second, resumed} {
				if !slices.Equal(first.History(), other.History()) || *first.Test() != *other.Test() {
					t.Errorf("two runs differ:\n%v\n%v", first.History(), other.History())
				}
			}
		})
	}
}

// TestOptionsAllocateNothing checks that the step of each option does not allocate.
func TestOptionsAllocateNothing(t *testing.T) {
	for name, hp := range options() {
		hp.Epochs, hp.EarlyStopping = 1000, 0
		trainer := mustNew(t, noise(200), hp)
		run(t, trainer, EpochFinished)
		run(t, trainer, EpochFinished)
		if n := testing.AllocsPerRun(15, func() { trainer.Advance() }); n != 0 {
			t.Errorf("%s: a unit of work allocates %v times", name, n)
		}
	}
}

func TestSchedules(t *testing.T) {
	h := Hyperparameters{LearningRate: 8, DecayFactor: .5, DecayEvery: 2, Epochs: 10}
	var history []Point
	for _, accuracy := range []float64{.1, .2, .2, .15, .3, .25, .25} { // plateaus after 2 and after 2 more
		history = append(history, Point{Epoch: len(history), Validation: Metrics{Accuracy: accuracy}})
	}
	for _, test := range []struct {
		schedule Schedule
		steps    int
		want     float64
	}{
		{Constant, 39, 8},
		{Step, 0, 8}, {Step, 7, 8}, {Step, 8, 4}, {Step, 39, .5},
		{Linear, 0, 8}, {Linear, 10, 6}, {Linear, 39, .2}, {Linear, 50, 0},
		{Cosine, 0, 8}, {Cosine, 20, 4}, {Cosine, 10, 4 + 4*math.Sqrt2/2},
		{Plateau, 24, 2},
	} {
		h.Schedule = test.schedule
		if got := h.rate(test.steps, 4, history); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%v: η of the step after %d is %v, want %v", test.schedule, test.steps, got, test.want)
		}
	}
	h.Schedule, h.DecayEvery = Step, 0
	if got := h.rate(39, 4, nil); got != 8 {
		t.Errorf("a step every 0 epochs gives η %v, want 8", got)
	}
}

// TestPointsTellRates: each point has η before and after it, and ‖W‖.
func TestPointsTellRates(t *testing.T) {
	trainer := mustNew(
		t,
		noise(20),
		Hyperparameters{LearningRate: 1e-4, Schedule: Linear, BatchSize: 10, Epochs: 4, Seed: 1},
	)
	run(t, trainer, Finished)
	for i, p := range trainer.History() {
		before, after := 1e-4*(1-float64(2*i-1)/8), 1e-4*(1-float64(i)/4)
		if i == 0 {
			before = 0
		}
		if math.Abs(p.LearningRate-before) > 1e-15 || math.Abs(p.NextRate-after) > 1e-15 {
			t.Errorf("point %d: η %v and %v, want %v and %v", i, p.LearningRate, p.NextRate, before, after)
		}
	}
	history := trainer.History()
	if got, want := history[len(history)-1].Norm, math.Sqrt(trainer.Reached().SumSquares()); got != want {
		t.Errorf("‖W‖ = %v, want %v", got, want)
	}
}

// TestEarlyStopping: the run ends that many epochs after its best one, and uses the
// weights of that one.
func TestEarlyStopping(t *testing.T) {
	data := noise(40)
	hp := Hyperparameters{LearningRate: .01, BatchSize: 10, Epochs: 500, Seed: 3, EarlyStopping: 3}
	trainer := mustNew(t, data, hp)
	run(t, trainer, Finished)
	history := trainer.History()
	at := bestPoint(history)
	if len(history)-1-at != 3 {
		t.Fatalf("it stopped after epoch %d, and epoch %d is the best", len(history)-1, at)
	}
	short := hp
	short.EarlyStopping, short.Epochs = 0, max(at, 1)
	other := mustNew(t, data, short)
	run(t, other, Finished)
	if at > 0 && (*other.Test() != *trainer.Test() || !slices.Equal(parameters(other), parameters(trainer))) {
		t.Errorf("its figures are %v, those of its best epoch %v", *trainer.Test(), *other.Test())
	}
	hp.Epochs = 600
	if err := trainer.Change(hp); err != nil || !trainer.Finished() {
		t.Error("a run that stopped early goes on with more epochs")
	}
}

func parameters(t *Trainer) []float32 {
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	t.Classifier().Weights(W, b)
	return append(W, b...)
}

// TestPrepared: fewer images are the first, standardized by themselves; smoothed ones
// are Smooth's; runs of the same settings share them.
func TestPrepared(t *testing.T) {
	data := noise(40)
	hp := Default()
	if data.Prepared(hp) != data {
		t.Error("data without options are others")
	}
	hp.TrainingImages, hp.Smoothing = 25, 2
	made := data.Prepared(hp)
	for !made.Ready() {
		made.Prepare(7)
	}
	if made.Train.Len() != 25 || made.Validation.Len() != 40 || made != data.Prepared(hp) {
		t.Fatalf("%d images to train on, %d to validate", made.Train.Len(), made.Validation.Len())
	}
	want := make([]uint8, cifar10.Dim)
	for _, split := range [][2]*cifar10.Split{
		{data.Train, made.Train}, {data.Validation, made.Validation}, {data.Test, made.Test},
	} {
		for i := range split[1].Len() {
			cifar10.Smooth(want, split[0].Image(i), 2)
			if !slices.Equal(want, split[1].Image(i)) || split[0].Label(i) != split[1].Label(i) {
				t.Fatalf("image %d is not the smoothed one", i)
			}
		}
	}
	if *made.Standardization != *cifar10.Standardize(made.Train) {
		t.Error("the standardization is of other images")
	}
}

// TestFollowsReferenceWithOptions compares runs with other losses and rules with float64.
func TestFollowsReferenceWithOptions(t *testing.T) {
	for name, hp := range map[string]Hyperparameters{
		"bce": {Loss: loss.Sigmoid}, "svm": {Loss: loss.Hinge}, "xavier": {Initialization: Xavier},
	} {
		t.Run(name, func(t *testing.T) {
			hp.L2, hp.LearningRate, hp.BatchSize, hp.Epochs, hp.Seed = .1, .001, 50, 2, 5
			data := noise(200)
			follow(t, data, cifar10.Standardize(data.Train), hp, 2e-5)
		})
	}
}

func TestInitial(t *testing.T) {
	squares := func(i Initialization) float64 {
		hp := Default()
		hp.Initialization = i
		return Initial(hp, cifar10.Classes).SumSquares()
	}
	if got := squares(Zero); got != 0 {
		t.Errorf("zero weights have ΣW² = %v", got)
	}
	for i, std := range map[Initialization]float64{Normal: .01, Xavier: 1 / math.Sqrt(cifar10.Dim)} {
		want := std * std * cifar10.Classes * cifar10.Dim
		if got := squares(i); math.Abs(got-want) > .03*want {
			t.Errorf("%v: ΣW² is %v, want about %v", i, got, want)
		}
	}
}

func TestOptionsRefused(t *testing.T) {
	for field, change := range map[string]func(*Hyperparameters){
		"momentum":       func(h *Hyperparameters) { h.Momentum = 1 },
		"decayFactor":    func(h *Hyperparameters) { h.DecayFactor = math.NaN() },
		"decayEvery":     func(h *Hyperparameters) { h.DecayEvery = -1 },
		"earlyStopping":  func(h *Hyperparameters) { h.EarlyStopping = -1 },
		"flip":           func(h *Hyperparameters) { h.Flip = 1.1 },
		"shift":          func(h *Hyperparameters) { h.Shift = 9 },
		"trainingImages": func(h *Hyperparameters) { h.TrainingImages = -1 },
		"smoothing":      func(h *Hyperparameters) { h.Smoothing = 9 },
	} {
		hp := Default()
		change(&hp)
		wrong := new(refusal.Error)
		if _, err := New(noise(1), hp); !errors.As(err, &wrong) || wrong.Field() != field {
			t.Errorf("%s: error %v", field, err)
		}
	}
}

// TestFixed: the settings that Fixed names are those that KeepFixed keeps.
func TestFixed(t *testing.T) {
	for name, hp := range options() {
		if names := Fixed(hp.KeepFixed(Default()), Default()); len(names) > 0 {
			t.Errorf("%s: %v are not kept", name, names)
		}
	}
}
