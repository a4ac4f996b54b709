package train

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
)

const plane = cifar10.Width * cifar10.Height

// parametersOf returns W then b of a trained run on images of noise.
func parametersOf(t *testing.T, data *Data) []float32 {
	t.Helper()
	trainer := mustNew(t, data, Hyperparameters{L2: .1, LearningRate: .01, BatchSize: 10, Epochs: 1, Seed: 1})
	run(t, trainer, EpochFinished)
	run(t, trainer, EpochFinished)
	parameters := make([]float32, data.Classes*(cifar10.Dim+1))
	trainer.Classifier().Weights(parameters[:data.Classes*cifar10.Dim], parameters[data.Classes*cifar10.Dim:])
	return parameters
}

// TestExplanationAgainstReference compares logits and probabilities of each loss with the
// float64 reference.
func TestExplanationAgainstReference(t *testing.T) {
	data := noise(50)
	parameters := parametersOf(t, data)
	model := reference.New(data.Classes, cifar10.Dim)
	model.SetWeights(parameters[:data.Classes*cifar10.Dim], parameters[data.Classes*cifar10.Dim:])
	X, y := reference.Inputs(data.Test, data.Standardization, 0, 5)
	S := model.Logits(X)
	P := reference.Probabilities(S)
	for i := range y {
		for _, kind := range []loss.Kind{loss.Softmax, loss.Sigmoid, loss.Hinge} {
			got := data.View().Explain(parameters, kind, data.Test.Image(i))
			if best := slices.Index(S.RawRowView(i), slices.Max(S.RawRowView(i))); got.Predicted != best {
				t.Errorf("image %d: predicted %d, the reference %d", i, got.Predicted, best)
			}
			for k, s := range S.RawRowView(i) {
				p := P.At(i, k)
				if kind == loss.Sigmoid {
					p = 1 / (1 + math.Exp(-s))
				}
				model.Kind = kind
				loss := model.Loss(S.Slice(i, i+1, 0, data.Classes).(*mat.Dense), []uint8{uint8(k)})
				if math.Abs(got.Logits[k]-s) > 1e-5 || math.Abs(got.Probabilities[k]-p) > 1e-6 ||
					math.Abs(got.Losses[k]-loss) > 1e-4 {
					t.Errorf("image %d, class %d: s %v, p %v, loss %v; the reference's s %v, p %v", i, k,
						got.Logits[k], got.Probabilities[k], got.Losses[k], s, p)
				}
			}
		}
	}
}

// TestEvidenceAddsUp: a pixel's evidence is that of its channels; all of it and the bias
// are the logit.
func TestEvidenceAddsUp(t *testing.T) {
	data := noise(50)
	parameters, image := parametersOf(t, data), data.Test.Image(3)
	e := data.View().Explain(parameters, loss.Softmax, image)
	_, x := data.View().see(image)
	for k := range data.Classes {
		const at = 33
		var pixel, sum float64
		for channel := range 3 {
			d := channel*plane + at
			pixel += float64(parameters[k*cifar10.Dim+d]) * float64(x[d])
		}
		for _, v := range e.Evidence[k*plane:][:plane] {
			sum += float64(v)
		}
		if math.Abs(float64(e.Evidence[k*plane+at])-pixel) > 1e-7 || math.Abs(sum-e.Products[k]) > 1e-4 ||
			e.Biases[k] != float64(parameters[data.Classes*cifar10.Dim+k]) || e.Products[k]+e.Biases[k] != e.Logits[k] {
			t.Errorf("class %d: evidence of a pixel %v, want %v; of all %v, %v; logit %v", k,
				e.Evidence[k*plane+at], pixel, sum, e.Products[k], e.Logits[k])
		}
	}
}

// TestExplanationSeesSmoothedImages as the run does: the reference gets them smoothed.
func TestExplanationSeesSmoothedImages(t *testing.T) {
	all := noise(50)
	hp := Default()
	hp.Smoothing = 2
	data := all.Prepared(hp)
	for !data.Prepare(100) {
	}
	image, smoothed := all.Test.Image(1), make([]uint8, cifar10.Dim)
	cifar10.Smooth(smoothed, image, 2)
	plain := View{Standardization: data.Standardization, scaler: data.scaler}
	_, got := data.View().see(image)
	_, want := plain.see(smoothed)
	if !slices.Equal(got, want) {
		t.Error("the image is not smoothed before it is standardized")
	}
}

func TestExplanationOfWhatIsNoNumber(t *testing.T) {
	data := noise(50)
	parameters := make([]float32, data.Classes*(cifar10.Dim+1))
	if p := loss.Softmax.Probabilities([]float64{1000, 0}); p[0] != 1 || p[1] != 0 {
		t.Errorf("probabilities of large logits: %v", p)
	}
	for i := range parameters {
		parameters[i] = float32(math.NaN())
	}
	if e := data.View().Explain(parameters, loss.Softmax, data.Test.Image(0)); e.Predicted != -1 {
		t.Errorf("predicted %d", e.Predicted)
	}
	if f := data.View().Flip(parameters, data.Test.Image(0)); f.From != -1 || f.Pixels != nil {
		t.Errorf("flipped from %d", f.From)
	}
}

// TestShortestFlip: two classes are equal there, none is larger, and before it the class
// is still the first.
func TestShortestFlip(t *testing.T) {
	data := noise(50)
	parameters, image := parametersOf(t, data), data.Test.Image(2)
	f := data.View().shortest(parameters, image)
	logits := func(share float64) []float64 {
		model := reference.New(data.Classes, cifar10.Dim)
		model.SetWeights(parameters[:data.Classes*cifar10.Dim], parameters[data.Classes*cifar10.Dim:])
		X, _ := reference.Inputs(cifar10.SplitOf(cifar10test.Random("z", 1, 1)), data.Standardization, 0, 1)
		for d, v := range image {
			X.Set(0, d, (float64(v)+share*f.change[d]-data.Standardization.Mean[d])/data.Standardization.Std[d])
		}
		return model.Logits(X).RawRowView(0)
	}
	there := logits(1)
	if d := math.Abs(there[f.From] - there[f.To]); d > 1e-4 || slices.Max(there) > there[f.From]+1e-4 {
		t.Errorf("the logits there: %v", there)
	}
	for _, share := range []float64{.5, .95} {
		if s := logits(share); slices.Max(s) != s[f.From] {
			t.Errorf("another class wins after %v of the way", share)
		}
	}
	var squares float64
	for _, v := range f.change {
		squares += v * v
	}
	if math.Abs(math.Sqrt(squares)-f.Length) > 1e-6*f.Length {
		t.Errorf("‖δ‖ = %v, told %v", math.Sqrt(squares), f.Length)
	}
}

func TestFlipInWholeNumbers(t *testing.T) {
	data := noise(50)
	parameters, image := parametersOf(t, data), data.Test.Image(2)
	f := data.View().Flip(parameters, image)
	if got := data.View().Explain(parameters, loss.Softmax, f.Pixels).Predicted; got == f.From {
		t.Fatalf("the picture is still taken for %d", got)
	}
	var sum, most, squares float64
	for d, v := range f.Pixels {
		difference := math.Abs(float64(v) - float64(image[d]))
		sum, most, squares = sum+difference, max(most, difference), squares+difference*difference
	}
	if f.Mean != sum/cifar10.Dim || float64(f.Most) != most {
		t.Errorf("told a change of %v on average, %d at most; it is %v, %v", f.Mean, f.Most, sum/cifar10.Dim, most)
	}
	if length := math.Sqrt(squares); length > 1.5*f.Length+.5*math.Sqrt(cifar10.Dim) {
		t.Errorf("the change is %v long, longer than rounding makes %v", length, f.Length)
	}
}
