package protocol

import "onelayer/engine/train"

// Status is where a run stands.
type Status string

// The statuses of a run.
const (
	StatusReady    Status = "ready"    // at step 0
	StatusRunning  Status = "running"  // training
	StatusPaused   Status = "paused"   // between the first step and the last
	StatusFinished Status = "finished" // all epochs done
	StatusDiverged Status = "diverged" // the loss is no longer finite
	StatusFailed   Status = "failed"   // an error of ours; Message says which
)

// Run is a run without its history.
type Run struct {
	ID            int
	Name          string
	Settings      train.Hyperparameters
	Status        Status
	Epoch         int // whole epochs done
	Step          int // updates done since the start
	StepsPerEpoch int
	Test          *train.Metrics // nil before the end
	Message       string         // what the visitor should know, often empty
}

// Encode returns the run as the page's RunSummary.
func (r Run) Encode() map[string]any {
	object := map[string]any{
		"id": r.ID, "name": r.Name, "settings": encodeSettings(r.Settings), "status": string(r.Status),
		"epoch": r.Epoch, "step": r.Step, "stepsPerEpoch": r.StepsPerEpoch, "test": nil, "message": r.Message,
	}
	if r.Test != nil {
		object["test"] = encodeMetrics(*r.Test)
	}
	return object
}

func encodeMetrics(m train.Metrics) map[string]any {
	return map[string]any{"loss": m.Loss, "cost": m.Cost, "accuracy": m.Accuracy}
}

// The events about runs. The current run is the last of the page's list.
type (
	// RunStarted adds a run to the list.
	RunStarted struct{ Run Run }
	// RunArchived keeps what a reset would lose: it joins the list just before the
	// current run. History has PointSize numbers for each point.
	RunArchived struct {
		Run     Run
		History []float64
	}
	// RunReset tells that a run is at step 0 again, with an empty history.
	RunReset struct{ Run Run }
	// RunChanged tells a new status or new test figures.
	RunChanged struct{ Run Run }
	// Progressed comes about ten times a second while a run trains.
	Progressed struct {
		Run, Epoch, Step int
		ImagesPerSecond  float64
		SecondsLeft      float64
		MinibatchLoss    float64
	}
	// EpochFinished adds a point to a run's history. Weights are W, then b, as they
	// are at the point; they are absent where the page has them already.
	EpochFinished struct {
		Run     int
		Point   train.Point
		Weights []float32
	}
	// RunJoined adds a run to the list just before the current one.
	RunJoined struct{ Run Run }
	// RunRemoved takes a run off the list.
	RunRemoved struct{ Run int }
)

// Encode implements Event.
func (e RunStarted) Encode() map[string]any {
	return map[string]any{"event": "RunStarted", "run": e.Run.Encode()}
}

// Encode implements Event.
func (e RunArchived) Encode() map[string]any {
	return map[string]any{"event": "RunArchived", "run": e.Run.Encode(), "history": e.History}
}

// Encode implements Event.
func (e RunReset) Encode() map[string]any {
	return map[string]any{"event": "RunReset", "run": e.Run.Encode()}
}

// Encode implements Event.
func (e RunChanged) Encode() map[string]any {
	return map[string]any{"event": "RunChanged", "run": e.Run.Encode()}
}

// Encode implements Event.
func (e Progressed) Encode() map[string]any {
	return map[string]any{
		"event": "Progressed", "run": e.Run, "epoch": e.Epoch, "step": e.Step,
		"imagesPerSecond": e.ImagesPerSecond, "secondsLeft": e.SecondsLeft, "minibatchLoss": e.MinibatchLoss,
	}
}

// Encode implements Event.
func (e EpochFinished) Encode() map[string]any {
	object := map[string]any{
		"event": "EpochFinished", "run": e.Run, "epoch": e.Point.Epoch,
		"train": encodeMetrics(e.Point.Train), "validation": encodeMetrics(e.Point.Validation),
	}
	if e.Weights != nil {
		object["weights"] = e.Weights
	}
	return object
}

// Encode implements Event.
func (e RunJoined) Encode() map[string]any {
	return map[string]any{"event": "RunJoined", "run": e.Run.Encode()}
}

// Encode implements Event.
func (e RunRemoved) Encode() map[string]any {
	return map[string]any{"event": "RunRemoved", "run": e.Run}
}
