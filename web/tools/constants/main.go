// Command constants writes what the page's scripts share with the engine: the shape of
// an image, the limits of the hyperparameters and the report's settings.
//
//	go run ./web/tools/constants           writes them anew: go generate ./web/tools/constants
//	go run ./web/tools/constants -check    fails if the file is stale
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/experiment"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
	"onelayer/web/tools/generated"
)

//go:generate go run onelayer/web/tools/constants -root ../../..

func main() {
	generated.Main("web/js/core/constants.js", "go generate ./web/tools/constants", module)
}

// limits are the bounds of a number.
type limits struct {
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
}

// preset is one of the report's settings.
type preset struct {
	Name         string  `json:"name"`
	L2           float64 `json:"l2"`
	LearningRate float64 `json:"learningRate"`
	Published    float64 `json:"published"`
}

// module returns the whole file.
func module() ([]byte, error) {
	var out bytes.Buffer
	var failed error
	fmt.Fprintln(
		&out,
		"// Written by web/tools/constants from the engine: change it there, then run go generate ./web/tools/constants.",
	)
	constant := func(comment, name string, value any) {
		text, err := json.MarshalIndent(value, "", "  ")
		failed = errors.Join(failed, err)
		fmt.Fprintf(&out, "\n/** %s */\nexport const %s = %s;\n", comment, name, text)
	}
	constant("What the page and its programs must agree on.", "protocolVersion", protocol.Version)
	constant("Numbers of a point of a history, in a message.", "pointSize", protocol.PointSize)
	constant("Pixels of an image in a row, and in a column.", "side", cifar10.Width)
	constant("Numbers of a channel.", "plane", cifar10.Width*cifar10.Height)
	constant("Numbers of an image: its red, green and blue planes, row by row.", "dim", cifar10.Dim)
	constant("Bytes of a record of the binary version: a label, then the image.", "recordSize", cifar10.RecordSize)
	constant("The ten classes of CIFAR-10, in the labels’ order.", "classNames", cifar10.ClassNames)
	constant("The most classes that data can have.", "mostClasses", softmax.MaxClasses)
	constant("Bins of equal width that probabilities are counted in.", "probabilityBins", train.ProbabilityBins)
	constant("What the hyperparameters may be; the learning rate must be above its least.", "limits", map[string]limits{
		"l2":           {0, train.MaxL2},
		"learningRate": {0, train.MaxLearningRate},
		"batchSize":    {1, train.MaxBatchSize},
		"epochs":       {1, train.MaxEpochs},
		"seed":         {0, train.MaxSeed},

		"momentum":       {0, train.MaxMomentum},
		"decayFactor":    {0, 1},
		"decayEvery":     {0, train.MaxEpochs},
		"earlyStopping":  {0, train.MaxEpochs},
		"flip":           {0, 1},
		"shift":          {0, train.MaxShift},
		"trainingImages": {0, train.MaxImages},
		"smoothing":      {0, train.MaxSmoothing},
	})
	usual := train.Default()
	constant("The hyperparameters of a page that nobody has touched.", "defaults", map[string]float64{
		"l2": usual.L2, "learningRate": usual.LearningRate, "batchSize": float64(usual.BatchSize),
		"epochs": float64(usual.Epochs), "seed": float64(usual.Seed),
		"momentum": usual.Momentum, "decayFactor": usual.DecayFactor, "decayEvery": float64(usual.DecayEvery),
	})
	constant("The report’s four settings, and the test accuracy that it published for each.", "presets", presets())
	constant(
		"The fingerprint of the report’s data: data_batch_1 to train on, data_batch_2 to validate, test_batch to test.",
		"reportData",
		experiment.DataFingerprint,
	)
	best := experiment.Best(0)
	constant("The settings by which one layer does best; what is not here is as in the report.", "best", map[string]any{
		"l2": best.L2, "learningRate": best.LearningRate, "batchSize": best.BatchSize, "epochs": best.Epochs,
		"schedule": best.Schedule.String(), "flip": best.Flip, "smoothing": best.Smoothing,
		"heldOut": experiment.BestHoldOut.Validation,
	})
	return out.Bytes(), failed
}

func presets() []preset {
	var list []preset
	for _, s := range experiment.Settings {
		list = append(list, preset(s))
	}
	return list
}
