package protocol

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol/wire"
)

// The commands about the data.
type (
	// Open takes shards from a port, as the loader and the page post them, and answers
	// with Data when all have arrived. They join the present data, or replace them if
	// told so.
	Open struct {
		Port     wire.Port
		Replaces bool `wire:"optional"`
	}
	// CancelOpen ends an Open; the data loaded before it stay. Open is refused
	// with the message, or with one that says that it was cancelled.
	CancelOpen struct {
		Message phrase.Text `wire:"optional"`
	}
	// AssignRoles gives each shard a role, holds images out, and answers with Data.
	AssignRoles struct {
		Roles   []cifar10.Role // one for each shard, or none: the default roles
		HoldOut cifar10.HoldOut
	}
	// UseLabels trains with a set of other labels from now on, or with the images' own
	// if the name is empty, and answers with Data.
	UseLabels struct{ Name string }
	// LabelSet answers with the labels of a set, a byte each.
	LabelSet struct{ Name string }
	// UndoData restores the data before the last opening, and answers with Data.
	UndoData struct{}
	// ChangeData replaces the opened data by a variant of them, or with none by
	// the data as opened, and answers with Data.
	ChangeData struct{ Variant cifar10.Variant }
	// Images answers with Count images of a shard, starting at image From, as
	// records of the binary version.
	Images struct {
		Shard, From, Count int

		Fingerprint string `wire:"optional"` // of a shard as it was opened, to be sure that it is the one
	}
)
