package training

import (
	"slices"
	"testing"

	"onelayer/engine/protocol"
)

// TestSweep: a cell's figures and weights are those of a run of the same settings, a
// dropped cell ends, and a pause pauses.
func TestSweep(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	run := p.do("play")
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	cells := []any{
		map[string]any{"id": 0.0, "settings": map[string]any{}},
		map[string]any{"id": 1.0, "settings": map[string]any{"l2": 1.0}},
		map[string]any{"id": 2.0, "settings": map[string]any{"epochs": 5000.0}},
	}
	p.do("startSweep", "cells", cells)
	last := p.await(func(e map[string]any) bool {
		return e["event"] == "CellMeasured" && e["cell"] == 0 && e["status"] == "finished"
	})
	var epochs []map[string]any
	for _, e := range p.named("EpochFinished") {
		if e["run"] == run["id"] {
			epochs = append(epochs, e)
		}
	}
	want := epochs[len(epochs)-1]["validation"].(map[string]any)["accuracy"]
	if got := last["validation"].(map[string]any)["accuracy"]; got != want || last["epoch"] != done["epoch"] {
		t.Errorf("the cell ends with %v at epoch %v, the run with %v", got, last["epoch"], want)
	}
	W := p.do("cellWeights", "cell", 0.0)["weights"].([]float32)
	if !slices.Equal(W[:30720], p.weights(run["id"])) {
		t.Error("the cell has other weights than the run")
	}
	p.do("pauseSweep")
	before := len(p.named("CellMeasured"))
	p.do("predict", "split", "test")
	if after := len(p.named("CellMeasured")); after != before {
		t.Errorf("%d epochs were measured in a pause", after-before)
	}
	p.do("dropCells", "cells", []float64{2})
	p.do("playSweep")
	p.refused("cellWeights", "cell", 2.0)
	p.refused("startSweep", "cells", []any{map[string]any{"id": 0.0, "settings": map[string]any{"l2": -1.0}}})
}
