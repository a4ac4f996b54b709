package gradcheck_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/gradcheck"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
	"onelayer/engine/softmax"
)

// TestCatchesWhatItShould tests the check's verdict: right gradients pass at
// 1e-9, wrong or coarse ones do not.
func TestCatchesWhatItShould(t *testing.T) {
	for _, tc := range []struct {
		name          string
		options       gradcheck.Options
		least, most   float64 // of W's relative error
		biasIsCorrect bool
	}{
		{"right", gradcheck.Options{}, 0, 1e-9, true},
		{"right, with L2", gradcheck.Options{L2: .1}, 0, 1e-9, true},
		{"right, whole costs", gradcheck.Options{L2: 1, WholeCost: true}, 0, 1e-9, true},
		{"broken", gradcheck.Options{L2: .1, Mistake: gradcheck.HalfPenalty}, 1e-3, 1, true},
		{"broken, but the penalty is off", gradcheck.Options{Mistake: gradcheck.HalfPenalty}, 0, 1e-9, true},
		{"forward", gradcheck.Options{L2: .1, Formula: fd.Forward}, 1e-7, 1e-4, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.options.BatchSize = 5
			r := run(t, noise(), untrained(), tc.options)
			if e := r.Weights.RelativeError; !(e >= tc.least && e <= tc.most) {
				t.Errorf("ε_W = %.2g, want %g to %g", e, tc.least, tc.most)
			}
			if e := r.Bias.RelativeError; (e <= 1e-9) != tc.biasIsCorrect {
				t.Errorf("ε_b = %.2g", e)
			}
		})
	}
}

// TestMistakes: which of the common mistakes the check notices, in W and in b.
func TestMistakes(t *testing.T) {
	for mistake, noticed := range map[gradcheck.Mistake]struct{ W, b bool }{
		gradcheck.HalfPenalty:   {W: true},
		gradcheck.DoublePenalty: {W: true},
		gradcheck.NoMean:        {W: true, b: true},
		gradcheck.WrongSign:     {W: true, b: true},
		gradcheck.NoBias:        {b: true},
		gradcheck.SharedBias:    {b: true},
		gradcheck.Unshifted:     {},
		gradcheck.OwnMean:       {},
	} {
		r := run(t, noise(), untrained(), gradcheck.Options{BatchSize: 5, L2: .1, Mistake: mistake})
		if W, b := r.Weights.RelativeError > 1e-3, r.Bias.RelativeError > 1e-3; W != noticed.W || b != noticed.b {
			t.Errorf("%s: noticed in W %v, in b %v; want %+v", mistake, W, b, noticed)
		}
	}
}

// TestEachLoss: the gradients of all losses pass, of ten classes and of seven, and are
// fail when they are broken.
func TestEachLoss(t *testing.T) {
	for kind, name := range loss.Names {
		for _, classes := range []int{7, 10} {
			t.Run(fmt.Sprint(name, " ", classes), func(t *testing.T) {
				split, z := noise()()
				m := reference.New(classes, cifar10.Dim)
				m.Init(rand.New(rand.NewPCG(3, 0)), .01)
				m.Kind = loss.Kind(kind)
				few := firstOf(split, classes, 5)
				for _, mistake := range []gradcheck.Mistake{"", gradcheck.HalfPenalty} {
					broken := mistake != ""
					r, errors := finished(
						t,
						fixed(few, z),
						m,
						gradcheck.Options{BatchSize: 5, L2: .1, Mistake: mistake},
					)
					if r.Parameters != classes*3073 || len(errors) != r.Parameters {
						t.Fatalf("%d parameters, %d errors", r.Parameters, len(errors))
					}
					if e := r.Weights.RelativeError; (e < 1e-8) == broken || r.Bias.RelativeError > 1e-8 {
						t.Errorf("broken %v: ε_W = %.2g, ε_b = %.2g", broken, e, r.Bias.RelativeError)
					}
				}
			})
		}
	}
}

// firstOf returns the first n images whose label is one of the first classes.
func firstOf(split *cifar10.Split, classes, n int) *cifar10.Split {
	few := new(cifar10.Shard)
	for i := 0; few.Len() < n; i++ {
		if y := split.Label(i); int(y) < classes {
			few.Labels, few.Pixels = append(few.Labels, y), append(few.Pixels, split.Image(i)...)
		}
	}
	return cifar10.SplitOf(few)
}

// TestAgainstFullForwardPasses: the shortcut through one logit is the
// difference quotient of the reference's cost.
func TestAgainstFullForwardPasses(t *testing.T) {
	split, z := noise()()
	m := untrained()
	const n, l2, h = 4, .1, 1e-3 // large, so that only the formula counts
	X, y := reference.Inputs(split, z, 0, n)
	for _, formula := range []fd.Formula{fd.Central, fd.Forward} {
		r, errors := finished(t, fixed(split, z), m, gradcheck.Options{BatchSize: n, L2: l2, H: h, Formula: formula})
		dW, db := m.Gradient(X, y, l2)
		for _, p := range []int{0, 1, 1024, 3071, 3072, 15000, 30719, 30720, 30729} {
			theta, analytic := parameter(m, p), 0.0
			if p < gradcheck.Weights {
				analytic = dW.RawMatrix().Data[p]
			} else {
				analytic = db.AtVec(p - gradcheck.Weights)
			}
			cost := func(value float64) float64 {
				changed := m.Clone()
				*parameter(changed, p) = value
				return changed.Cost(X, y, l2)
			}
			numeric := fd.Derivative(cost, *theta, &fd.Settings{Formula: formula, Step: h})
			want := math.Abs(analytic-numeric) / (math.Abs(analytic) + math.Abs(numeric))
			if got := errors[p]; math.Abs(got-want) > 1e-9+1e-3*want {
				t.Errorf("parameter %d %+v: error %.6g, by full forward passes %.6g",
					p, gradcheck.PositionOf(p), got, want)
			}
		}
		if r.H != h || r.Parameters != 30730 || r.BatchSize != n || r.Eps != gradcheck.DefaultEps {
			t.Errorf("result does not say what was done: %+v", r.Options)
		}
	}
}

func TestSums(t *testing.T) {
	r := run(t, noise(), untrained(), gradcheck.Options{BatchSize: 5})
	// Over the classes a softmax gradient sums to zero; differences of the cost
	// only nearly.
	for name, part := range map[string]gradcheck.Comparison{"W": r.Weights, "b": r.Bias} {
		if math.Abs(part.SumAnalytic) > 1e-11 {
			t.Errorf("%s: the analytic gradient sums to %g", name, part.SumAnalytic)
		}
		if math.Abs(part.SumNumeric) > 1e-5 {
			t.Errorf("%s: the numeric gradient sums to %g", name, part.SumNumeric)
		}
	}
}

func TestErrorsAndTheirSpread(t *testing.T) {
	r, errors := finished(t, noise(), untrained(), gradcheck.Options{BatchSize: 5})
	weights := errors[:gradcheck.Weights]
	if got := slices.Max(weights); got != r.Weights.Largest {
		t.Errorf("largest error %g, of the picture %g", r.Weights.Largest, got)
	}
	if got := gradcheck.PositionOf(slices.Index(weights, r.Weights.Largest)); got != r.Weights.LargestAt {
		t.Errorf("the largest error is at %+v, in the picture at %+v", r.Weights.LargestAt, got)
	}
	if !r.Bias.LargestAt.Bias {
		t.Errorf("the bias's largest error is at %+v", r.Bias.LargestAt)
	}
	below := 0
	for _, e := range weights {
		if e < r.Weights.Median {
			below++
		}
	}
	if below != gradcheck.Weights/2 {
		t.Errorf("%d of %d errors are below the median", below, gradcheck.Weights)
	}
}

func TestSlicesGiveTheSame(t *testing.T) {
	options := gradcheck.Options{BatchSize: 2, L2: .1}
	whole := run(t, noise(), untrained(), options)

	split, z := noise()()
	check, err := gradcheck.New(untrained(), split, z, options)
	if err != nil {
		t.Fatal(err)
	}
	slices := 0
	for done := false; !done; slices++ {
		done = check.Advance(1000)
		if want := min((slices+1)*1000, gradcheck.Parameters); check.Done() != want {
			t.Fatalf("%d done after slice %d, want %d", check.Done(), slices, want)
		}
	}
	if slices != 31 || !check.Advance(1) {
		t.Errorf("done after %d slices, want 31", slices)
	}
	if got := check.Result(); got.Weights != whole.Weights || got.Bias != whole.Bias {
		t.Errorf("in slices %+v, at once %+v", got.Weights, whole.Weights)
	}
}

func TestResultOfUnfinishedPanics(t *testing.T) {
	split, z := noise()()
	check, err := gradcheck.New(untrained(), split, z, gradcheck.Options{BatchSize: 1})
	if err != nil {
		t.Fatal(err)
	}
	check.Advance(10)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	check.Result()
}

// TestDistance: the float32 kernels' gradient lies within float32's rounding of
// the float64 one, also if the check itself has a mistake.
func TestDistance(t *testing.T) {
	split, z := noise()()
	m := untrained()
	const n, l2 = 20, .1
	check, err := gradcheck.New(m, split, z, gradcheck.Options{BatchSize: n, L2: l2, Mistake: gradcheck.HalfPenalty})
	if err != nil {
		t.Fatal(err)
	}

	W, b := make([]float32, gradcheck.Weights), make([]float32, gradcheck.Bias)
	m.Weights(W, b)
	classifier := softmax.New(cifar10.Classes)
	classifier.SetWeights(W, b)
	batch := softmax.NewBatch(n, cifar10.Classes)
	batch.FillRange(split, 0, n, softmax.NewScaler(z))
	dW, db := make([]float32, gradcheck.Weights), make([]float32, gradcheck.Bias)
	classifier.Gradient(batch, l2, dW, db)

	weights, bias := check.Distance(dW, db)
	t.Logf("float32 against float64: W %.2g, b %.2g", weights, bias)
	if !(weights < 1e-6 && bias < 1e-5) || weights == 0 {
		t.Errorf("float32 gradient is %g and %g away", weights, bias)
	}
	dW[5] += 1
	if further, _ := check.Distance(dW, db); further < 100*weights {
		t.Errorf("a wrong element leaves the distance at %g", further)
	}
}

func TestPositionOf(t *testing.T) {
	for p, want := range map[int]gradcheck.Position{
		0:                    {},
		33:                   {Row: 1, Column: 1},
		3071:                 {Channel: 2, Row: 31, Column: 31},
		3 * 3072:             {Class: 3},
		9*3072 + 1024 + 2*32: {Class: 9, Channel: 1, Row: 2},
		30720 + 7:            {Class: 7, Bias: true},
	} {
		if got := gradcheck.PositionOf(p); got != want {
			t.Errorf("parameter %d is at %+v, want %+v", p, got, want)
		}
	}
}

func TestRefuses(t *testing.T) {
	split, z := noise()()
	for name, o := range map[string]gradcheck.Options{
		"no images":         {},
		"too many images":   {BatchSize: split.Len() + 1},
		"negative L2":       {BatchSize: 1, L2: -1},
		"L2 not a number":   {BatchSize: 1, L2: math.NaN()},
		"negative step":     {BatchSize: 1, H: -1e-5},
		"vanishing step":    {BatchSize: 1, H: 1e-20},
		"second derivative": {BatchSize: 1, Formula: fd.Central2nd},
	} {
		if _, err := gradcheck.New(untrained(), split, z, o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := gradcheck.NewSweep(
		untrained(),
		split,
		z,
		gradcheck.Options{BatchSize: 1},
		[]float64{1e-5, -1},
	); err == nil {
		t.Error("sweep over a negative step: no error")
	}
}

// data is a split and its standardization.
type data func() (*cifar10.Split, *cifar10.Standardization)

func fixed(split *cifar10.Split, z *cifar10.Standardization) data {
	return func() (*cifar10.Split, *cifar10.Standardization) { return split, z }
}

// noise is a split of 100 images of noise.
func noise() data {
	split := cifar10.SplitOf(cifar10test.Random("noise", 100, 1))
	return fixed(split, cifar10.Standardize(split))
}

// untrained is a model of N(0, .01²) weights that float32 holds exactly, as
// those of a run are.
func untrained() *reference.Model {
	m := reference.New(cifar10.Classes, cifar10.Dim)
	m.Init(rand.New(rand.NewPCG(1, 0)), .01)
	W, b := make([]float32, gradcheck.Weights), make([]float32, gradcheck.Bias)
	m.Weights(W, b)
	m.SetWeights(W, b)
	return m
}

// parameter points to parameter p of m.
func parameter(m *reference.Model, p int) *float64 {
	if p >= gradcheck.Weights {
		return &m.B.RawVector().Data[p-gradcheck.Weights]
	}
	return &m.W.RawMatrix().Data[p]
}

func run(t *testing.T, d data, m *reference.Model, o gradcheck.Options) *gradcheck.Result {
	t.Helper()
	result, _ := finished(t, d, m, o)
	return result
}

// finished runs a check to its end and returns its result and its picture.
func finished(t *testing.T, d data, m *reference.Model, o gradcheck.Options) (*gradcheck.Result, []float64) {
	t.Helper()
	split, z := d()
	check, err := gradcheck.New(m, split, z, o)
	if err != nil {
		t.Fatal(err)
	}
	check.Advance(gradcheck.Parameters)
	return check.Result(), check.Errors()
}
