package scene

import (
	"math"
	"strings"
	"testing"
)

// noisy gives a run minibatch losses around a falling line.
func noisy(t *testing.T, view *View, run string, epochs int) {
	t.Helper()
	losses := MinibatchLosses{Width: 0.25}
	for i := range 4 * epochs {
		wave := 0.2 * math.Sin(2.1*float64(i))
		losses.Values = append(losses.Values, float32(1.6+1.3*math.Exp(-float64(i)/12)+wave))
	}
	if err := view.SetMinibatch(run, 0, losses); err != nil {
		t.Fatal(err)
	}
}

func TestFrameMarks(t *testing.T) {
	message := sceneOf(
		1,
		chartMessage("loss", map[string]any{"best": 1.0, "minibatch": 1.0, "log": true, "logSwitch": true}),
	)
	message["words"] = map[string]any{
		"epoch":           "epok",
		"epoch {n}":       "epok {n}",
		"best: epoch {n}": "bäst: epok {n}",
		"minibatch loss":  "minibatchförlust",
		".":               ",",
	}
	message["theme"].(map[string]any)["calm"] = true
	view := newTestView(t, message, 640, 400, 1)
	mustSet(t, view, "1", overfitting)
	noisy(t, view, "1", 8)
	golden(t, "marks", view.Drawing(evenType{}))
	view.ZoomBy(0.5, 5)
	view.PointAtEpoch(5)
	golden(t, "zoomed", view.Drawing(evenType{}))
	picture := dump(view.At(640, 400).Drawing(evenType{}))
	if strings.Contains(picture, "Reset zoom") || !strings.Contains(picture, "log scale") ||
		strings.Contains(picture, `"log"`) {
		t.Error("a picture to take away has what can be pressed, or doesn't say its scale")
	}
}

// overfitting is a history whose validation figures are best at epoch 5.
var overfitting = func() []float64 {
	points := learning(8)
	for epoch := 6; epoch <= 8; epoch++ {
		points[epoch*rowLength+4] = 2.05 + 0.02*float64(epoch)
		points[epoch*rowLength+6] = 0.3
	}
	return points
}()

func TestBest(t *testing.T) {
	nan := math.NaN()
	losses := func(values ...float64) History {
		var history History
		for epoch, value := range values {
			history = append(history, float64(epoch), 0, 0, 0, value, 0, value, 0, 0, 0, 0, 0, 0)
		}
		return history
	}
	tests := []struct {
		name    string
		history History
		metric  Metric
		epoch   float64
		ok      bool
	}{
		{"lowest loss", losses(4, 2, 3), Loss, 1, true},
		{"highest accuracy", losses(.1, .2, .3, .25), Accuracy, 2, true},
		{"the first of equals", losses(4, 2, 2), Loss, 1, true},
		{"too early", losses(4, 2), Loss, 1, false},
		{"never better than the start", losses(1, 2, 3), Loss, 0, false},
		{"no numbers", losses(nan, nan, nan), Loss, 0, false},
		{"after some that are none", losses(nan, 3, 2), Loss, 2, true},
	}
	for _, test := range tests {
		if epoch, _, ok := bestOf(test.history, test.metric); ok != test.ok || ok && epoch != test.epoch {
			t.Errorf("%s: epoch %g, %v", test.name, epoch, ok)
		}
	}
}

func TestMinibatchLosses(t *testing.T) {
	var m MinibatchLosses
	m, err := m.replace(0, MinibatchLosses{Width: 0.5, Values: []float32{4, 3}})
	if err != nil {
		t.Fatal(err)
	}
	m, err = m.replace(2, MinibatchLosses{Width: 0.5, Values: []float32{2}})
	if err != nil || len(m.Values) != 3 || m.epoch(2) != 1.25 {
		t.Errorf("%v, %v", m, err)
	}
	for epoch, want := range map[float64]float64{0.5: 4, 1: 3, 1.5: 2} {
		if value, ok := m.At(epoch); !ok || value != want {
			t.Errorf("at epoch %g: %g, %v", epoch, value, ok)
		}
	}
	if _, ok := m.At(0); ok {
		t.Error("there is no loss before the first step")
	}
	if _, err := m.replace(4, MinibatchLosses{Width: 1}); err == nil {
		t.Error("a gap was accepted")
	}
	if _, err := m.replace(0, MinibatchLosses{}); err == nil {
		t.Error("losses without a width were accepted")
	}
}

func TestScaleEnlargesTexts(t *testing.T) {
	message := trainPage(nil)
	message["theme"].(map[string]any)["scale"] = 1.5
	view := newTestView(t, message, 1280, 720, 1)
	mustSet(t, view, "1", learning(4))
	for _, op := range view.Drawing(evenType{}).Ops {
		if text, ok := op.(Text); ok && text.Font.Size != 20 {
			t.Fatalf("text of size %g, want 1.5 × 13 rounded", text.Font.Size)
		}
	}
}
