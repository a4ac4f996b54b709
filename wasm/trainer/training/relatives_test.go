package training

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/protocol"
)

// A further test that arrives later is measured by the finished run, which stays.
func TestFurtherTestsKeepTheRun(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	p.do("configure", "settings", map[string]any{"epochs": 1.0, "batchSize": 10.0})
	run := p.awaitStatus(p.do("play")["id"], "finished")["id"]
	s = openSource(p)
	s.shard("fog", 20, 2, "set", "fog")
	data := s.done(nil)["value"].(map[string]any)
	tests := data["tests"].([]any)
	if len(tests) != 1 || tests[0].(map[string]any)["images"] != 20 || data["undo"] != true {
		t.Fatalf("the data are %v", data)
	}
	measured := p.await(func(e map[string]any) bool {
		r, ok := e["run"].(map[string]any)
		return ok && e["event"] == "RunChanged" && len(r["tests"].(map[string]any)) > 0
	})["run"].(map[string]any)
	if fog, ok := measured["tests"].(map[string]any)["fog"].(map[string]any); measured["id"] != run || !ok ||
		!(fog["loss"].(float64) > 0) {
		t.Errorf("run %v, then %v", run, measured)
	}
	data = p.do("undoData")
	if len(data["tests"].([]any)) != 0 || data["undo"] != false {
		t.Errorf("after undoing the data are %v", data)
	}
	p.refused("undoData")
}

// The same images under a name that says nothing else are reported, and change nothing.
func TestSameContentIsTold(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	s = openSource(p)
	s.shard("data_batch_1.bin", 30, 1)
	if answer := s.done(nil); answer["event"] != "Refused" {
		t.Errorf("answered %v", answer)
	}
}

// Labels without images are other labels of the training images, or need their own.
func TestLabelsOfOtherPeople(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	y := slices.Clone(cifar10test.Random("data_batch_1", 30, 1).Labels)
	y[0] = (y[0] + 1) % 10
	s = openSource(p)
	s.Post(map[string]any{"labels": "human", "y": y, "alone": "the 30 images are missing"})
	data := s.done(nil)["value"].(map[string]any)
	labels := data["labels"].(map[string]any)
	if labels["used"] != "human" || labels["sets"].([]any)[0].(map[string]any)["differing"] == 0.0 {
		t.Errorf("the labels are %v", labels)
	}
	if data = p.do("useLabels", "name", ""); data["labels"].(map[string]any)["used"] != "" {
		t.Errorf("the labels are %v", data["labels"])
	}
	s = openSource(p)
	s.Post(map[string]any{"labels": "short", "y": y[1:], "alone": "the 29 images are missing"})
	if answer := s.done(nil); answer["event"] != "Refused" {
		t.Errorf("answered %v", answer)
	}
}

// Kept labels return with the shards, and with the set used for training.
func TestKeptLabels(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	y := make([]uint8, 30)
	data := s.done(map[string]any{
		"roles": map[string]any{"data_batch_1": "train"}, "holdOut": map[string]any{"validation": 3.0, "test": 3.0},
		"labels":     []any{map[string]any{"name": "human", "y": y}, map[string]any{"name": "worse", "y": y}},
		"labelsUsed": "human",
	})["value"].(map[string]any)
	labels := data["labels"].(map[string]any)
	if labels["used"] != "human" || len(labels["sets"].([]any)) != 2 {
		t.Errorf("the labels are %v", labels)
	}
	if got, _ := p.answer(p.send("labelSet", "name", "worse"))["value"].([]byte); !slices.Equal(got, y) {
		t.Errorf("the labels of the set are %v", got)
	}
	p.refused("labelSet", "name", "none")
}

// A crew measures the further tests if they are shared with it.
func TestCrewMeasuresFurtherTests(t *testing.T) {
	p, crew := openPage(t), openPageOf(t, NewCrew)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.shard("fog", 20, 2, "set", "CIFAR-10-C fog")
	s.done(nil)
	ids := p.do("reserveRuns", "count", 2.0)["ids"].([]any)
	out, in := pipe()
	received := crew.send("receiveData", "port", in)
	p.do("shareData", "port", out, "tests", true)
	crew.answer(received)
	crew.do("startTeam", "runs", twoRuns(ids))
	run := crew.awaitStatus(ids[1], protocol.StatusFinished)
	if tests := run["tests"].(map[string]any); tests["CIFAR-10-C fog"] == nil {
		t.Errorf("the figures are %v", tests)
	}
}

// Other classes replace all data, and their number is the network's.
func TestOtherClassesReplace(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	s = openSource(p)
	s.shard("trees", 30, 2, "classes", []any{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"})
	data := s.done(nil)["value"].(map[string]any)
	if len(data["shards"].([]any)) != 1 || len(data["classes"].([]any)) != 11 || data["official"] != false {
		t.Errorf("the data are %v", data)
	}
	runs := p.named("RunStarted")
	id := runs[len(runs)-1]["run"].(map[string]any)["id"].(int)
	p.do("configure", "settings", map[string]any{"epochs": 2.0, "batchSize": 10.0})
	p.awaitStatus(p.do("play")["id"], "finished")
	weights := p.do("weights", "run", float64(id))
	if len(weights["bias"].([]float32)) != 11 {
		t.Errorf("%d biases", len(weights["bias"].([]float32)))
	}
}
