package protocol

import (
	"testing"

	"onelayer/engine/loss"
	"onelayer/engine/protocol/wire"
)

// TestLossTravels: the checker gets every loss but the default, which may be left out.
func TestLossTravels(t *testing.T) {
	for kind, name := range loss.Names {
		got := wire.Object(CheckInputs{Loss: loss.Kind(kind)})["loss"]
		if kind > 0 && got != name {
			t.Errorf("%s is written as %v", name, got)
		}
	}
}
