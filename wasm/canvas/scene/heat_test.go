package scene

import (
	"image/color"
	"testing"
)

func TestHeat(t *testing.T) {
	message := trainPage(nil)
	message["layout"] = map[string]any{"columns": 1.0}
	message["panels"] = []any{
		map[string]any{
			"kind":        "heat",
			"title":       "validation",
			"columns":     []any{"0.001", "0.01"},
			"rows":        []any{"0", "0.1"},
			"columnTitle": "η",
			"rowTitle":    "λ",
			"values":      []any{.1, .4, nil, .25},
			"texts":       []any{"10 %", "40 %", "", "25 %"},
			"best":        1.0,
			"empty":       "",
		},
	}
	view := newTestView(t, message, 400, 300, 1)
	texts, colors := map[string]color.NRGBA{}, map[color.NRGBA]bool{}
	for _, op := range view.Drawing(evenType{}).Ops {
		switch op := op.(type) {
		case Text:
			texts[op.Text] = op.Color
		case Rect:
			if op.Box.Width > 50 && op.Box.Height > 50 {
				colors[op.Color] = true
			}
		}
	}
	for _, want := range []string{"validation", "0.001", "0.01", "0", "0.1", "η", "λ", "10 %", "40 %", "25 %"} {
		if _, ok := texts[want]; !ok {
			t.Errorf("%q is not drawn", want)
		}
	}
	if len(colors) != 3 {
		t.Errorf("three cells with figures have %d colours", len(colors))
	}
	if texts["10 %"] == texts["40 %"] {
		t.Error("the least and the greatest figure are written in the same ink")
	}
}
