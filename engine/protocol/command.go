package protocol

import (
	"onelayer/engine/loss"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// The commands. Ports are MessagePorts, as package port passes them on.
type (
	// UseSample goes back to the sample, and answers with Data.
	UseSample struct{}
	// Configure changes settings; it answers with the fields of SettingsChanged.
	Configure struct{ Settings Settings }
	// NewRun makes a new current run with changed settings.
	NewRun struct {
		Settings Settings `wire:"optional"`
	}
	// Play trains until the last epoch, at no more than that many epochs a second, or
	// with 0 as fast as it can; Pause stops after the current step.
	Play struct {
		EpochsPerSecond float64 `wire:"optional"`
	}
	Pause struct{}
	// Step does one minibatch update, FinishEpoch the rest of the epoch. With Details the
	// answer to Step says what went into the update and what it changed.
	Step struct {
		Details bool `wire:"optional"`
	}
	FinishEpoch struct{}
	// Extend trains a finished run for that many further epochs, with the
	// settings as they are now, except those fixed at its start.
	Extend struct{ Epochs int }
	// Reset starts the current run again from the same seed.
	Reset struct{}
	// Weights answers with W and b of a run.
	Weights struct{ Run int }
	// AttachView names the port of the view and replaces the previous one.
	AttachView struct{ Port wire.Port }
)

// The commands about the list of runs and about runs that train together.
type (
	// ReserveRuns answers with ReservedRuns, for runs that the page hands out to its
	// workers. Numbers up to Named occur in names of runs that the page keeps: no other
	// run gets such a name.
	ReserveRuns struct {
		Count int
		Named int `wire:"optional"`
	}
	// StartTeam trains new runs side by side, in addition to the current run; it
	// answers when they have begun.
	StartTeam struct{ Runs []TeamRun }
	// PlayTeam, PauseTeam and StopTeam act on all runs of the team.
	PlayTeam  struct{}
	PauseTeam struct{}
	StopTeam  struct{}
	// RenameRun and RemoveRun act on any run of the list.
	RenameRun struct {
		Run  int
		Name phrase.Text
	}
	RemoveRun struct{ Run int }
	// Fork makes a new current run that goes on from a snapshot with changed
	// settings. Loaded: its weights come from a file, not from a run here, and start
	// a run of their own.
	Fork struct {
		Name     phrase.Text
		Settings Settings
		From     Snapshot
		Loaded   bool `wire:"optional"`
	}
	// ShareData sends the data through a port to another worker's ReceiveData, with the
	// further test splits if they are to be measured there.
	ShareData struct {
		Port  wire.Port
		Tests bool `wire:"optional"`
	}
	ReceiveData struct{ Port wire.Port }
	// GradientInputs answers with CheckInputs: the first BatchSize
	// training images, the standardization, the weights of the current run as they
	// are or as they were at its start, and the float32 kernels' gradient at λ = L2.
	GradientInputs struct {
		BatchSize int
		L2        float64
		Initial   bool
	}
)

// TeamRun is a run to start: its reserved id, its name and the settings it
// changes. From is its last state in a worker that has ended; the run continues from it.
type TeamRun struct {
	ID       int
	Name     phrase.Text
	Settings Settings
	From     *Snapshot `wire:"optional"`
}

// Snapshot is the state of a run after a step: W then b as in EpochFinished, the
// history up to its last epoch, and the changes of its settings.
type Snapshot struct {
	Epoch   int
	InEpoch int `wire:"optional"`
	Step    int
	Weights []float32
	History Points
	Changes []train.Change `wire:"optional"`
	Carried *Carried       `wire:"optional"`
}

// Carried is what a run needs besides its weights to go on as if it had not stopped: the
// state of its optimizer, and W then b of the best epoch, if it stops early. A run with
// neither has none.
type Carried struct {
	Moments []float32 // as train.State keeps them
	Steps   int       // of the optimizer
	Best    []float32
}

// The answers to commands.
type (
	// ReservedRuns are ids that no run has and that are never given
	// automatically.
	ReservedRuns struct{ Ids []int }
	// NetworkWeights are W, row by row, and b.
	NetworkWeights struct {
		Shape         [2]int // of W
		Weights, Bias []float32
		At            *Place   `wire:"optional"` // the state of their run
		Carried       *Carried `wire:"optional"`
	}
	// Place is how far a run has come.
	Place struct{ Epoch, InEpoch, Step int }
	// SteppedRun is a run after a step, and with Details what the step did.
	SteppedRun struct {
		Run
		Minibatch *Minibatch `wire:"optional"`
	}
	// Minibatch describes an update: the training images in it, the gradient of the cost
	// with respect to W, row by row, and the images' loss before and after.
	Minibatch struct {
		Indices               []float64
		Labels                []uint8
		Gradient              []float32
		LossBefore, LossAfter float64
	}
	// CheckInputs are what a gradient check needs from the trainer.
	CheckInputs struct {
		Pixels, Labels []uint8
		Mean, Std      []float64 // of the training split, 3072 each
		Loss           loss.Kind `wire:"optional"`
		Weights, Bias  []float32
		KernelGradient []float32 `wire:"optional"` // of the float32 kernels, by W and then by b
	}
)
