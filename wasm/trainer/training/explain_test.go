package training

import (
	"math"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
)

// parameters returns W then b of the run.
func parameters(p *page) []float32 {
	reply := p.do("weights", "run", float64(p.session.current().id))
	return append(reply["weights"].([]float32), reply["bias"].([]float32)...)
}

// TestExplainAgreesWithPredict, also where the run sees smoothed images, which have to be
// made first.
func TestExplainAgreesWithPredict(t *testing.T) {
	p := openPage(t)
	p.do("finishEpoch")
	weights, split := parameters(p), sample.Dataset().Split(cifar10.Test)
	for _, settings := range []map[string]any{{}, {"smoothing": 2.0}, {"loss": "bce"}} {
		explained := p.do("explain", "weights", weights, "settings", settings,
			"pixels", slices.Concat(split.Image(0), split.Image(7)))["images"].([]any)
		all := p.do("predict", "split", "test", "weights", weights, "settings", settings)
		predicted, labels, ofLabel := all["predicted"].([]uint8), all["labels"].([]uint8), all["ofLabel"].([]float32)
		for n, i := range []int{0, 7} {
			e := explained[n].(map[string]any)
			p := e["probabilities"].([]float64)[labels[i]]
			if e["predicted"] != int(predicted[i]) || math.Abs(p-float64(ofLabel[i])) > 1e-5 {
				t.Errorf("%v, image %d: predicted %v with %v for its label, predict says %d and %v",
					settings, i, e["predicted"], p, predicted[i], ofLabel[i])
			}
		}
	}
	p.refused("explain", "weights", weights, "pixels", []uint8{1, 2})
	p.refused("explain", "weights", weights[1:], "pixels", split.Image(0))
}

// TestExplainIsNotHeldUp by evaluations of whole splits requested earlier.
func TestExplainIsNotHeldUp(t *testing.T) {
	p := openPage(t)
	weights, image := parameters(p), sample.Dataset().Split(cifar10.Test).Image(0)
	const before, after = 1000, 1001
	p.session.Push(func() {
		nothing := func() any { return nil }
		p.session.looks.queue = append(p.session.looks.queue, look{before, func() bool { return true }, nothing})
		if err := p.session.explain(after, protocol.Explain{Pixels: image, Weights: weights}); err != nil {
			t.Error(err)
		}
	})
	p.answer(before)
	p.answer(after)
	var order []any
	for _, reply := range p.named("Replied") {
		order = append(order, reply["id"])
	}
	if slices.Index(order, any(after)) > slices.Index(order, any(before)) {
		t.Errorf("answered in the order %v", order)
	}
}

func TestFindFlip(t *testing.T) {
	p := openPage(t)
	p.do("finishEpoch")
	weights, image := parameters(p), sample.Dataset().Split(cifar10.Test).Image(3)
	flip := p.do("findFlip", "weights", weights, "pixels", image)
	after := p.do("explain", "weights", weights, "pixels", flip["pixels"])["images"].([]any)[0].(map[string]any)
	if after["predicted"] == flip["from"] {
		t.Errorf("still taken for %v", flip["from"])
	}
	p.refused("findFlip", "weights", weights, "pixels", image, "settings", map[string]any{"smoothing": 1.0})
	p.refused("findFlip", "weights", weights, "pixels", image[1:])
}

func TestMeasureWeights(t *testing.T) {
	p := openPage(t)
	p.do("finishEpoch")
	weights := parameters(p)
	var squares float64
	for _, norm := range p.do("measureWeights", "weights", weights, "smoothing", 0.0)["norms"].([]float64) {
		squares += norm * norm
	}
	epochs := p.named("EpochFinished")
	if norm := epochs[len(epochs)-1]["norm"].(float64); math.Abs(math.Sqrt(squares)-norm) > 1e-9 {
		t.Errorf("the classes' norms make ‖W‖ %v, the epoch's is %v", math.Sqrt(squares), norm)
	}
	templates := p.do("measureWeights", "weights", weights, "smoothing", 1.0)["templates"].([]float32)
	want := cifar10.Filter(weights[cifar10.Dim:2*cifar10.Dim], 1)
	if !slices.Equal(templates[cifar10.Dim:2*cifar10.Dim], want) {
		t.Error("W·S of class 1 is not its row, filtered")
	}
	p.refused("measureWeights", "weights", weights, "smoothing", 9.0)
}

func TestShrinkPicture(t *testing.T) {
	p := openPage(t)
	picture := make([]uint8, 4*64*48)
	answer := p.answer(p.send("shrinkPicture", "pixels", picture, "width", 64.0, "x", 8.0, "y", 0.0, "size", 48.0))
	if image := answer["value"].([]uint8); len(image) != cifar10.Dim || image[0] != 255 {
		t.Errorf("%d bytes, the first %d; what is transparent is white", len(image), image[0])
	}
	p.refused("shrinkPicture", "pixels", picture, "width", 64.0, "x", 20.0, "y", 0.0, "size", 48.0)
	p.refused("shrinkPicture", "pixels", picture[1:], "width", 64.0, "x", 0.0, "y", 0.0, "size", 48.0)
}
