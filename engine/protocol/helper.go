package protocol

import (
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// The commands about helpers: workers of a crew that measure the points of the first
// worker's run while that goes on training.
type (
	// UseHelper names the port of a worker that has the same data and was told to Help.
	// The first one measures both splits, or with a second one the training split.
	UseHelper struct{ Port wire.Port }
	// DropHelpers has all points measured by the first worker again.
	DropHelpers struct{}
	// Help has a crew measure what comes through a port.
	Help struct{ Port wire.Port }
)

// The messages between the first worker and a helper.
type (
	// MeasurePoint asks for the scores of W then b, as a run of these settings sees the
	// images.
	MeasurePoint struct {
		Number               int
		Settings             train.Hyperparameters
		Weights              []float32
		Training, Validation bool
	}
	// PointMeasured answers it, one for each of the splits that were asked for.
	PointMeasured struct {
		Number int
		Split  SplitName
		Score  train.Score
	}
)
