package training

import (
	"math"
	"strings"
	"testing"

	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
)

// TestPredictSeesAsTheRunDoes: for a run with other settings, a prediction agrees with the
// run's own figures, also when it is over and another one is current.
func TestPredictSeesAsTheRunDoes(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	settings := map[string]any{"loss": "bce", "smoothing": 2.0, "trainingImages": 700.0, "flip": .5}
	p.do("configure", "settings", settings)
	run := p.do("play")
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	want := done["test"].(map[string]any)["accuracy"].(float64)
	reply := p.do("weights", "run", float64(run["id"].(int)))
	weights := append(reply["weights"].([]float32), reply["bias"].([]float32)...)
	p.do("newRun", "settings", map[string]any{"smoothing": 0.0, "loss": "softmax", "trainingImages": 0.0})
	if got := accuracy(p.do("predict", "split", "test", "settings", settings, "weights", weights)); math.Abs(
		got-want,
	) > 1e-9 {
		t.Errorf("the prediction is right for %v of the images, the run for %v", got, want)
	}
	if got := accuracy(p.do("predict", "split", "test", "weights", weights)); got == want {
		t.Error("the current run sees the images as the other one does")
	}
}

// TestOptionsWaitForTheNextRun: settings that a run keeps from its start are deferred by name.
func TestOptionsWaitForTheNextRun(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("step")
	reply := p.do("configure", "settings", map[string]any{"loss": "svm", "momentum": .5, "smoothing": 1.0})
	deferred := reply["deferred"].([]any)
	if len(deferred) != 2 || deferred[0] != "loss" || deferred[1] != "smoothing" {
		t.Errorf("deferred: %v", deferred)
	}
	run := p.do("reset")
	if s := run["settings"].(map[string]any); s["loss"] != "svm" || s["momentum"] != .5 {
		t.Errorf("after the reset: %v", s)
	}
}

func TestEarlyStoppingIsTold(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("configure", "settings", map[string]any{"earlyStopping": 1.0, "epochs": 400.0, "learningRate": .05})
	run := p.do("play")
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	if message := phrase.Decode(done["message"]).
		String(); !strings.Contains(message, "Stopped after epoch") ||
		done["epoch"].(int) >= 400 {
		t.Errorf("epoch %v: %q", done["epoch"], message)
	}
}
