package protocol

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/train"
)

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
	// LoadProgressed tells how far the loading of files has come.
	LoadProgressed struct {
		File              string // being read
		FileIndex, Files  int
		Bytes, TotalBytes int64 // of all files
		Images            int   // read so far
	}
	// DataOpened tells that a dataset is in place.
	DataOpened struct{ Dataset *cifar10.Dataset }
	// SettingsChanged tells the settings of the next step; those named in Deferred
	// wait for the next run or reset.
	SettingsChanged struct {
		Settings train.Hyperparameters
		Deferred []string
	}
)

// Encode implements Event.
func (e LoadProgressed) Encode() map[string]any {
	return map[string]any{
		"event": "LoadProgressed", "file": e.File, "fileIndex": e.FileIndex, "files": e.Files,
		"bytes": e.Bytes, "totalBytes": e.TotalBytes, "images": e.Images,
	}
}

// Encode implements Event.
func (e DataOpened) Encode() map[string]any {
	return map[string]any{"event": "DataOpened", "data": EncodeData(e.Dataset)}
}

// Encode implements Event.
func (e SettingsChanged) Encode() map[string]any {
	object := e.Value()
	object["event"] = "SettingsChanged"
	return object
}

// Value returns the event's fields, which are also Configure's answer.
func (e SettingsChanged) Value() map[string]any {
	deferred := make([]any, len(e.Deferred))
	for i, name := range e.Deferred {
		deferred[i] = name
	}
	return map[string]any{"settings": encodeSettings(e.Settings), "deferred": deferred}
}

// EncodeData returns a dataset as the page's Data: its shards and how many images
// each split has.
func EncodeData(d *cifar10.Dataset) map[string]any {
	shards := make([]any, len(d.Shards))
	images := map[cifar10.Role]int{}
	for i, shard := range d.Shards {
		counts := make([]any, cifar10.Classes)
		for k, n := range shard.Counts() {
			counts[k] = n
		}
		images[d.Roles[i]] += shard.Len()
		shards[i] = map[string]any{"name": shard.Name, "images": shard.Len(), "role": string(d.Roles[i]), "counts": counts}
	}
	classes := make([]any, cifar10.Classes)
	for k, name := range cifar10.ClassNames {
		classes[k] = name
	}
	return map[string]any{
		"name":  d.Name,
		"drawn": d.Drawn,
		"splits": map[string]any{
			"train":      images[cifar10.Train],
			"validation": images[cifar10.Validation],
			"test":       images[cifar10.Test],
		},
		"unused":  images[cifar10.Unused],
		"classes": classes,
		"shards":  shards,
	}
}
