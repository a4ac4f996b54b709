package protocol

import (
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// The events of every program.
type (
	// Ready is the first event: the program runs and uses this Version.
	Ready struct{ Version int }
	// Replied answers a command.
	Replied struct {
		ID    int
		Value any // the command's reply, or nil
	}
	// Refused answers a command that could not be done.
	Refused struct {
		ID    int
		Why   phrase.Text
		Field string `wire:"optional"` // of the command or the setting that is wrong
	}
	// Failed is the last event of a program: its script posts it when it stops.
	Failed struct{ Message string }
)

// Refuse answers a command with the reason why it could not be done.
func Refuse(id int, err error) Refused {
	why := refusal.From(err)
	return Refused{ID: id, Why: why.Text(), Field: why.Field()}
}

// The events about data and settings.
type (
	// Settled follows the first data and their run.
	Settled struct{}
	// DataOpened says that a dataset is in place.
	DataOpened struct{ Data Data }
	// FilesRefused says what could not be loaded, next to the files that could.
	FilesRefused struct{ Why []phrase.Text }
	// SettingsChanged says which settings the next step has.
	SettingsChanged struct{ CurrentSettings }
)

// CurrentSettings are those of the next step; those named in Deferred wait for the next
// run or reset.
type CurrentSettings struct {
	Settings train.Hyperparameters
	Deferred []SettingName
}
