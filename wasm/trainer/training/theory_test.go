package training

import (
	"math"
	"testing"

	"onelayer/engine/protocol"
)

// TestTheory asks for each measure of a finished run while another one trains.
func TestTheory(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", small)
	run := p.do("play")
	done := p.awaitStatus(run["id"], protocol.StatusFinished)
	reply := p.do("weights", "run", float64(run["id"].(int)))
	weights := append(reply["weights"].([]float32), reply["bias"].([]float32)...)
	settings := map[string]any{"l2": .1}

	c := p.do("curvature", "weights", weights, "settings", settings, "images", 500.0)
	if L := c["largestEigenvalue"].(float64); !(L > 1 && L < 1e4) || c["residual"].(float64) > .01 {
		t.Errorf("curvature %v", c)
	}
	want := done["test"].(map[string]any)["accuracy"].(float64)
	a := p.do("accuracies", "weights", weights, "settings", settings)
	if a["test"] != want {
		t.Errorf("accuracies %v, the run has %v on the test split", a, want)
	}
	member := map[string]any{"weights": weights, "settings": settings}
	e := p.do("ensemble", "members", []any{member, member})
	images := e["images"].(int)
	right := math.Round(want * float64(images))
	for _, name := range []string{"vote", "mean", "averaged"} {
		if got := e[name].([]float64); len(got) != 2 || got[0] != right || got[1] != right {
			t.Errorf("an ensemble of twice the same: %s %v, want %v", name, got, right)
		}
	}
	mean := p.do("nearestMean", "settings", settings)
	if len(mean["weights"].([]float32)) != 30720 {
		t.Error("the nearest mean has other weights")
	}
	p.refused("ensemble", "members", []any{map[string]any{}})
	p.refused("curvature", "images", 10.0)
}
