package scene

import (
	"fmt"
	"math"
	"testing"
)

func TestWindow(t *testing.T) {
	whole := Window{}
	tests := []struct {
		name string
		got  Window
		want string
	}{
		{"half as much about the middle", whole.scaled(20, 0.5, 40), "10–30"},
		{"the epoch pointed at stays", Window{10, 30}.scaled(25, 0.5, 40), "17.5–27.5"},
		{"at the left end", whole.scaled(0, 0.5, 40), "0–20"},
		{"at least an epoch", Window{10, 12}.scaled(10, 0.01, 40), "10–11"},
		{"wider than all is all", Window{10, 30}.scaled(20, 3, 40), "0–0"},
		{"wider, but kept on the axis", Window{0, 10}.scaled(10, 2, 40), "0–20"},
		{"moved", Window{10, 20}.moved(5, 40), "15–25"},
		{"not beyond the end", Window{10, 20}.moved(50, 40), "30–40"},
		{"not before the start", Window{10, 20}.moved(-50, 40), "0–10"},
		{"all of it doesn't move", whole.moved(5, 40), "0–0"},
		{"a shorter run", Window{30, 40}.within(20), "10–20"},
	}
	for _, test := range tests {
		if got := fmt.Sprintf("%g–%g", test.got.From, test.got.To); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestZoomGlides(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 40.0}), 760, 640, 1)
	if !view.ZoomBy(0.5, math.NaN()) || view.Window() != (Window{10, 30}) {
		t.Fatalf("window %v", view.Window())
	}
	before := -1.0
	for _, now := range []float64{1000, 1040, 1100, 1170} {
		if !view.Advance(now) {
			t.Errorf("at rest after %g ms", now-1000)
		}
		if from := view.zoom.shown.From; from <= before || from > 10 {
			t.Errorf("at %g ms from epoch %g, before %g", now-1000, from, before)
		} else {
			before = from
		}
	}
	if view.Advance(1000+glideTime) || view.zoom.shown != (Window{10, 30}) {
		t.Errorf("after all that time: %v", view.zoom.shown)
	}
	if view.Advance(2000) {
		t.Error("a view at rest wants frames")
	}

	message := trainPage(map[string]any{"epochs": 40.0})
	message["theme"].(map[string]any)["calm"] = true
	calm := newTestView(t, message, 760, 640, 1)
	if calm.ZoomBy(0.5, math.NaN()); calm.zoom.shown != (Window{10, 30}) || calm.Advance(0) {
		t.Errorf("where little motion is wanted it glides: %v", calm.zoom.shown)
	}
}

func TestClip(t *testing.T) {
	box := Box{0, 0, 10, 10}
	tests := []struct {
		line []Point
		want string
	}{
		{nil, "[]"},
		{[]Point{{5, 5}}, "[[5.0,5.0]]"},
		{[]Point{{15, 5}}, "[]"},
		{[]Point{{1, 1}, {5, 5}, {9, 1}}, "[[1.0,1.0 5.0,5.0 9.0,1.0]]"},
		{[]Point{{-5, 5}, {5, 5}, {15, 5}}, "[[0.0,5.0 5.0,5.0 10.0,5.0]]"},
		{[]Point{{-5, 0}, {15, 10}}, "[[0.0,2.5 10.0,7.5]]"},
		{[]Point{{2, 5}, {4, -5}, {6, 5}}, "[[2.0,5.0 3.0,0.0] [5.0,0.0 6.0,5.0]]"},
		{[]Point{{-5, 5}, {-1, 5}, {-1, 20}}, "[]"},
	}
	for _, test := range tests {
		if got := fmt.Sprint(clip(test.line, box)); got != test.want {
			t.Errorf("clip of %v: %s, want %s", test.line, got, test.want)
		}
	}
}

func TestEpochTicksOfAWindow(t *testing.T) {
	for _, test := range []struct {
		from, to float64
		want     string
	}{
		{10, 30, "[10 15 20 25 30]"},
		{12.5, 17.2, "[13 14 15 16 17]"},
		{3.1, 4.1, "[3.2 3.4 3.6 3.8 4.0]"},
		{0, 1, "[0 1]"},
	} {
		var labels []string
		for _, tick := range epochTicks(Scale{Low: test.from, High: test.to}, 5) {
			labels = append(labels, tick.Label)
		}
		if got := fmt.Sprint(labels); got != test.want {
			t.Errorf("from %g to %g: %s, want %s", test.from, test.to, got, test.want)
		}
	}
}
