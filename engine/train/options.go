package train

import (
	"math/rand/v2"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
)

// Optimizer is the rule by which a gradient becomes a step.
type Optimizer uint8

// The optimizers; their arithmetic is package softmax's.
const (
	GradientDescent Optimizer = iota
	Momentum
	Adam
)

// Optimizers are their names on the page.
var Optimizers = []string{"sgd", "momentum", "adam"}

// String returns the optimizer's name on the page.
func (o Optimizer) String() string { return Optimizers[o] }

// of returns a new optimizer for one run.
func (o Optimizer) of(h *Hyperparameters) softmax.Optimizer {
	switch o {
	case Momentum:
		return &softmax.Momentum{Factor: float32(h.Momentum)}
	case Adam:
		return &softmax.Adam{}
	}
	return softmax.GradientDescent{}
}

// Initialization is how W and b are drawn before the first step.
type Initialization uint8

// The initializations.
const (
	Normal Initialization = iota // W and b from N(0, InitialStd²)
	Xavier                       // W from N(0, 1/D), b zero
	Zero                         // W and b zero
)

// Initializations are their names on the page.
var Initializations = []string{"normal", "xavier", "zero"}

// String returns the initialization's name on the page.
func (i Initialization) String() string { return Initializations[i] }

// InitialStd is the standard deviation of normal initial weights and biases.
const InitialStd = .01

// xavierStd is 1/√D: with standardized inputs, logits of unit variance.
const xavierStd = 0.018042195912175804

// Initial returns the classifier with that many classes that a run begins with.
func Initial(hp Hyperparameters, classes int) *softmax.Classifier {
	c := softmax.New(classes)
	c.Loss = hp.Loss
	rng := rand.New(rand.NewPCG(hp.Seed, initialWeights))
	switch hp.Initialization {
	case Normal:
		c.Init(rng, InitialStd)
	case Xavier:
		c.InitWeights(rng, xavierStd)
	}
	return c
}

// Parse returns the index of name in names, and false if it is not there.
func Parse[T ~uint8](names []string, name string) (T, bool) {
	i := slices.Index(names, name)
	return T(max(i, 0)), i >= 0
}

// Limits of the options.
const (
	MaxMomentum  = .999
	MaxShift     = 8
	MaxSmoothing = cifar10.MostSmoothing
	MaxImages    = 1_000_000 // of TrainingImages
)
