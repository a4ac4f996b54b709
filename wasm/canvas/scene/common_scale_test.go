package scene

import (
	"math"
	"strings"
	"testing"
)

func templatesView(t *testing.T, common bool) *View {
	t.Helper()
	var panels []any
	for _, run := range []string{"A", "B", "C"} {
		panels = append(panels, map[string]any{"kind": "templates", "run": run, "title": run, "commonRange": common})
	}
	view := newTestView(t, sceneOf(2, panels...), 960, 640, 1)
	for run, weight := range map[string]float32{"A": 0.25, "B": -0.5, "C": 4} {
		weights := make([]float32, Classes*row)
		weights[0], weights[1] = weight, -weight/2
		if err := view.SetWeights(run, weights, make([]float32, Classes)); err != nil {
			t.Fatal(err)
		}
	}
	return view
}

// On a common scale 0 is grey, and the largest weight of the middle run is black or white.
func TestWeightsOfSeveralRunsShareAScale(t *testing.T) {
	view := templatesView(t, true)
	for run, want := range map[string][3]byte{"A": {191, 96, 128}, "B": {0, 191, 128}, "C": {255, 0, 128}} {
		picture, limit := view.templatesOf(Panel{Kind: Templates, Run: run, CommonRange: true})
		got := [3]byte{picture.Pixels[0], picture.Pixels[4], picture.Pixels[8]}
		if got != want || limit != 0.5 {
			t.Errorf("%s: first shades %v within ±%g, want %v within ±0.5", run, got, limit, want)
		}
		if _, ok := tileOf(view.Drawing(evenType{}), picture); !ok {
			t.Errorf("%s: its pictures aren't drawn", run)
		}
	}
	if text := dump(view.Drawing(evenType{})); strings.Count(text, "±0.5") != 3 {
		t.Errorf("not every panel says where its scale ends:\n%s", text)
	}
	if text := dump(templatesView(t, false).Drawing(evenType{})); strings.Contains(text, "±") {
		t.Error("a scale is said where each class has its own")
	}
}

// Larger weights stretch the scale; those that are infinite or NaN don't.
func TestTheCommonScaleFollowsTheWeights(t *testing.T) {
	view := templatesView(t, true)
	weights := make([]float32, Classes*row)
	weights[0], weights[1], weights[2] = 2, float32(math.Inf(1)), float32(math.NaN())
	if err := view.SetWeights("A", weights, make([]float32, Classes)); err != nil {
		t.Fatal(err)
	}
	picture, limit := view.templatesOf(Panel{Kind: Templates, Run: "B", CommonRange: true})
	if limit != 2 || picture.Pixels[0] != 96 {
		t.Errorf("−0.5 has the shade %d within ±%g, want 96 within ±2", picture.Pixels[0], limit)
	}
	view.Drawing(evenType{})
	view.Drawing(evenType{})
	if n := len(view.common.pictures); n != 3 {
		t.Errorf("%d pictures are held for three runs", n)
	}
}
