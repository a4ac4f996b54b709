package scene

import (
	"math"
	"testing"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
)

// evenType is a typeface whose letters are all as wide as 0.55 of its size.
type evenType struct{}

func (evenType) Width(text string, font Font) float64 {
	return 0.55 * font.Size * float64(len([]rune(text)))
}

var classNames = []any{
	"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
}

func trainSeries(run any) []any {
	return []any{
		map[string]any{"run": run, "split": "train", "color": "#0072B2", "dashed": false, "label": "train"},
		map[string]any{"run": run, "split": "validation", "color": "#D55E00", "dashed": true, "label": "validation"},
	}
}

func chartMessage(metric string, more map[string]any) map[string]any {
	panel := map[string]any{
		"kind": "chart", "metric": metric, "title": metric, "series": trainSeries(1.0),
	}
	for field, value := range more {
		panel[field] = value
	}
	return panel
}

// trainPage is the message of the Train page's scene.
func trainPage(chartFields map[string]any) map[string]any {
	return map[string]any{
		"classes": classNames,
		"theme": map[string]any{
			"ground": "#fff", "ink": "#111111", "muted": "#666666", "hairline": "#cccccc",
			"accent": "#0072B2", "fontFamily": "Even",
		},
		"words": map[string]any{},
		"panels": []any{
			map[string]any{"kind": "templates", "run": 1.0},
			chartMessage("cost", chartFields),
			chartMessage("loss", chartFields),
			chartMessage("accuracy", chartFields),
		},
	}
}

// Decode reads a scene as it is on the wire.
func Decode(message map[string]any) (Scene, error) {
	var told protocol.Scene
	err := wire.Decode(message, &told)
	return Of(told), err
}

func newTestView(t *testing.T, message map[string]any, width, height, scale float64) *View {
	t.Helper()
	scene, err := Decode(message)
	if err != nil {
		t.Fatal(err)
	}
	view := NewView()
	view.Resize(width, height, scale)
	view.SetScene(scene)
	return view
}

// learning is a history in which cost falls and accuracy rises.
func learning(epochs int) []float64 {
	var points []float64
	for epoch := range epochs + 1 {
		left := math.Exp(-float64(epoch) / 3)
		points = append(points, float64(epoch),
			1.6+1.3*left, 1.7+1.3*left, 0.45-0.35*left,
			1.8+1.2*left, 1.9+1.2*left, 0.39-0.29*left, 0, 0, 0, 0, 0, 0)
	}
	return points
}

func mustSet(t *testing.T, view *View, run string, history []float64) {
	t.Helper()
	if err := view.SetHistory(run, 0, history); err != nil {
		t.Fatal(err)
	}
	if err := view.SetWeights(run, make([]float32, Classes*row), nil); err != nil {
		t.Fatal(err)
	}
}

func TestDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, panel := range []map[string]any{
		{"kind": "pie"},
		chartMessage("speed", nil),
		chartMessage("cost", map[string]any{"series": []any{
			map[string]any{"run": 1.0, "split": "test", "color": "#fff", "dashed": false, "label": ""},
		}}),
	} {
		message := trainPage(nil)
		if _, err := Decode(message); err != nil {
			t.Fatal(err)
		}
		message["panels"] = []any{panel}
		if _, err := Decode(message); !refusal.Is(err, "not-one-of") {
			t.Errorf("%v: error %v", panel, err)
		}
	}
}

func TestParseColor(t *testing.T) {
	for css, want := range map[string]string{
		"#0072B2": "#0072b2", "#fff": "#ffffff", " #10203040 ": "#10203040", "red": "#808080", "#12": "#808080",
	} {
		if got := hex(parseColor(css)); got != want {
			t.Errorf("parseColor(%q) = %s, want %s", css, got, want)
		}
	}
}

func TestHistoryReplace(t *testing.T) {
	three := History(learning(2))
	longer, err := three.replace(2, learning(1))
	if err != nil || longer.Len() != 4 || longer.Epoch(1) != 1 || longer.Epoch(2) != 0 {
		t.Errorf("from row 2: %v rows, %v", longer.Len(), err)
	}
	if three.Len() != 3 || three.Epoch(2) != 2 {
		t.Error("replace changed the history it was called on")
	}
	if reset, err := three.replace(0, nil); err != nil || reset.Len() != 0 {
		t.Errorf("from row 0 by nothing: %v rows, %v", reset.Len(), err)
	}
	if _, err := three.replace(4, learning(0)); err == nil {
		t.Error("a gap was accepted")
	}
	if _, err := three.replace(0, make([]float64, 6)); err == nil {
		t.Error("half a row was accepted")
	}
}

func TestNothingIsLeftOfAForgottenRun(t *testing.T) {
	view := NewView()
	for _, run := range []string{"1", "2"} {
		if err := view.SetWeights(run, make([]float32, 10*3072), make([]float32, 10)); err != nil {
			t.Fatal(err)
		}
		if err := view.SetHistory(run, 0, make([]float64, 2*rowLength)); err != nil {
			t.Fatal(err)
		}
		if err := view.SetMinibatch(run, 0, MinibatchLosses{Width: 1, Values: []float32{2}}); err != nil {
			t.Fatal(err)
		}
	}
	view.Forget("1")
	for what, left := range map[string]int{
		"pictures": len(view.pictures), "networks": len(view.networks),
		"histories": len(view.histories), "minibatches": len(view.minibatch),
	} {
		if left != 1 {
			t.Errorf("%d %s are left, want that of the other run", left, what)
		}
	}
}

func TestPictureScalesEachClassByItself(t *testing.T) {
	weights := make([]float32, Classes*row)
	weights[0], weights[plane], weights[2*plane+1] = -2, 2, 1 // class 0: red of pixel 0, green of 0, blue of 1
	weights[3*row+5] = float32(math.NaN())
	picture, err := NewPicture(weights)
	if err != nil {
		t.Fatal(err)
	}
	at := func(class, x int) [4]byte {
		return [4]byte(picture.Pixels[4*(class*TileSide+x):])
	}
	for _, test := range []struct {
		class, x int
		want     [4]byte
	}{
		{0, 0, [4]byte{0, 255, 128, 255}},
		{0, 1, [4]byte{128, 128, 191, 255}},
		{1, 0, [4]byte{128, 128, 128, 255}}, // all equal
		{3, 9, [4]byte{128, 128, 128, 255}}, // a NaN among them
	} {
		if got := at(test.class, test.x); got != test.want {
			t.Errorf("class %d, pixel %d: %v, want %v", test.class, test.x, got, test.want)
		}
	}
	if _, err := NewPicture(weights[1:]); err == nil {
		t.Error("weights of a wrong length were accepted")
	}
}
