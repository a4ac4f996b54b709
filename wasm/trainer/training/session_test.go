package training

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
)

// small makes epochs of the sample short: few steps of many images.
var small = map[string]any{"batchSize": 500.0, "epochs": 2.0, "learningRate": .001}

func TestStart(t *testing.T) {
	p := openPage(t)
	if ready := p.named("Ready"); len(ready) != 1 || ready[0]["version"] != protocol.Version {
		t.Errorf("Ready: %v", ready)
	}
	data := p.named("DataOpened")[0]["data"].(map[string]any)
	if data["drawn"] != true {
		t.Error("the sample is not labelled as drawn")
	}
	epochs := p.named("EpochFinished")
	if len(epochs) != 1 || epochs[0]["epoch"] != 0 {
		t.Errorf("before any step: %v, want epoch 0 alone", epochs)
	}
}

func TestTrainToTheEnd(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	run := p.do("play")
	if run["status"] != "running" {
		t.Errorf("status %v after play", run["status"])
	}
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	if done["epoch"] != 2 || done["step"] != 8 || done["test"] == nil {
		t.Errorf("finished as %v", done)
	}

	again := p.do("play")
	if again["id"] == run["id"] {
		t.Error("play on a finished run did not start a new one")
	}
	p.awaitStatus(again["id"], protocol.StatusFinished)
	if !slices.Equal(p.weights(run["id"]), p.weights(again["id"])) {
		t.Error("the same settings and seed gave other weights")
	}

	p.do("configure", "settings", map[string]any{"epochs": 3.0})
	if longer := p.do("play"); longer["id"] != again["id"] {
		t.Error("with more epochs, play did not go on with the finished run")
	}
}

// TestResetMeasuresNothingAgain checks that a reset knows epoch 0 already, with the same
// figures and weights, and that other settings measure it anew.
func TestResetMeasuresNothingAgain(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	first := p.do("finishEpoch")
	began := p.named("EpochFinished")
	once := p.session.beginning
	p.do("reset")
	if p.session.beginning.classifier != once.classifier {
		t.Error("epoch 0 was measured again")
	}
	again := p.named("EpochFinished")[len(began):]
	if len(again) != 1 || !reflect.DeepEqual(again[0]["train"], began[len(began)-2]["train"]) ||
		again[0]["epoch"] != 0 {
		t.Errorf("after the reset: %v, at first %v", again, began[len(began)-2])
	}
	p.do("finishEpoch")
	archived := p.named("RunArchived")[0]["run"].(map[string]any)
	if !slices.Equal(p.weights(first["id"]), p.weights(archived["id"])) {
		t.Error("the run after the reset trains to other weights")
	}
	p.do("reset")
	p.do("configure", "settings", map[string]any{"seed": 7.0})
	if p.session.beginning.classifier == once.classifier {
		t.Error("another seed begins with the same figures")
	}
}

// TestAnotherLambdaMeasuresNothingAgain checks that before the first step a change of λ gives the
// costs that measuring anew would, to the last bit.
func TestAnotherLambdaMeasuresNothingAgain(t *testing.T) {
	last := func(p *page) map[string]any {
		points := p.named("EpochFinished")
		return points[len(points)-1]
	}
	p := openPage(t)
	p.do("configure", "settings", small)
	before := last(p)
	measured := p.session.beginning.classifier
	p.do("configure", "settings", map[string]any{"l2": .5})
	if p.session.beginning.classifier != measured {
		t.Error("epoch 0 was measured again")
	}
	fresh := openPage(t)
	fresh.session.settings.L2 = .5
	fresh.do("configure", "settings", small)
	point, want := last(p), last(fresh)
	for _, name := range []string{"train", "validation", "l2", "penalty", "norm", "nextRate"} {
		if !reflect.DeepEqual(point[name], want[name]) {
			t.Errorf("%s is %v, measured anew %v", name, point[name], want[name])
		}
	}
	if reflect.DeepEqual(point["train"], before["train"]) {
		t.Error("λ did not change the cost")
	}
}

// TestOnlyChangesAreTold checks that the page is told how a run is when that changes, and not
// with every command.
func TestOnlyChangesAreTold(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("step")
	told := len(p.named("RunChanged"))
	p.do("pause")
	p.do("configure", "settings", map[string]any{})
	if now := len(p.named("RunChanged")); now != told {
		t.Errorf("%d events about a run that stayed as it was", now-told)
	}
	p.do("step")
	if now := p.named("RunChanged"); len(now) != told+1 || now[told]["run"].(map[string]any)["step"] != 2 {
		t.Errorf("after a step: %v", now[told:])
	}
}

func TestStepPauseReset(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	start := p.weights(1)
	run := p.do("step")
	if run["step"] != 1 || run["status"] != "paused" {
		t.Errorf("after a step: %v", run)
	}
	if slices.Equal(start, p.weights(1)) {
		t.Error("a step changed nothing")
	}
	run = p.do("finishEpoch")
	if run["epoch"] != 1 || run["step"] != 4 || run["status"] != "paused" {
		t.Errorf("after the epoch: %v", run)
	}
	trained := p.weights(1)

	run = p.do("reset")
	if run["id"] != 1 || run["step"] != 0 || run["status"] != "ready" {
		t.Errorf("after reset: %v", run)
	}
	if !slices.Equal(start, p.weights(1)) {
		t.Error("reset gave other initial weights")
	}
	archived := p.named("RunArchived")
	if len(archived) != 1 {
		t.Fatalf("%d runs archived, want the one that had trained an epoch", len(archived))
	}
	kept := archived[0]["run"].(map[string]any)
	if !slices.Equal(trained, p.weights(kept["id"])) {
		t.Error("the archived run has lost its weights")
	}
	if history := archived[0]["history"].([]float64); len(history) != 2*protocol.PointSize {
		t.Errorf("the archived run has %d numbers of history", len(history))
	}

	p.do("play")
	if paused := p.do("pause"); paused["status"] != "paused" && paused["status"] != "ready" {
		t.Errorf("after pause: %v", paused["status"])
	}
}

func TestSettingsInFlight(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("step")
	changed := p.do("configure", "settings", map[string]any{"l2": .5, "batchSize": 100.0, "seed": 3.0})
	if got := changed["deferred"]; !slices.Equal(got.([]any), []any{"batchSize", "seed"}) {
		t.Errorf("deferred %v", got)
	}
	run := p.do("step")
	if s := run["settings"].(map[string]any); s["l2"] != .5 || s["batchSize"] != 500 || s["seed"] != uint64(1) {
		t.Errorf("in flight the run has %v", s)
	}
	run = p.do("reset")
	if s := run["settings"].(map[string]any); s["batchSize"] != 100 || s["seed"] != uint64(3) {
		t.Errorf("after reset the run has %v", s)
	}
	refused := p.refused("configure", "settings", map[string]any{"learningRate": -1.0})
	if refused["field"] != "learningRate" {
		t.Errorf("the refusal names %v", refused["field"])
	}
}

func TestLambdaBeforeTheFirstStepIsInTheCost(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", map[string]any{"l2": 1.0})
	epochs := p.named("EpochFinished")
	train := epochs[len(epochs)-1]["train"].(map[string]any)
	// 30,720 weights of N(0, .01²): ΣW² is about 3.07.
	if penalty := train["cost"].(float64) - train["loss"].(float64); math.Abs(penalty-3.07) > .1 {
		t.Errorf("cost − loss is %v at λ = 1, want about 3.07", penalty)
	}
}

func TestDivergence(t *testing.T) {
	p := openPage(t)
	run := p.do("newRun", "settings", map[string]any{"l2": 1000.0, "learningRate": 1000.0})
	p.do("play")
	message := phrase.Decode(p.awaitStatus(run["id"], protocol.StatusDiverged)["message"]).String()
	if !strings.Contains(message, "iverged at step") {
		t.Errorf("message %q", message)
	}
	p.refused("step")
}

func TestEveryCommandIsAnsweredOnce(t *testing.T) {
	p := openPage(t)
	var ids []float64
	for range 20 {
		for _, command := range []string{"play", "step", "finishEpoch", "pause", "reset", "newRun", "fly"} {
			ids = append(ids, p.send(command))
		}
	}
	for _, id := range ids {
		p.answer(id)
	}
	answers := map[any]int{}
	for _, name := range []string{"Replied", "Refused"} {
		for _, e := range p.named(name) {
			answers[e["id"]]++
		}
	}
	for _, id := range ids {
		if answers[int(id)] != 1 {
			t.Errorf("command %v was answered %d times", id, answers[int(id)])
		}
	}
}

func TestView(t *testing.T) {
	p := openPage(t)
	c := newCanvas()
	p.do("attachView", "port", c)
	if frame := c.next("history"); frame["from"] != 0 || len(frame["points"].([]float64)) != protocol.PointSize {
		t.Errorf("the first history is %v", frame)
	}
	run := p.do("weights", "run", 1.0)
	if frame := c.next("weights"); frame["run"] != 1 || !reflect.DeepEqual(frame["weights"], run["weights"]) {
		t.Errorf("run %v's first weights are not the initial ones of run 1", frame["run"])
	}
	p.do("configure", "settings", small)
	p.do("step")
	if n := len(c.frames); n > 0 {
		for range n {
			if frame := <-c.frames; frame["frame"] == "weights" {
				t.Error("weights were sent before the last were drawn")
			}
		}
	}
	c.drawn()
	stepped := p.do("weights", "run", 1.0)
	if reflect.DeepEqual(stepped["weights"], run["weights"]) {
		t.Error("a step changed no weights")
	}
	if frame := c.next("weights"); !reflect.DeepEqual(frame["weights"], stepped["weights"]) {
		t.Error("at rest the canvas does not have the weights after the step")
	}

	replacement := newCanvas()
	p.do("attachView", "port", replacement)
	replacement.next("weights")
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		t.Error("the port of the old canvas is still open")
	}
}

func TestResetSendsTheViewWeightsOnlyIfTheyHaveChanged(t *testing.T) {
	p := openPage(t)
	c := newCanvas()
	p.do("attachView", "port", c)
	p.do("configure", "settings", small)
	first := slices.Clone(c.next("weights")["weights"].([]float32)) // their memory is used again
	c.drawn()
	p.do("reset")
	p.do("pause") // a turn later
	for range len(c.frames) {
		if frame := <-c.frames; frame["frame"] == "weights" {
			t.Error("the same weights were sent again")
		}
	}
	p.do("step")
	if stepped, _ := c.next("weights")["weights"].([]float32); slices.Equal(stepped, first) {
		t.Error("a step changed no weights")
	}
	c.drawn()
	p.do("reset")
	if again, _ := c.next("weights")["weights"].([]float32); !slices.Equal(again, first) {
		t.Error("after a reset the view does not have the initial weights")
	}
}

func TestViewGetsTheLossesOfMinibatches(t *testing.T) {
	p := openPage(t)
	c := newCanvas()
	p.do("attachView", "port", c)
	expect := func(from, count int) {
		t.Helper()
		frame := c.next("minibatch")
		if values := frame["values"].([]float32); frame["from"] != from || len(values) != count {
			t.Errorf("%d losses from %v on, want %d from %d on", len(values), frame["from"], count, from)
		}
	}
	expect(0, 0)
	p.do("step")
	expect(0, 1)
	p.do("step")
	expect(1, 1)
	p.do("reset")
	expect(0, 0)
}
