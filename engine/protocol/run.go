package protocol

import (
	"slices"

	"onelayer/engine/phrase"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// Status is the state of a run.
type Status string

func init() {
	wire.Choose(StatusReady, StatusRunning, StatusPaused, StatusFinished, StatusDiverged)
}

// The statuses of a run.
const (
	StatusReady    Status = "ready"    // at step 0
	StatusRunning  Status = "running"  // training
	StatusPaused   Status = "paused"   // between the first step and the last
	StatusFinished Status = "finished" // all epochs done
	StatusDiverged Status = "diverged" // the loss is no longer finite
)

// Run is a run without its history.
type Run struct {
	ID            int
	Name          phrase.Text
	Settings      train.Hyperparameters
	Status        Status
	Epoch         int // whole epochs done
	InEpoch       int // updates done in the epoch that has begun
	Step          int // updates done since the start
	StepsPerEpoch int
	Changes       []train.Change // of the settings while it trained
	Test          *train.Metrics // nil before the end
	Tests         TestFigures    // of the further test splits, at the end
	Message       phrase.Text    // a message for the visitor, often empty
}

// Equal reports whether two runs are the same in all that is told of them. Written out:
// reflect.DeepEqual would make the first download 5 kB larger.
func (r *Run) Equal(other *Run) bool {
	return r.ID == other.ID && r.Name.Equal(other.Name) && r.Settings == other.Settings && r.Status == other.Status &&
		r.Epoch == other.Epoch && r.InEpoch == other.InEpoch && r.Step == other.Step &&
		r.StepsPerEpoch == other.StepsPerEpoch && slices.Equal(r.Changes, other.Changes) &&
		(r.Test == nil) == (other.Test == nil) && (r.Test == nil || *r.Test == *other.Test) &&
		slices.Equal(r.Tests, other.Tests) && r.Message.Equal(other.Message)
}

// TestFigures are figures by the names of the further test splits.
type TestFigures []train.TestMetrics

// Encode implements wire.Value.
func (tests TestFigures) Encode() any {
	object := make(map[string]any, len(tests))
	for _, t := range tests {
		object[t.Name] = wire.Encode(t.Metrics)
	}
	return object
}

// The events about runs. The current run is the last of the page's list.
type (
	// RunStarted adds a run to the list.
	RunStarted struct{ Run Run }
	// RunArchived keeps the run that a reset would lose: it joins the list just before the
	// current run.
	RunArchived struct {
		Run     Run
		History Points
	}
	// RunReset says that a run is at step 0 again, with an empty history.
	RunReset struct{ Run Run }
	// RunChanged has a new status or new test figures.
	RunChanged struct{ Run Run }
	// Progressed comes about ten times a second while a run trains.
	Progressed struct {
		Run, Epoch, InEpoch, Step int
		ImagesPerSecond           float64
		SecondsLeft               float64
		MinibatchLoss             float64
	}
	// EpochFinished adds a point to a run's history. Weights are W, then b, at that
	// point; they are absent where the page already has them, as is ByClass.
	EpochFinished struct {
		Run int
		train.Point
		Weights []float32      `wire:"optional"`
		Carried *Carried       `wire:"optional"`
		ByClass *train.ByClass `wire:"optional"` // the right ones of the validation split
	}
	// RunJoined adds a run to the list just before the current one.
	RunJoined struct{ Run Run }
	// RunRemoved takes a run off the list.
	RunRemoved struct{ Run int }
)
