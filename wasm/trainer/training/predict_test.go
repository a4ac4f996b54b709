package training

import (
	"math"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/sample"
)

// accuracy returns the share of right images in a reply to predict.
func accuracy(reply map[string]any) float64 {
	labels, predicted := reply["labels"].([]uint8), reply["predicted"].([]uint8)
	right := 0
	for i, label := range labels {
		if predicted[i] == label {
			right++
		}
	}
	return float64(right) / float64(len(labels))
}

func TestPredictAgreesWithTheEvaluation(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	run := p.do("play")
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	var last map[string]any
	for _, e := range p.named("EpochFinished") {
		last = e
	}
	for split, want := range map[string]any{
		"train":      last["train"].(map[string]any)["accuracy"],
		"validation": last["validation"].(map[string]any)["accuracy"],
		"test":       done["test"].(map[string]any)["accuracy"],
	} {
		if got := accuracy(p.do("predict", "split", split)); got != want {
			t.Errorf("%s: accuracy %v, the evaluation's is %v", split, got, want)
		}
	}
}

func TestPredictWithWeightsOfAnEpoch(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	var weights [][]float32
	for range 2 {
		run := p.do("finishEpoch")
		reply := p.do("weights", "run", float64(run["id"].(int)))
		weights = append(weights, append(reply["weights"].([]float32), reply["bias"].([]float32)...))
	}
	epochs := p.named("EpochFinished")
	for i, e := range epochs[len(epochs)-2:] {
		reply := p.do("predict", "split", "validation", "weights", weights[i])
		if got, want := accuracy(reply), e["validation"].(map[string]any)["accuracy"]; got != want {
			t.Errorf("epoch %v: accuracy %v, the evaluation's is %v", e["epoch"], got, want)
		}
	}
	p.refused("predict", "split", "validation", "weights", []float32{1, 2})
	p.refused("predict", "split", "unused")
}

// TestPredictWhileTraining asks repeatedly: training goes on, and so do
// the predictions.
func TestPredictWhileTraining(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", map[string]any{"batchSize": 100.0, "epochs": 3.0})
	calm := p.do("play")
	p.awaitStatus(calm["id"], protocol.StatusFinished)
	run := p.do("newRun", "settings", map[string]any{})
	p.do("play")
	var asked []float64
	for range 20 {
		asked = append(asked, p.send("predict", "split", "train"))
	}
	p.awaitStatus(run["id"], protocol.StatusFinished)
	for _, id := range asked {
		if answer := p.answer(id); len(answer["value"].(map[string]any)["labels"].([]uint8)) != 2000 {
			t.Errorf("predict answered %v", answer)
		}
	}
	if !slices.Equal(p.weights(calm["id"]), p.weights(run["id"])) {
		t.Error("predicting changed what was trained")
	}
}

// TestPredictOfTheMomentItWasAsked trains on before the answer.
func TestPredictOfTheMomentItWasAsked(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", map[string]any{"batchSize": 500.0, "epochs": 2.0, "learningRate": .1})
	want := p.do("predict", "split", "train")["ofLabel"].([]float32)
	var asked []float64
	for range 5 {
		asked = append(asked, p.send("predict", "split", "train"))
	}
	p.do("step")
	for i, id := range asked {
		if got := p.answer(id)["value"].(map[string]any)["ofLabel"].([]float32); !slices.Equal(got, want) {
			t.Errorf("prediction %d is of later weights", i)
		}
	}
}

func TestTurns(t *testing.T) {
	p := looks{queue: make([]look, 1)}
	var turns []bool
	for range 4 {
		turns = append(turns, p.takesTurn(true))
	}
	if !slices.Equal(turns, []bool{true, false, true, false}) {
		t.Errorf("beside training the turns are %v", turns)
	}
	for range 2 {
		if !p.takesTurn(false) {
			t.Error("a look waits though nothing trains")
		}
	}
	p.queue = nil
	if p.takesTurn(true) || p.takesTurn(false) {
		t.Error("a slice for no look")
	}
}

func TestSplitImages(t *testing.T) {
	p := openPage(t)
	split := sample.Dataset().Split(cifar10.Test)
	answer := p.answer(p.send("splitImages", "split", "test", "indices", []float64{5, 0, 999}))
	pixels := answer["value"].([]uint8)
	for n, i := range []int{5, 0, 999} {
		if !slices.Equal(pixels[n*cifar10.Dim:][:cifar10.Dim], split.Image(i)) {
			t.Errorf("image %d is another", i)
		}
	}
	p.refused("splitImages", "split", "test", "indices", []float64{1000})
	p.refused("splitImages", "split", "test", "indices", make([]float64, mostImages+1))
}

func TestClassMeans(t *testing.T) {
	p := openPage(t)
	answer := p.do("measureClasses", "split", "test")
	means, counts := answer["means"].([]float32), answer["counts"].([]float64)
	split := sample.Dataset().Split(cifar10.Test)
	var total float64
	for i := range split.Len() {
		total += float64(split.Image(i)[1000])
	}
	var got float64
	for class, n := range counts {
		got += n * float64(means[class*cifar10.Dim+1000])
	}
	if math.Abs(got-total) > 1e-6*total {
		t.Errorf("dimension 1000 adds up to %v, want %v", got, total)
	}
	p.refused("measureClasses", "split", "unused")
}
