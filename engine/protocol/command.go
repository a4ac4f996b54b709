package protocol

import (
	"fmt"
	"math"
)

// Command is a request of the page.
type Command interface{ isCommand() }

// The commands. Files and Port are the page's own, as package port hands them on.
type (
	// Open loads the files as the data, and answers with Data.
	Open struct{ Files []any }
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

func (Open) isCommand()        {}
func (UseSample) isCommand()   {}
func (Configure) isCommand()   {}
func (NewRun) isCommand()      {}
func (Play) isCommand()        {}
func (Pause) isCommand()       {}
func (Step) isCommand()        {}
func (FinishEpoch) isCommand() {}
func (Reset) isCommand()       {}
func (Weights) isCommand()     {}
func (AttachView) isCommand()  {}

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
	case "open":
		files, ok := message["files"].([]any)
		if !ok || len(files) == 0 {
			return nil, fmt.Errorf("open: expected a list of files")
		}
		return Open{Files: files}, nil
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
		return nil, fmt.Errorf("unknown command %v", name)
	}
}

func settings(message map[string]any) Settings {
	s, _ := message["settings"].(map[string]any)
	return s
}

func integer(message map[string]any, field string) (int, error) {
	x, ok := message[field].(float64)
	if !ok || x != math.Trunc(x) || math.Abs(x) > math.MaxInt32 {
		return 0, fmt.Errorf("%s: expected a whole number", field)
	}
	return int(x), nil
}
