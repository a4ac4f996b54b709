package training

import (
	"math"
	"slices"
	"testing"

	"onelayer/engine/protocol"
)

// englishName returns a run's name in English.
func englishName(run map[string]any) any {
	if name, ok := run["name"].(map[string]any); ok {
		return name["message"]
	}
	return run["name"]
}

// fromPage returns a value with its numbers as JavaScript sends them.
func fromPage(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key := range v {
			v[key] = fromPage(v[key])
		}
	case []any:
		for i := range v {
			v[i] = fromPage(v[i])
		}
	case int:
		return float64(v)
	case uint64:
		return float64(v)
	}
	return value
}

// TestForkWithinAnEpoch resumes a run in the middle of a shuffled epoch, as a file of
// weights does, and ends with the same bits.
func TestForkWithinAnEpoch(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("configure", "settings", map[string]any{"shuffle": true})
	p.do("finishEpoch")
	p.do("step")
	p.do("configure", "settings", map[string]any{"learningRate": .002})
	weights := p.do("weights", "run", 1.0)
	at := weights["at"].(map[string]any)
	run := p.do("step")
	if at["epoch"] != 1 || at["inEpoch"] != 1 || at["step"] != 5 || run["inEpoch"] != 2 {
		t.Errorf("weights of %v, then %v", at, run)
	}
	changes := run["changes"].([]any)
	if len(changes) != 1 || changes[0].(map[string]any)["epoch"] != 1.25 {
		t.Fatalf("changes %v", changes)
	}
	changes = fromPage(changes).([]any)
	p.do("play")
	p.awaitStatus(1, protocol.StatusFinished)
	want := p.weights(1)

	fork := p.do("fork", "name", "again", "settings", map[string]any{}, "from", map[string]any{
		"epoch": 1.0, "inEpoch": 1.0, "step": 5.0, "changes": changes, "history": make([]float64, 2*protocol.PointSize),
		"weights": append(weights["weights"].([]float32), weights["bias"].([]float32)...),
	})
	if len(fork["changes"].([]any)) != 1 || fork["inEpoch"] != 1 {
		t.Errorf("the fork is %v", fork)
	}
	p.do("play")
	if done := p.awaitStatus(fork["id"], protocol.StatusFinished); done["step"] != 8 {
		t.Errorf("the fork ends at step %v, want 8", done["step"])
	}
	if !slices.Equal(p.weights(fork["id"]), want) {
		t.Error("the fork ends with other weights")
	}
}

// TestLoadedWeightsAreTheStart: the gradient at a loaded run's start is that of the
// loaded weights, and a reset draws the seed's weights under the run's own name.
func TestLoadedWeightsAreTheStart(t *testing.T) {
	p := openPage(t)
	weights := make([]float32, 30730)
	for i := range weights {
		weights[i] = float32(i%7) / 100
	}
	loaded := p.do("fork", "name", "mine", "loaded", true, "settings", map[string]any{}, "from", map[string]any{
		"epoch": 0.0, "step": 0.0, "weights": weights, "history": []float64{},
	})
	p.do("step")
	at := func() []float32 {
		return p.do("gradientInputs", "batchSize", 1.0, "l2", 0.0, "initial", true)["weights"].([]float32)
	}
	if !slices.Equal(at(), weights[:30720]) {
		t.Error("the initial weights are not those that were loaded")
	}
	if reset := p.do("reset"); englishName(reset) != "Run 2" || reset["id"] != loaded["id"] {
		t.Errorf("after a reset: %v", reset)
	}
	if slices.Equal(at(), weights[:30720]) {
		t.Error("after a reset the initial weights are still those that were loaded")
	}
}

// TestStepLooks: a step with details reports its minibatch and the effect on it.
func TestStepLooks(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	start := p.weights(1)
	run := p.do("step", "details", true)
	seen := run["minibatch"].(map[string]any)
	gradient := seen["gradient"].([]float32)
	now := p.weights(1)
	for i := range now {
		if math.Abs(float64(now[i]-(start[i]-.001*gradient[i]))) > 1e-6 {
			t.Fatalf("weight %d went from %v to %v with the gradient %v", i, start[i], now[i], gradient[i])
		}
	}
	before, after := seen["lossBefore"].(float64), seen["lossAfter"].(float64)
	if n := len(seen["indices"].([]float64)); n != 500 || !(after < before) {
		t.Errorf("%d images, loss %v → %v", n, before, after)
	}
	if p.do("step")["minibatch"] != nil {
		t.Error("a step that nobody looks at tells its minibatch")
	}
}

// TestExtend lets a finished run go on for more epochs.
func TestExtend(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.refused("extend", "epochs", 2.0)
	p.do("play")
	p.awaitStatus(1, protocol.StatusFinished)
	p.do("configure", "settings", map[string]any{"l2": .5, "seed": 9.0})
	longer := p.do("extend", "epochs", 3.0)
	if longer["id"] != 1 || longer["status"] != "running" {
		t.Errorf("extended: %v", longer)
	}
	p.await(func(e map[string]any) bool {
		run, _ := e["run"].(map[string]any)
		return e["event"] == "RunChanged" && run["status"] == "finished" && run["epoch"] == 5
	})
	run := p.do("pause")
	if len(run["changes"].([]any)) != 1 || run["settings"].(map[string]any)["seed"] != uint64(1) {
		t.Errorf("the run of five epochs is %v", run)
	}
}

// TestFewerEpochsThanReached: a run ends no earlier than where it is, and what is
// recorded of it reproduces it.
func TestFewerEpochsThanReached(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("configure", "settings", map[string]any{"epochs": 9.0})
	p.do("finishEpoch")
	p.do("finishEpoch")
	p.do("step")
	got := p.do("configure", "settings", map[string]any{"epochs": 1.0})["settings"].(map[string]any)
	if got["epochs"] != 3 {
		t.Errorf("in the third epoch there are %v in all", got["epochs"])
	}
	p.do("finishEpoch")
	ended := p.awaitStatus(1, protocol.StatusFinished)
	if s := ended["settings"].(map[string]any); ended["epoch"] != 3 || s["epochs"] != 3 {
		t.Errorf("finished as %v", ended)
	}

	again := p.do("newRun")
	p.do("play")
	p.awaitStatus(again["id"], protocol.StatusFinished)
	if !slices.Equal(p.weights(1), p.weights(again["id"])) {
		t.Error("the recorded settings gave other weights")
	}

	rests := p.do("newRun", "settings", map[string]any{"epochs": 9.0})
	p.do("finishEpoch")
	p.do("finishEpoch")
	p.do("configure", "settings", map[string]any{"epochs": 1.0})
	if run := p.awaitStatus(rests["id"], protocol.StatusFinished); run["epoch"] != 2 || run["test"] == nil {
		t.Errorf("a run that rests after its second epoch is %v", run)
	}
}

// TestNumbersOfKeptRuns: runs that the page has kept from earlier visits have their numbers to
// themselves.
func TestNumbersOfKeptRuns(t *testing.T) {
	p := openPage(t)
	p.do("reserveRuns", "count", 2.0, "named", 7.0)
	if run := p.do("pause"); englishName(run) != "Run 8" {
		t.Errorf("beside runs up to 7 the current one is %v", run["name"])
	}
	p.do("configure", "settings", small)
	p.do("step")
	if run := p.do("newRun"); englishName(run) != "Run 9" {
		t.Errorf("the next one is %v", run["name"])
	}
}

// TestForkOfWhatIsCarried takes a run with momentum, or Adam, up within an epoch,
// with early stopping: it ends with the same bits, which it does not without what it
// carried.
func TestForkOfWhatIsCarried(t *testing.T) {
	for _, optimizer := range []string{"momentum", "adam"} {
		p := openPage(t)
		p.do("configure", "settings", small)
		p.do("configure", "settings", map[string]any{"optimizer": optimizer, "earlyStopping": 5.0})
		p.do("finishEpoch")
		p.do("step")
		weights := p.do("weights", "run", 1.0)
		carried, ok := weights["carried"].(map[string]any)
		if !ok {
			t.Fatalf("%s carries nothing: %v", optimizer, weights)
		}
		p.do("play")
		p.awaitStatus(1, protocol.StatusFinished)
		want := p.weights(1)
		for _, whole := range []bool{true, false} {
			from := map[string]any{
				"epoch": 1.0, "inEpoch": 1.0, "step": 5.0, "history": p.points()[:2*protocol.PointSize],
				"weights": slices.Concat(weights["weights"].([]float32), weights["bias"].([]float32)),
			}
			if whole {
				from["carried"] = fromPage(carried)
			}
			fork := p.do("fork", "name", "again", "settings", map[string]any{}, "from", from)
			p.do("play")
			p.awaitStatus(fork["id"], protocol.StatusFinished)
			if same := slices.Equal(p.weights(fork["id"]), want); same != whole {
				t.Errorf("%s, carried %v: the same weights %v", optimizer, whole, same)
			}
		}
	}
}

// points returns the first run's history as the page packs it.
func (p *page) points() (row []float64) {
	for _, point := range p.named("EpochFinished") {
		row = append(row, number(point["epoch"]))
		for _, split := range []string{"train", "validation"} {
			metrics := point[split].(map[string]any)
			row = append(row, number(metrics["loss"]), number(metrics["cost"]), number(metrics["accuracy"]))
		}
		for _, name := range []string{"l2", "penalty", "norm", "learningRate", "nextRate", "step"} {
			row = append(row, number(point[name]))
		}
	}
	return row
}

func number(value any) float64 {
	if n, whole := value.(int); whole {
		return float64(n)
	}
	return value.(float64)
}
