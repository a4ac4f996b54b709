// Package experiment holds the report this project re-creates: its four settings
// and the figures it published (KTH DD2424, Assignment 1); and the settings by which one
// layer does best.
package experiment

import "onelayer/engine/train"

// Setting is one of the report's four.
type Setting struct {
	Name         string
	L2           float64 // λ
	LearningRate float64 // η
	// Published is the accuracy in the report's table. Its column is headed
	// "Training data", yet all four figures are those of the test split.
	Published float64
}

// Settings are the report's four, each of 40 epochs with batches of 100.
var Settings = [4]Setting{
	{Name: "A", L2: 0, LearningRate: .1, Published: .2729},
	{Name: "B", L2: 0, LearningRate: .001, Published: .3900},
	{Name: "C", L2: .1, LearningRate: .001, Published: .3904},
	{Name: "D", L2: 1, LearningRate: .001, Published: .3758},
}

// Hyperparameters returns the setting as a run's hyperparameters, with the
// caller's seed: the report gives none.
func (s Setting) Hyperparameters(seed uint64) train.Hyperparameters {
	return train.Hyperparameters{L2: s.L2, LearningRate: s.LearningRate, BatchSize: 100, Epochs: 40, Seed: seed}
}

// DataFingerprint names the report's data: data_batch_1 to train on, data_batch_2 to
// validate, test_batch to test, all of them whole. The page has it too.
const DataFingerprint = "f3dfeaaac07b"
