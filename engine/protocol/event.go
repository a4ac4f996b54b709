package protocol

import "onelayer/engine/train"

// Event is what the worker tells the page.
type Event interface {
	// Encode returns the event as an object for the page.
	Encode() map[string]any
}

// The events about the worker itself.
type (
	// Ready is the first event: the worker runs and speaks Version.
	Ready struct{}
	// Settled follows the sample's DataOpened and RunStarted at the start.
	Settled struct{}
	// Replied answers a command.
	Replied struct {
		ID    int
		Value any // as Encode returns
	}
	// Refused answers a command that could not be done. Field is the setting that
	// is wrong, if it is one.
	Refused struct {
		ID             int
		Message, Field string
	}
)

// Encode implements Event.
func (Ready) Encode() map[string]any {
	return map[string]any{"event": "Ready", "version": Version}
}

// Encode implements Event.
func (Settled) Encode() map[string]any { return map[string]any{"event": "Settled"} }

// Encode implements Event.
func (e Replied) Encode() map[string]any {
	return map[string]any{"event": "Replied", "id": e.ID, "value": e.Value}
}

// Encode implements Event.
func (e Refused) Encode() map[string]any {
	object := map[string]any{"event": "Refused", "id": e.ID, "message": e.Message}
	if e.Field != "" {
		object["field"] = e.Field
	}
	return object
}

// The events about data and settings.
type (
	// DataOpened tells that a dataset is in place.
	DataOpened struct{ Data Data }
	// FilesRefused tells what could not be loaded beside what could.
	FilesRefused struct{ Messages []string }
	// SettingsChanged tells the settings of the next step; those named in Deferred
	// wait for the next run or reset.
	SettingsChanged struct {
		Settings train.Hyperparameters
		Deferred []string
	}
)

// Encode implements Event.
func (e DataOpened) Encode() map[string]any {
	return map[string]any{"event": "DataOpened", "data": e.Data.Encode()}
}

// Encode implements Event.
func (e FilesRefused) Encode() map[string]any {
	return map[string]any{"event": "FilesRefused", "messages": list(e.Messages)}
}

// Encode implements Event.
func (e SettingsChanged) Encode() map[string]any {
	object := e.Value()
	object["event"] = "SettingsChanged"
	return object
}

// Value returns the event's fields, which are also Configure's answer.
func (e SettingsChanged) Value() map[string]any {
	return map[string]any{"settings": encodeSettings(e.Settings), "deferred": list(e.Deferred)}
}
