package protocol

import (
	"fmt"
	"math"
)

// Command is a request of the page.
type Command interface{ isCommand() }

// The commands. Ports are the page's own, as package port hands them on.
type (
	// UseSample goes back to the sample, and answers with Data.
	UseSample struct{}
	// Configure changes settings; it answers with SettingsChanged's fields.
	Configure struct{ Settings Settings }
	// NewRun makes a new current run with changed settings.
	NewRun struct{ Settings Settings }
	// Play trains until the last epoch, Pause stops after the step being done.
	Play  struct{}
	Pause struct{}
	// Step does one minibatch update, FinishEpoch the rest of the epoch.
	Step        struct{}
	FinishEpoch struct{}
	// Reset starts the current run again from the same seed.
	Reset struct{}
	// Weights answers with W and b of a run.
	Weights struct{ Run int }
	// AttachView names the port of the canvas, in place of the one before it.
	AttachView struct{ Port any }
)

// The commands about the list of runs and about runs that train together.
type (
	// ReserveRuns answers with {ids}, numbers that no run has or will get but those
	// the page gives them to.
	ReserveRuns struct{ Count int }
	// StartTeam trains new runs side by side, beside the current run; it answers
	// when they have begun.
	StartTeam struct{ Runs []TeamRun }
	// PlayTeam, PauseTeam and StopTeam act on all runs of the team.
	PlayTeam  struct{}
	PauseTeam struct{}
	StopTeam  struct{}
	// RenameRun and RemoveRun act on any run of the list.
	RenameRun struct {
		Run  int
		Name string
	}
	RemoveRun struct{ Run int }
	// Fork makes a new current run that goes on from a snapshot with changed
	// settings.
	Fork struct {
		Name     string
		Settings Settings
		From     Snapshot
	}
	// ShareData sends the data through a port to another worker's ReceiveData.
	ShareData   struct{ Port any }
	ReceiveData struct{ Port any }
	// GradientInputs answers with what a gradient check needs: the first BatchSize
	// training images, the standardization, the weights of the current run as they
	// are or as they were at its start, and the float32 kernels' gradient at λ = L2.
	GradientInputs struct {
		BatchSize int
		L2        float64
		Initial   bool
	}
)

// TeamRun is a run to be: its reserved id, its name and all that its settings
// change.
type TeamRun struct {
	ID       int
	Name     string
	Settings Settings
}

// Snapshot is where a run stood after an epoch: W then b as EpochFinished gave
// them, and the history as EncodePoints writes it.
type Snapshot struct {
	Epoch, Step int
	Weights     []float32
	History     []float64
}

func (UseSample) isCommand()      {}
func (Configure) isCommand()      {}
func (NewRun) isCommand()         {}
func (Play) isCommand()           {}
func (Pause) isCommand()          {}
func (Step) isCommand()           {}
func (FinishEpoch) isCommand()    {}
func (Reset) isCommand()          {}
func (Weights) isCommand()        {}
func (AttachView) isCommand()     {}
func (ReserveRuns) isCommand()    {}
func (StartTeam) isCommand()      {}
func (PlayTeam) isCommand()       {}
func (PauseTeam) isCommand()      {}
func (StopTeam) isCommand()       {}
func (RenameRun) isCommand()      {}
func (RemoveRun) isCommand()      {}
func (Fork) isCommand()           {}
func (ShareData) isCommand()      {}
func (ReceiveData) isCommand()    {}
func (GradientInputs) isCommand() {}

// Settings are some or all settings by their names on the page: l2, learningRate,
// batchSize, epochs, seed (float64) and shuffle (bool). What is absent is left as
// it is.
type Settings map[string]any

// DecodeCommand reads a message of the page. It returns the message's id even
// with an error, so that the page can be told.
func DecodeCommand(message map[string]any) (id int, c Command, err error) {
	if id, err = integer(message, "id"); err != nil {
		return 0, nil, err
	}
	c, err = decodeCommand(message)
	return id, c, err
}

func decodeCommand(message map[string]any) (Command, error) {
	switch name := message["command"]; name {
	case "useSample":
		return UseSample{}, nil
	case "configure":
		return Configure{Settings: settings(message)}, nil
	case "newRun":
		return NewRun{Settings: settings(message)}, nil
	case "play":
		return Play{}, nil
	case "pause":
		return Pause{}, nil
	case "step":
		return Step{}, nil
	case "finishEpoch":
		return FinishEpoch{}, nil
	case "reset":
		return Reset{}, nil
	case "weights":
		run, err := integer(message, "run")
		return Weights{Run: run}, err
	case "attachView":
		return AttachView{Port: message["port"]}, nil
	default:
		return decodeListCommand(message)
	}
}

// decodeListCommand reads the commands about the list of runs.
func decodeListCommand(message map[string]any) (Command, error) {
	switch name := message["command"]; name {
	case "reserveRuns":
		count, err := integer(message, "count")
		return ReserveRuns{Count: count}, err
	case "startTeam":
		return decodeTeam(message)
	case "playTeam":
		return PlayTeam{}, nil
	case "pauseTeam":
		return PauseTeam{}, nil
	case "stopTeam":
		return StopTeam{}, nil
	case "renameRun":
		run, err := integer(message, "run")
		return RenameRun{Run: run, Name: text(message, "name")}, err
	case "removeRun":
		run, err := integer(message, "run")
		return RemoveRun{Run: run}, err
	case "fork":
		from, err := decodeSnapshot(message)
		return Fork{Name: text(message, "name"), Settings: settings(message), From: from}, err
	case "shareData":
		return ShareData{Port: message["port"]}, nil
	case "receiveData":
		return ReceiveData{Port: message["port"]}, nil
	case "gradientInputs":
		batchSize, err := integer(message, "batchSize")
		l2, _ := message["l2"].(float64)
		initial, _ := message["initial"].(bool)
		return GradientInputs{BatchSize: batchSize, L2: l2, Initial: initial}, err
	default:
		return decodeDataCommand(message)
	}
}

func decodeTeam(message map[string]any) (Command, error) {
	list, _ := message["runs"].([]any)
	if len(list) == 0 {
		return nil, fmt.Errorf("runs: expected a list of runs")
	}
	team := StartTeam{Runs: make([]TeamRun, len(list))}
	for i, entry := range list {
		run, _ := entry.(map[string]any)
		id, err := integer(run, "id")
		if err != nil {
			return nil, err
		}
		team.Runs[i] = TeamRun{ID: id, Name: text(run, "name"), Settings: settings(run)}
	}
	return team, nil
}

func decodeSnapshot(message map[string]any) (Snapshot, error) {
	object, _ := message["from"].(map[string]any)
	snapshot := Snapshot{}
	snapshot.Weights, _ = object["weights"].([]float32)
	snapshot.History, _ = object["history"].([]float64)
	var err error
	if snapshot.Epoch, err = integer(object, "epoch"); err != nil {
		return snapshot, err
	}
	snapshot.Step, err = integer(object, "step")
	return snapshot, err
}

func settings(message map[string]any) Settings {
	s, _ := message["settings"].(map[string]any)
	return s
}

func text(message map[string]any, field string) string {
	s, _ := message[field].(string)
	return s
}

func integer(message map[string]any, field string) (int, error) {
	x, ok := message[field].(float64)
	if !ok || x != math.Trunc(x) || math.Abs(x) > math.MaxInt32 {
		return 0, fmt.Errorf("%s: expected a whole number", field)
	}
	return int(x), nil
}
