package training

import (
	"slices"
	"testing"

	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
)

// twoRuns are a team of two short settings.
func twoRuns(ids []any) []any {
	short := func(id any, l2 float64) any {
		return map[string]any{"id": float64(id.(int)), "name": "team", "settings": map[string]any{
			"l2": l2, "learningRate": .001, "batchSize": 500.0, "epochs": 2.0,
		}}
	}
	return []any{short(ids[0], 0), short(ids[1], 1)}
}

func TestTeam(t *testing.T) {
	p := openPage(t)
	ids := p.do("reserveRuns", "count", 2.0)["ids"].([]any)
	p.do("startTeam", "runs", twoRuns(ids))
	for _, id := range ids {
		done := p.awaitStatus(id, protocol.StatusFinished)
		if done["step"] != 8 || done["test"] == nil {
			t.Errorf("run %v finished as %v", id, done)
		}
	}
	if joined := p.named("RunJoined"); len(joined) != 2 {
		t.Errorf("%d runs joined the list, want 2", len(joined))
	}

	alone := p.do(
		"newRun",
		"settings",
		map[string]any{"l2": 1.0, "learningRate": .001, "batchSize": 500.0, "epochs": 2.0},
	)
	p.do("play")
	p.awaitStatus(alone["id"], protocol.StatusFinished)
	if !slices.Equal(p.weights(ids[1]), p.weights(alone["id"])) {
		t.Error("a run of the team ends at other weights than the same run alone")
	}
}

// TestTeamGoesOnElsewhere checks that a second worker can finish a run of the first one's
// team from any epoch.
func TestTeamGoesOnElsewhere(t *testing.T) {
	first, second := openPage(t), openPage(t)
	ids := first.do("reserveRuns", "count", 2.0)["ids"].([]any)
	runs := twoRuns(ids)
	first.do("startTeam", "runs", runs)
	first.awaitStatus(ids[1], protocol.StatusFinished)
	epoch := first.do(
		"newRun",
		"settings",
		map[string]any{"l2": 1.0, "learningRate": .001, "batchSize": 500.0, "epochs": 1.0},
	)
	first.do("play")
	first.awaitStatus(epoch["id"], protocol.StatusFinished)
	after := first.do("weights", "run", float64(epoch["id"].(int)))
	history := make([]float64, 2*protocol.PointSize)
	history[protocol.PointSize] = 1
	goesOn := runs[1].(map[string]any)
	goesOn["from"] = map[string]any{
		"epoch": 1.0, "step": 4.0, "history": history,
		"weights": append(after["weights"].([]float32), after["bias"].([]float32)...),
	}
	second.do("startTeam", "runs", []any{goesOn})
	if joined := second.named("RunJoined"); len(joined) != 1 || joined[0]["run"].(map[string]any)["step"] != 4 {
		t.Errorf("it joined as %v", joined)
	}
	second.awaitStatus(ids[1], protocol.StatusFinished)
	if !slices.Equal(first.weights(ids[1]), second.weights(ids[1])) {
		t.Error("a run that goes on in another worker ends at other weights")
	}
}

func TestIdsAreReservedBeforeThereAreData(t *testing.T) {
	p := startPage(t, NewEmpty)
	p.do("reserveRuns", "count", 6.0, "named", 4.0)
	p.do("useSample")
	run := p.named("RunStarted")[0]["run"].(map[string]any)
	if name := phrase.Decode(run["name"]).String(); run["id"] != 7 || name != "Run 5" {
		t.Errorf("the first run is %v, named %q", run["id"], name)
	}
}

func TestTeamPausesAndStops(t *testing.T) {
	p := openPage(t)
	ids := p.do("reserveRuns", "count", 2.0)["ids"].([]any)
	p.do("startTeam", "runs", twoRuns(ids))
	p.refused("startTeam", "runs", twoRuns(ids))
	p.do("pauseTeam")
	p.do("playTeam")
	p.do("stopTeam")
	steps := p.do("weights", "run", float64(ids[0].(int)))
	if len(steps["weights"].([]float32)) == 0 {
		t.Error("a stopped run has no weights")
	}
	p.do("removeRun", "run", float64(ids[0].(int)))
	p.refused("weights", "run", float64(ids[0].(int)))
}

// TestCrew gives a second worker the data of the first and lets both train the
// same setting.
func TestCrew(t *testing.T) {
	first, crew := openPage(t), openPageOf(t, NewCrew)
	crew.refused("play")
	crew.refused("startTeam", "runs", twoRuns([]any{5, 6}))

	ids := first.do("reserveRuns", "count", 4.0)["ids"].([]any)
	out, in := pipe()
	received := crew.send("receiveData", "port", in)
	first.do("shareData", "port", out)
	if answer := crew.answer(received); answer["event"] != "Replied" {
		t.Fatalf("the data were refused: %v", answer["why"])
	}
	first.do("startTeam", "runs", twoRuns(ids[:2]))
	crew.do("startTeam", "runs", twoRuns(ids[2:]))
	first.awaitStatus(ids[1], protocol.StatusFinished)
	crew.awaitStatus(ids[3], protocol.StatusFinished)
	if !slices.Equal(first.weights(ids[1]), crew.weights(ids[3])) {
		t.Error("the crew's run ends at other weights than the same run of the first worker")
	}
}

func TestRenameAndRemove(t *testing.T) {
	p := openPage(t)
	p.do("renameRun", "run", 1.0, "name", "wide")
	if run := p.do("step"); run["name"] != "wide" {
		t.Errorf("the name is %v", run["name"])
	}
	p.refused("renameRun", "run", 9.0, "name", "nobody")
	p.refused("renameRun", "run", 1.0, "name", "")
	p.do("removeRun", "run", 1.0)
	p.refused("weights", "run", 1.0)
	if run := p.do("pause"); run["id"] == 1 || run["status"] != "ready" {
		t.Errorf("after the current run was removed: %v", run)
	}
}

func TestFork(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	p.do("finishEpoch")
	epochs := p.named("EpochFinished")
	snapshot := epochs[len(epochs)-1]["weights"].([]float32)

	history := make([]float64, 2*protocol.PointSize)
	history[protocol.PointSize] = 1
	fork := p.do("fork", "name", "warmer", "settings", map[string]any{"learningRate": .01}, "from", map[string]any{
		"epoch": 1.0, "step": 4.0, "weights": snapshot, "history": history,
	})
	if fork["name"] != "warmer" || fork["epoch"] != 1 || fork["status"] != "paused" {
		t.Errorf("the fork is %v", fork)
	}
	if !slices.Equal(p.weights(fork["id"]), snapshot[:len(snapshot)-10]) {
		t.Error("the fork begins at other weights")
	}
	p.do("play")
	if done := p.awaitStatus(fork["id"], protocol.StatusFinished); done["epoch"] != 2 {
		t.Errorf("the fork finished as %v", done)
	}
	p.refused("fork", "from", map[string]any{"epoch": 1.0, "step": 4.0})
}
