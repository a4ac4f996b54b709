package protocol

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/train"
)

var update = flag.Bool("update", false, "write the events' JSON files anew")

// commands are what testdata/commands.json decodes to, by its keys.
var commands = map[string]Command{
	"open":        Open{Port: "a port"},
	"cancelOpen":  CancelOpen{Message: "why"},
	"assignRoles": AssignRoles{Roles: []cifar10.Role{cifar10.Train, cifar10.Unused}, HoldOut: cifar10.HoldOut{Validation: 1000}},
	"images":      Images{Shard: 1, From: 20, Count: 10},
	"predict":     Predict{Split: cifar10.Test},
	"classMeans":  ClassMeans{Split: cifar10.Train},
	"splitImages": SplitImages{Split: cifar10.Validation, Indices: []int{7, 0, 49999}},
	"useSample":   UseSample{},
	"configure":   Configure{Settings: Settings{"l2": .1, "shuffle": true}},
	"newRun":      NewRun{Settings: Settings{"l2": 0.0, "learningRate": .1, "batchSize": 100.0, "epochs": 40.0}},
	"play":        Play{},
	"pause":       Pause{},
	"step":        Step{},
	"finishEpoch": FinishEpoch{},
	"reset":       Reset{},
	"weights":     Weights{Run: 3},
	"attachView":  AttachView{Port: "a port"},
	"reserveRuns": ReserveRuns{Count: 4},
	"startTeam": StartTeam{Runs: []TeamRun{
		{ID: 5, Name: "A", Settings: Settings{"l2": 0.0, "learningRate": .1}},
		{ID: 6, Name: "B", Settings: Settings{"l2": 0.0, "learningRate": .001}},
	}},
	"playTeam":       PlayTeam{},
	"pauseTeam":      PauseTeam{},
	"stopTeam":       StopTeam{},
	"renameRun":      RenameRun{Run: 3, Name: "wide"},
	"removeRun":      RemoveRun{Run: 3},
	"fork":           Fork{Name: "fork", Settings: Settings{"l2": 1.0}, From: Snapshot{Epoch: 3, Step: 300}},
	"shareData":      ShareData{Port: "a port"},
	"receiveData":    ReceiveData{Port: "a port"},
	"gradientInputs": GradientInputs{BatchSize: 100, L2: .1, Initial: true},
}

func TestCommands(t *testing.T) {
	messages := readJSON(t, "commands.json")
	for name, want := range commands {
		message, ok := messages[name].(map[string]any)
		if !ok {
			t.Errorf("%s is missing from commands.json", name)
			continue
		}
		id, got, err := DecodeCommand(message)
		if err != nil || id != 7 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: id %d, %#v, %v; want id 7, %#v", name, id, got, err, want)
		}
		delete(messages, name)
	}
	for name := range messages {
		t.Errorf("commands.json has an unknown command %s", name)
	}
}

func TestBadCommands(t *testing.T) {
	for _, message := range []map[string]any{
		{},
		{"command": "play"},
		{"command": "play", "id": .5},
		{"command": "fly", "id": 1.0},
		{"command": "assignRoles", "id": 1.0, "roles": []any{"trainer"}, "holdOut": map[string]any{"validation": 0.0, "test": 0.0}},
		{"command": "assignRoles", "id": 1.0, "roles": []any{"train"}, "holdOut": map[string]any{"validation": -1.0, "test": 0.0}},
		{"command": "images", "id": 1.0, "shard": 0.0, "from": 0.0},
		{"command": "weights", "id": 1.0, "run": "first"},
		{"command": "predict", "id": 1.0, "split": "unused"},
		{"command": "classMeans", "id": 1.0},
		{"command": "splitImages", "id": 1.0, "split": "train"},
		{"command": "splitImages", "id": 1.0, "split": "train", "indices": []any{1.0, "2"}},
		{"command": "splitImages", "id": 1.0, "split": "train", "indices": []float64{-1}},
	} {
		if _, c, err := DecodeCommand(message); err == nil {
			t.Errorf("%v was taken for %#v", message, c)
		}
	}
}

// TestEvents writes each event as JSON and compares it with the file that the
// page's tests read too.
func TestEvents(t *testing.T) {
	hp := train.Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 100, Epochs: 40, Seed: 1}
	run := Run{ID: 1, Name: "Run 1", Settings: hp, Status: StatusRunning, Epoch: 2, Step: 250, StepsPerEpoch: 100}
	done := run
	done.Status, done.Epoch, done.Step, done.Test = StatusFinished, 40, 4000, &train.Metrics{Loss: 1.75, Cost: 1.875, Accuracy: .39}
	broken := run
	broken.ID, broken.Status, broken.Message = 2, StatusDiverged, "Diverged at step 3 (epoch 1)."
	point := train.Point{Epoch: 3, Train: train.Metrics{Loss: 2, Cost: 2.5, Accuracy: .25}, Validation: train.Metrics{Loss: math.NaN(), Cost: math.Inf(1), Accuracy: .125}}
	dataset := &cifar10.Dataset{
		Name:    "CIFAR-10",
		Shards:  []*cifar10.Shard{cifar10test.Random("data_batch_1.bin", 20, 1), cifar10test.Random("test_batch.bin", 10, 2), cifar10test.Random("data_batch_9.bin", 1, 3)},
		Roles:   []cifar10.Role{cifar10.Train, cifar10.Test, cifar10.Unused},
		HoldOut: cifar10.HoldOut{Validation: 2},
		Why:     "data_batch_1.bin for training",
	}
	data := Data{Dataset: dataset, Fingerprint: dataset.Fingerprint()}
	data.Duplicates.Test = 1
	got := map[string]any{}
	for name, event := range map[string]Event{
		"Ready":           Ready{},
		"Settled":         Settled{},
		"Replied":         Replied{ID: 7, Value: run.Encode()},
		"Refused":         Refused{ID: 7, Message: "l2: expected a number from 0 to 1000", Field: "l2"},
		"DataOpened":      DataOpened{data},
		"FilesRefused":    FilesRefused{Messages: []string{"notes.txt is text."}},
		"SettingsChanged": SettingsChanged{Settings: hp, Deferred: []string{"batchSize", "seed"}},
		"RunStarted":      RunStarted{run},
		"RunArchived":     RunArchived{Run: done, History: EncodePoints([]train.Point{point})},
		"RunReset":        RunReset{run},
		"RunChanged":      RunChanged{done},
		"RunDiverged":     RunChanged{broken},
		"Progressed":      Progressed{Run: 1, Epoch: 2, Step: 250, ImagesPerSecond: 50000, SecondsLeft: 7.5, MinibatchLoss: 1.5},
		"EpochFinished":   EpochFinished{Run: 1, Point: point, Weights: []float32{-.5, .25}},
		"RunJoined":       RunJoined{run},
		"RunRemoved":      RunRemoved{Run: 3},
		"weights":         WeightsFrame{Run: 1, Epoch: 2, Step: 250, Weights: []float32{-.5, .25}},
		"history":         HistoryFrame{Run: 1, From: 2, Points: []train.Point{point}},
		"minibatch":       MinibatchFrame{Run: 1, From: 50, Start: 1, Width: .02, Values: []float32{2.25, 2.125}},
	} {
		got[name] = printable(event.Encode())
	}
	written, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", "events.json"), append(written, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := readJSON(t, "events.json")
	var round map[string]any
	if err := json.Unmarshal(written, &round); err != nil {
		t.Fatal(err)
	}
	for name := range round {
		if !reflect.DeepEqual(round[name], want[name]) {
			t.Errorf("%s: %v, want %v", name, round[name], want[name])
		}
	}
	if len(round) != len(want) {
		t.Errorf("%d events, want %d", len(round), len(want))
	}
}

// printable writes numbers that JSON cannot hold as strings, as testdata has them.
func printable(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key := range v {
			v[key] = printable(v[key])
		}
	case []any:
		for i := range v {
			v[i] = printable(v[i])
		}
	case []float64:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = printable(x)
		}
		return list
	case float64:
		switch {
		case math.IsNaN(v):
			return "NaN"
		case math.IsInf(v, 1):
			return "Infinity"
		}
	}
	return value
}

func TestPoints(t *testing.T) {
	want := []train.Point{
		{Epoch: 0, Train: train.Metrics{Loss: 1, Cost: 2, Accuracy: 3}, Validation: train.Metrics{Loss: 4, Cost: 5, Accuracy: 6}},
		{Epoch: 1, Train: train.Metrics{Loss: 7, Cost: 8, Accuracy: 9}, Validation: train.Metrics{Loss: 10, Cost: 11, Accuracy: 12}},
	}
	if got := DecodePoints(EncodePoints(want)); !reflect.DeepEqual(got, want) {
		t.Errorf("%v became %v", want, got)
	}
}

func TestSettings(t *testing.T) {
	start := train.Default()
	got, err := Settings{"l2": .5, "learningRate": .01, "batchSize": 10.0, "epochs": 3.0, "seed": 9.0, "shuffle": true}.Apply(start)
	want := train.Hyperparameters{L2: .5, LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 9, Shuffle: true}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for field, value := range map[string]any{
		"l2": "much", "learningRate": math.NaN(), "batchSize": 1.5, "epochs": 0.0, "seed": -1.0, "shuffle": 1.0, "momentum": .9,
	} {
		_, err := Settings{field: value}.Apply(start)
		if wrong, ok := err.(*train.FieldError); !ok || wrong.Field != field {
			t.Errorf("%s = %v: error %v", field, value, err)
		}
	}
}

func readJSON(t *testing.T, name string) map[string]any {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	if err := json.Unmarshal(content, &object); err != nil {
		t.Fatal(err)
	}
	return object
}
