package protocol

import (
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// The commands about helpers: workers of a crew that measure the points of the first
// worker's run while it goes on training.
type (
	// UseHelper gives the port of a worker that has the same data and was told to Help.
	// The first helper measures both splits, or with a second one the training split.
	UseHelper struct{ Port wire.Port }
	// DropHelpers lets the first worker measure all points again.
	DropHelpers struct{}
	// Help makes a crew's worker measure what comes through a port.
	Help struct{ Port wire.Port }
)

// The messages between the first worker and a helper.
type (
	// MeasurePoint asks for the scores of W then b, on the images as a run with these
	// settings sees them.
	MeasurePoint struct {
		Number               int
		Settings             train.Hyperparameters
		Weights              []float32
		Training, Validation bool
	}
	// PointMeasured answers it, once for each split that was asked for.
	PointMeasured struct {
		Number int
		Split  SplitName
		Score  train.Score
	}
)
