package protocol

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/loss"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

var update = flag.Bool("update", false, "write the JSON files anew")

// programs are all programs.
var programs = []wire.Program{Trainer, Checker, Loader, Packer}

// commandExamples has one of each command, as testdata/commands.json has them.
var commandExamples = []any{
	Open{Port: "a port", Replaces: true},
	CancelOpen{Message: phrase.Plain("why")},
	AssignRoles{Roles: []cifar10.Role{cifar10.Train, cifar10.Unused}, HoldOut: cifar10.HoldOut{Validation: 1000}},
	UseLabels{Name: "coarse"},
	LabelSet{Name: "coarse"},
	UndoData{},
	ChangeData{Variant: cifar10.Grey},
	Images{Shard: 1, From: 20, Count: 10},
	Predict{Split: SplitName(cifar10.Test)},
	MeasureClasses{Split: SplitName(cifar10.Train)},
	Explain{Pixels: []uint8{7, 8}, Weights: []float32{.5, 1.5}},
	FindFlip{Pixels: []uint8{7, 8}, Weights: []float32{.5, 1.5}},
	MeasureWeights{Weights: []float32{.5, 1.5}, Smoothing: 2},
	ShrinkPicture{Pixels: []uint8{1, 2, 3, 255}, Width: 1, X: .25, Y: .5, Size: .5},
	SplitImages{Split: SplitName(cifar10.Validation), Indices: []int{7, 0, 49999}},
	UseSample{},
	Configure{Settings: Settings{"l2": .1, "shuffle": true}},
	NewRun{Settings: Settings{"l2": 0.0, "learningRate": .1, "batchSize": 100.0, "epochs": 40.0}},
	Play{EpochsPerSecond: 4},
	Pause{},
	Step{Details: true},
	FinishEpoch{},
	Extend{Epochs: 40},
	Reset{},
	Weights{Run: 3},
	AttachView{Port: "a port"},
	ReserveRuns{Count: 4, Named: 7},
	StartTeam{Runs: []TeamRun{
		{ID: 5, Name: phrase.Plain("A"), Settings: Settings{"l2": 0.0, "learningRate": .1}},
		{
			ID:       6,
			Name:     phrase.Plain("B"),
			Settings: Settings{"l2": 0.0, "learningRate": .001},
			From:     &Snapshot{Epoch: 3, Step: 300, Weights: []float32{-.5, .25}, History: Points{}},
		},
	}},
	PlayTeam{},
	PauseTeam{},
	StopTeam{},
	RenameRun{Run: 3, Name: phrase.Plain("wide")},
	RemoveRun{Run: 3},
	Fork{
		Name:     phrase.Plain("fork"),
		Settings: Settings{"l2": 1.0},
		Loaded:   true,
		From: Snapshot{
			Epoch:   3,
			InEpoch: 20,
			Step:    320,
			Weights: []float32{-.5, .25},
			History: Points{},
			Changes: []train.Change{{Step: 150, Epoch: 1.5, From: train.Default(), To: train.Default()}},
			Carried: &Carried{Moments: []float32{1}, Steps: 320, Best: []float32{2}},
		},
	},
	ShareData{Port: "a port", Tests: true},
	ReceiveData{Port: "a port"},
	UseHelper{Port: "a port"},
	DropHelpers{},
	Help{Port: "a port"},
	GradientInputs{BatchSize: 100, L2: .1, Initial: true},
	Curvature{Images: 1000, Member: Member{Weights: []float32{1}, Settings: Settings{"l2": .1}}},
	Ensemble{Members: []Member{{Weights: []float32{1}, Settings: Settings{"seed": 1.0}}}},
	NearestMean{Settings: Settings{"smoothing": 1.0}},
	Gram{Settings: Settings{"smoothing": 1.0}},
	Line{From: Member{Weights: []float32{1}}, To: Member{Weights: []float32{2}}, Shares: []float64{0, .5}, Images: 100},
	Accuracies{Member: Member{Weights: []float32{1}, Settings: Settings{"loss": "bce"}}},
	StartSweep{Cells: []Cell{{ID: 3, Settings: Settings{"l2": .1}}}},
	PlaySweep{},
	PauseSweep{},
	DropCells{Cells: []int{3, 4}},
	CellWeights{Cell: 3},
	Ridge{GramSums: GramSums{XX: []float64{1}, XY: []float64{2}, Counts: []float64{3}}, L2: .5},
	CheckGradient{
		Inputs: checkInputs,
		CheckOptions: CheckOptions{
			L2:        .1,
			H:         1e-5,
			Eps:       1e-16,
			Formula:   ForwardDifference,
			WholeCost: true,
			Break:     true,
			Mistake:   "half-penalty",
		},
	},
	SweepGradient{Inputs: checkInputs, CheckOptions: CheckOptions{Formula: CentralDifference}},
	CancelGradient{},
	Read{Files: []NamedFile{{Name: "cifar-10/data_batch_1.bin", File: "a file"}}, Port: "a port", Room: 1e6},
	Answer{Chosen: []int{1}},
	DigestFile{File: "a file"},
	PackWeights{
		Weights:  []float32{-.5, .25},
		Bias:     []float32{.5},
		Mean:     []float64{1},
		Std:      []float64{2},
		Settings: "{}",
		Moments:  []float32{1},
		Best:     []float32{2},
	},
	UnpackWeights{Bytes: []uint8{80, 75}},
}

var checkInputs = CheckInputs{
	Pixels: []uint8{0, 255}, Labels: []uint8{9}, Mean: []float64{1}, Std: []float64{2},
	Weights: []float32{-.5}, Bias: []float32{.25}, KernelGradient: []float32{2},
}

// TestCommands writes each command as the page sends it and reads it again.
func TestCommands(t *testing.T) {
	written, examples := map[string]any{}, map[string]any{}
	for _, example := range commandExamples {
		name := wire.Name(wire.TypeName(example))
		message := wire.Object(example)
		message["command"], message["id"] = name, 7
		written[name], examples[name] = message, example
	}
	messages := compare(t, "commands.json", written)
	for _, program := range programs {
		for _, exchange := range program.Commands {
			name := wire.Name(wire.TypeName(exchange.Command()))
			message, ok := messages[name].(map[string]any)
			if !ok {
				t.Errorf("%s has no example", name)
				continue
			}
			id, got, err := program.DecodeCommand(message)
			want := examples[name]
			if err != nil || id != 7 || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: id %d, %#v, %v; want id 7, %#v", name, id, got, err, want)
			}
		}
	}
}

func TestBadCommands(t *testing.T) {
	for code, messages := range map[string][]map[string]any{
		"not-whole": {
			{},
			{"command": "play"},
			{"command": "play", "id": .5},
			{"command": "images", "id": 1.0, "shard": 0.0, "from": 0.0},
			{"command": "weights", "id": 1.0, "run": "first"},
			{"command": "splitImages", "id": 1.0, "split": "train", "indices": []any{1.0, "2"}},
		},
		"unknown-command": {{"command": "fly", "id": 1.0}, {"id": 1.0}},
		"not-one-of": {
			{
				"command": "assignRoles", "id": 1.0, "roles": []any{"trainer"},
				"holdOut": map[string]any{"validation": 0.0, "test": 0.0},
			},
			{"command": "predict", "id": 1.0, "split": "unused"},
			{"command": "measureClasses", "id": 1.0},
		},
		"missing": {
			{"command": "splitImages", "id": 1.0, "split": "train"},
			{"command": "assignRoles", "id": 1.0, "roles": []any{"train"}},
			{"command": "fork", "id": 1.0, "from": 1.0},
		},
		"not-true-or-false": {{"command": "gradientInputs", "id": 1.0, "batchSize": 1.0, "l2": 0.0}},
		"not-a-number":      {{"command": "gradientInputs", "id": 1.0, "batchSize": 1.0, "initial": true}},
	} {
		for _, message := range messages {
			if _, c, err := Trainer.DecodeCommand(message); !refusal.Is(err, code) {
				t.Errorf("%v was taken for %#v with error %v, want %s", message, c, err, code)
			}
		}
	}
}

// TestEvents writes each event and frame as JSON and compares it with the file that the
// page's tests read too.
func TestEvents(t *testing.T) {
	hp := train.Hyperparameters{L2: .1, LearningRate: .001, BatchSize: 100, Epochs: 40, Seed: 1}
	run := Run{
		ID:            1,
		Name:          phrase.New("run-number", "Run {n}", phrase.Values{"n": 1}),
		Settings:      hp,
		Status:        StatusRunning,
		Epoch:         2,
		Step:          250,
		StepsPerEpoch: 100,
	}
	done := run
	done.Status, done.Epoch, done.Step, done.Test = StatusFinished, 40, 4000, &train.Metrics{
		Loss:     1.75,
		Cost:     1.875,
		Accuracy: .39,
	}
	broken := run
	broken.ID, broken.Status, broken.Message = 2, StatusDiverged, phrase.Plain("Diverged at step 3 (epoch 1).")
	point := train.Point{
		Epoch:      3,
		Train:      train.Metrics{Loss: 2, Cost: 2.5, Accuracy: .25},
		Validation: train.Metrics{Loss: math.NaN(), Cost: math.Inf(1), Accuracy: .125},
	}
	dataset := &cifar10.Dataset{
		Name: phrase.Plain("CIFAR-10"),
		Shards: []*cifar10.Shard{
			cifar10test.Random("data_batch_1.bin", 20, 1),
			cifar10test.Random("test_batch.bin", 10, 2),
			cifar10test.Random("data_batch_9.bin", 1, 3),
		},
		Roles:   []cifar10.Role{cifar10.Train, cifar10.Test, cifar10.Unused},
		HoldOut: cifar10.HoldOut{Validation: 2},
		Why:     phrase.Plain("data_batch_1.bin for training"),
	}
	data := Describe(dataset)
	data.Fingerprint, data.Duplicates.Test = dataset.Fingerprint(), 1
	events := map[string]any{
		"Ready":           Ready{Version: Version},
		"Settled":         Settled{},
		"Replied":         Replied{ID: 7, Value: run},
		"Refused":         Refuse(7, refusal.NotFromTo("l2", 0, 1000)),
		"Failed":          Failed{Message: "The training engine stopped."},
		"DataOpened":      DataOpened{data},
		"FilesRefused":    FilesRefused{Why: []phrase.Text{phrase.Plain("notes.txt is text.")}},
		"SettingsChanged": SettingsChanged{CurrentSettings{Settings: hp, Deferred: []SettingName{"batchSize", "seed"}}},
		"RunStarted":      RunStarted{run},
		"RunArchived":     RunArchived{Run: done, History: Points{point}},
		"RunReset":        RunReset{run},
		"RunChanged":      RunChanged{done},
		"RunDiverged":     RunChanged{broken},
		"Progressed": Progressed{
			Run:             1,
			Epoch:           2,
			Step:            250,
			ImagesPerSecond: 50000,
			SecondsLeft:     7.5,
			MinibatchLoss:   1.5,
		},
		"EpochFinished": EpochFinished{
			Run: 1, Point: point, Weights: []float32{-.5, .25},
			ByClass: &train.ByClass{Right: []int{3, 1}, Images: []int{4, 5}},
		},
		"RunJoined":          RunJoined{run},
		"RunRemoved":         RunRemoved{Run: 3},
		"CellMeasured":       CellMeasured{Cell: 3, Point: point, Status: StatusRunning},
		"Summed":             Summed{Share: .25},
		"GradientProgressed": GradientProgressed{Done: 100, Total: 30730},
		"LoadProgressed": LoadProgressed{
			File:        "data_batch_1.bin",
			Files:       6,
			Bytes:       3073,
			TotalBytes:  30730,
			Images:      1,
			SecondsLeft: 1.5,
		},
		"Asked": Asked{
			Text:    phrase.Plain("Which are the labels?"),
			Options: []phrase.Text{phrase.Plain("y"), phrase.Plain("z")},
			Least:   1,
			Most:    1,
		},
		"Noted":     Noted{Message: phrase.Plain("Pictures are scaled.")},
		"RoomShort": RoomShort{Message: phrase.Plain("What fits is loaded.")},
	}
	written := map[string]any{}
	for name, event := range events {
		written[name] = wire.Event(event)
	}
	for _, frame := range []any{
		WeightsFrame{Run: "1", Weights: []float32{-.5, .25}, Bias: []float32{.125}},
		DataFrame{Mean: []float32{.5}, Std: []float32{2}, Labels: []uint8{3}, Pixels: []uint8{255}},
		MinibatchImagesFrame{Run: "1", Size: 100, Pixels: []uint8{255}},
		HistoryFrame{Run: "past", From: 2, Points: Points{point}},
		MinibatchFrame{Run: "1", From: 50, Start: 1, Width: .02, Values: []float32{2.25, 2.125}},
		ImageFrame{Pixels: []uint8{255}, X: []float32{.5}, Label: 3, Caption: "1 of 100"},
		MeansFrame{Pixels: []uint8{255}},
		ErrorsFrame{Key: "gradient", Errors: []float64{1e-9}},
		Drawn{Milliseconds: 1.5},
	} {
		known := append(slices.Clone(Frames), Drawn{})
		if got, err := wire.DecodeFrame(
			known,
			wire.Frame(frame),
		); err != nil ||
			fmt.Sprint(wire.Frame(got)) != fmt.Sprint(wire.Frame(frame)) {
			t.Errorf("%#v came back as %#v, %v", frame, got, err)
		}
		written[wire.Frame(frame)["frame"].(string)] = wire.Frame(frame)
	}
	compare(t, "events.json", written)
	for _, program := range programs {
		for _, event := range program.Events {
			if events[wire.TypeName(event)] == nil {
				t.Errorf("%s has no example", wire.TypeName(event))
			}
		}
	}
}

// sceneExample has a panel of each kind.
var sceneExample = Scene{
	Classes: []string{"cat", "dog"},
	Theme: SceneTheme{
		Ground: "#ffffff", Ink: "#000000", Muted: "#666666", Hairline: "#cccccc", Accent: "#0072b2",
		FontFamily: "Plex", Scale: 1.5, Calm: true,
	},
	Words:  Words{"epoch {n}": "epok {n}"},
	Layout: &SceneLayout{Columns: 2},
	Panels: []Panel{
		{TemplatesPanel{Run: "report-A", Title: "A"}},
		{MachinePanel{Run: "1", Loss: "svm"}},
		{ChartPanel{
			Metric: LossMetric, Title: "loss", Log: true, LogSwitch: true, Minibatch: "1", Best: "1", CommonRange: true,
			Series: []Series{{Run: "1", Split: ValidationSeries, Label: "validation", Color: "#d55e00", Dashed: true}},
			Gap:    true, At: new(2.5), Rates: Numbers{.5, .25}, RateLabel: "η 0.25", Empty: "Press Train", Epochs: 40,
			Changes: []ChangeMark{{Epoch: 1.5, Label: "λ"}},
		}},
		{StackPanel{Run: "1", Title: "cost", At: new(0.0), Changes: []ChangeMark{{Epoch: 1.5, Label: "λ"}}}},
		{ErrorsPanel{Key: "gradient", Title: "errors", Empty: "Check"}},
		{HeatPanel{
			Title: "accuracy", Columns: []string{"0.1", "1"}, Rows: []string{"0"}, ColumnTitle: "η", RowTitle: "λ",
			Values: []*float64{new(.25), nil}, Texts: []string{"25 %", ""}, Best: 0, Empty: "Press Start",
		}},
		{CurvePanel{
			Title: "error", XLog: true, YLog: true, XLabel: "h", YLabel: "ε", MarkX: new(1e-5),
			Series: []CurveSeries{{Label: "W", Color: "#000000", Dashed: true, Points: []Pair{{1e-5, 1e-9}}}},
		}},
	},
}

// TestViewMessages writes each message between the page and the view, reads it again, and
// compares it with the file that the page's tests read too.
func TestViewMessages(t *testing.T) {
	epoch := 2.5
	box := PanelBox{X: 1, Y: 2, Width: 30, Height: 40}
	written := map[string]any{}
	known := append(slices.Clone(ToView), FromView...)
	for _, message := range []any{
		Connect{Worker: "main", Port: "a port"},
		sceneExample,
		Zoom{From: 1, To: 3.5},
		Enlarge{Title: "cost"},
		Forget{Run: "3"},
		Begin{}, ViewCompiled{},
		ViewReady{Version: Version}, ViewFailed{Message: "The view ended."},
		Hovered{Epoch: &epoch},
		TilePressed{Run: "past", Class: 3},
		LogWanted{On: true},
		Zoomed{From: 1, To: 3.5},
		Enlarged{Title: "cost"},
		Laid{Boxes: []PanelBox{box}, Cells: []PanelBox{box}, Buttons: box},
		PictureWanted{Turn: 2},
		Picture{Turn: 2, SVG: "<svg/>"},
	} {
		object := wire.View(message)
		if got, err := wire.DecodeView(known, object); err != nil || !reflect.DeepEqual(got, message) {
			t.Errorf("%#v came back as %#v, %v", message, got, err)
		}
		written[object["view"].(string)] = object
	}
	compare(t, "view.json", written)
	for _, message := range known {
		if written[wire.MessageName("View", message)] == nil {
			t.Errorf("%s has no example", wire.TypeName(message))
		}
	}
}

// TestShardMessages checks that messages through a port of shards arrive unchanged.
func TestShardMessages(t *testing.T) {
	for _, want := range []any{
		&ShardPiece{
			Name: "a.bin", Title: "training batch 1 of 5", Fingerprint: "f", Images: 2,
			Records: []uint8{1, 2}, Waits: true, Set: "far", Classes: []string{"a", "b"},
		},
		&LabelsAlone{Labels: "y.npy", Y: []uint8{3}, Alone: phrase.Plain("y.npy holds no images")},
		&ShardsEnd{
			Done: true, Errors: []phrase.Text{phrase.Plain("b.bin is empty")},
			Roles: ShardRoles{"a.bin": cifar10.Test}, HoldOut: cifar10.HoldOut{Validation: 3},
		},
		&ShardReceived{Received: true},
		&SharedHeading{Name: phrase.Plain("CIFAR-10"), Drawn: true, Shards: 2, HoldOut: cifar10.HoldOut{Test: 4}},
		&SharedShard{
			Name: "a.bin", Role: cifar10.Train, Pixels: []uint8{1}, Labels: []uint8{9}, TrainLabels: []uint8{8},
		},
		&MeasurePoint{Number: 3, Settings: train.Default(), Weights: []float32{1, 2}, Training: true},
		&PointMeasured{Number: 3, Split: SplitName(cifar10.Train), Score: train.Score{
			Loss: 230.2, Correct: 11, ByClass: train.ByClass{Right: []int{3, 1}, Images: []int{4, 5}},
		}},
	} {
		message := wire.Object(reflect.ValueOf(want).Elem().Interface())
		got := reflect.New(reflect.TypeOf(want).Elem()).Interface()
		if err := wire.Decode(message, got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%#v came back as %#v, %v", want, got, err)
		}
	}
}

// compare compares messages with a file of testdata, or with -update writes it, and returns
// its content.
func compare(t *testing.T, file string, messages map[string]any) map[string]any {
	t.Helper()
	written, err := json.MarshalIndent(printable(messages), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", file), append(written, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := readJSON(t, file)
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
		t.Errorf("%d messages, want %d", len(round), len(want))
	}
	return want
}

// printable writes what JSON cannot hold as testdata has it: typed arrays as arrays, and
// NaN and infinities as strings.
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
		return printableList(v)
	case []uint8:
		return printableList(v)
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

func printableList[T any](numbers []T) []any {
	list := make([]any, len(numbers))
	for i, x := range numbers {
		list[i] = printable(x)
	}
	return list
}

func TestPoints(t *testing.T) {
	want := Points{
		{
			Epoch:      0,
			Train:      train.Metrics{Loss: 1, Cost: 2, Accuracy: 3},
			Validation: train.Metrics{Loss: 4, Cost: 5, Accuracy: 6},
		},
		{
			Epoch:      1,
			Train:      train.Metrics{Loss: 7, Cost: 8, Accuracy: 9},
			Validation: train.Metrics{Loss: 10, Cost: 11, Accuracy: 12},
		},
	}
	var got Points
	if err := got.Decode(want.Encode()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v became %v", want, got)
	}
}

func TestSettings(t *testing.T) {
	start := train.Default()
	got, err := Settings{
		"l2":             .5,
		"learningRate":   .01,
		"batchSize":      10.0,
		"epochs":         3.0,
		"seed":           9.0,
		"shuffle":        true,
		"loss":           "svm",
		"optimizer":      "adam",
		"momentum":       .5,
		"schedule":       "plateau",
		"decayFactor":    .25,
		"decayEvery":     2.0,
		"initialization": "zero",
		"earlyStopping":  4.0,
		"flip":           .5,
		"shift":          1.0,
		"trainingImages": 500.0,
		"smoothing":      3.0,
	}.Apply(start)
	want := train.Hyperparameters{
		L2: .5, LearningRate: .01, BatchSize: 10, Epochs: 3, Seed: 9, Shuffle: true,
		Loss: loss.Hinge, Optimizer: train.Adam, Momentum: .5, Schedule: train.Plateau, DecayFactor: .25, DecayEvery: 2,
		Initialization: train.Zero, EarlyStopping: 4, Flip: .5, Shift: 1, TrainingImages: 500, Smoothing: 3,
	}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for field, value := range map[string]any{
		"l2": "much", "learningRate": math.NaN(), "batchSize": 1.5, "epochs": 0.0, "seed": -1.0, "shuffle": 1.0,
		"loss": "mse", "optimizer": 1.0, "momentum": 1.0, "schedule": "", "decayFactor": 1.5, "decayEvery": .5,
		"initialization": "he", "earlyStopping": -1.0, "flip": -.1, "shift": 9.0, "trainingImages": "all",
		"smoothing": 9.0, "dropout": .9,
	} {
		_, err := Settings{field: value}.Apply(start)
		if wrong, ok := err.(*refusal.Error); !ok || wrong.Field() != field {
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
