package training

import (
	"reflect"
	"slices"
	"testing"

	"onelayer/engine/protocol"
)

// hire gives a page's session a helper, with its data.
func hire(t *testing.T, first *page) *page {
	t.Helper()
	crew := openPageOf(t, NewCrew)
	out, in := pipe()
	received := crew.send("receiveData", "port", in)
	first.do("shareData", "port", out)
	crew.answer(received)
	here, there := pipe()
	crew.do("help", "port", there)
	first.do("useHelper", "port", here)
	return crew
}

// useSilentHelper gives a page's session a helper that never answers, and reports when it
// is asked.
func useSilentHelper(p *page, asked func()) {
	p.t.Helper()
	here, there := pipe()
	there.Listen(func(map[string]any) { asked() })
	p.do("useHelper", "port", here)
}

var helpedSettings = map[string]any{
	"batchSize": 100.0, "epochs": 3.0, "shuffle": true, "l2": .1, "optimizer": "momentum",
}

// points are the figures of a run's epochs, in the order they were sent.
func points(p *page, run any) (told []any) {
	for _, e := range p.named("EpochFinished") {
		if e["run"] == run {
			told = append(told, []any{e["epoch"], e["train"], e["validation"], e["carried"]})
		}
	}
	return told
}

func TestHelpedRun(t *testing.T) {
	alone := openPage(t)
	first := alone.do("newRun", "settings", helpedSettings)
	alone.do("play")
	alone.awaitStatus(first["id"], protocol.StatusFinished)

	for helpers := 1; helpers <= 2; helpers++ {
		p := openPage(t)
		run := p.do("newRun", "settings", helpedSettings)
		for range helpers {
			hire(t, p)
		}
		p.do("play")
		p.awaitStatus(run["id"], protocol.StatusFinished)
		if got, want := points(p, run["id"]), points(alone, first["id"]); !reflect.DeepEqual(got, want) {
			t.Errorf("%d helpers: the points are %v, want %v", helpers, got, want)
		}
		if !slices.Equal(p.weights(run["id"]), alone.weights(first["id"])) {
			t.Errorf("%d helpers: the weights differ", helpers)
		}
		if p.session.helpers.number != 2 {
			t.Errorf("%d helpers were asked for %d points, want those of the epochs 1 and 2",
				helpers, p.session.helpers.number)
		}
	}
}

// TestHelperThatFallsSilent uses a helper that never answers: a command for which the
// history must be complete measures here, and so does a trainer that has waited long enough.
func TestHelperThatFallsSilent(t *testing.T) {
	p := openPage(t)
	run := p.do("newRun", "settings", helpedSettings)
	useSilentHelper(p, func() {})
	p.do("finishEpoch")
	if got := points(p, run["id"]); len(got) != 3 {
		t.Fatalf("%d points after an epoch, want 3: epoch 0 is told anew for the settings", len(got))
	}
	p.do("dropHelpers")
	p.do("play")
	p.awaitStatus(run["id"], protocol.StatusFinished)
	if got := points(p, run["id"]); len(got) != 5 {
		t.Errorf("%d points after three epochs, want 5", len(got))
	}
}

// TestPauseWhileWaiting pauses a run that waits before the last step of its second epoch
// for the figures of its first one.
func TestPauseWhileWaiting(t *testing.T) {
	p := openPage(t)
	run := p.do("newRun", "settings", helpedSettings)
	useSilentHelper(p, func() {})
	p.send("play")
	last := 2*run["stepsPerEpoch"].(int) - 1
	for step := 0; step != last; {
		p.do("renameRun", "run", run["id"], "name", "the same") // which reports the step, and measures nothing
		told := p.named("RunChanged")
		step = told[len(told)-1]["run"].(map[string]any)["step"].(int)
	}
	paused := p.do("pause")
	if paused["status"] != string(protocol.StatusPaused) {
		t.Errorf("the run is %v", paused["status"])
	}
	told := points(p, run["id"])
	if epoch := told[len(told)-1].([]any)[0]; epoch != paused["epoch"] {
		t.Errorf("paused at epoch %v with the figures of epoch %v", paused["epoch"], epoch)
	}
}

func TestResetWhileHelperMeasures(t *testing.T) {
	p := openPage(t)
	p.do("newRun", "settings", helpedSettings)
	asked := make(chan bool, 10)
	useSilentHelper(p, func() { asked <- true })
	p.send("play")
	<-asked
	p.do("reset")
	archived := p.await(func(e map[string]any) bool { return e["event"] == "RunArchived" })
	if history := archived["history"].([]float64); len(history) != 2*protocol.PointSize {
		t.Errorf("the run before the reset has %d points, want 2", len(history)/protocol.PointSize)
	}
}
