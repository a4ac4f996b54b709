package scene

import (
	"fmt"
	"math"
	"testing"
)

var (
	unitX = Scale{Low: 0, High: 10, From: 0, To: 10}
	unitY = Scale{Low: 0, High: 10, From: 10, To: 0}
)

// costs is a history of train costs alone.
func costs(values ...float64) History {
	var history History
	for epoch, value := range values {
		history = append(history, float64(epoch), 0, value, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	}
	return history
}

func TestCurveBreaksWhereThereIsNoNumber(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		history History
		want    string
	}{
		{costs(), "[]"},
		{costs(4), "[[0.0,6.0]]"},
		{costs(4, 5, 6), "[[0.0,6.0 1.0,5.0 2.0,4.0]]"},
		{costs(4, nan, 6, 7), "[[0.0,6.0] [2.0,4.0 3.0,3.0]]"},
		{costs(nan, inf, 2, 1e305), "[[2.0,8.0]]"},
	}
	for _, test := range tests {
		if got := fmt.Sprint(curve(test.history, Cost, Train, unitX, unitY)); got != test.want {
			t.Errorf("curve of %v: %s, want %s", test.history, got, test.want)
		}
	}
}

func TestLineEndsAtItsLastNumberButSaysItsLastFigure(t *testing.T) {
	place, value, ok := end(costs(4, 5, math.NaN()), Cost, Train, unitX, unitY)
	if place != (Point{1, 5}) || !math.IsNaN(value) || !ok {
		t.Errorf("end at %v with %g, %v", place, value, ok)
	}
	if _, _, ok := end(costs(), Cost, Train, unitX, unitY); ok {
		t.Error("no line has an end")
	}
}

func TestThinKeepsPeaks(t *testing.T) {
	line := make([]Point, 10_000)
	for i := range line {
		line[i] = Point{X: float64(i) / 100, Y: 50 + 10*math.Sin(float64(i))}
	}
	line[5005].Y = -1000
	thinned := thin(line, 100)
	if len(thinned) > 400 {
		t.Errorf("%d points left in 100 columns", len(thinned))
	}
	lowest := math.Inf(1)
	for i, point := range thinned {
		lowest = min(lowest, point.Y)
		if i > 0 && point.X < thinned[i-1].X {
			t.Fatalf("point %d lies left of the one before", i)
		}
	}
	if lowest != -1000 || thinned[0] != line[0] || thinned[len(thinned)-1] != line[len(line)-1] {
		t.Error("the peak or an end is gone")
	}
}

func TestSpread(t *testing.T) {
	tests := []struct {
		name        string
		ys          []float64
		top, bottom float64
		want        string
	}{
		{"far apart", []float64{80, 20}, 0, 100, "[20 80]"},
		{"pushed apart evenly", []float64{50, 52}, 0, 100, "[46 56]"},
		{"kept within", []float64{0, 1, 99}, 0, 100, "[5 15 95]"},
		{
			"a push meets another",
			[]float64{50, 52, 58},
			0,
			100,
			"[43.333333333333336 53.333333333333336 63.333333333333336]",
		},
		{"no space for all", []float64{1, 2, 3}, 0, 20, "[5 15]"},
	}
	for _, test := range tests {
		var labels []label
		for _, y := range test.ys {
			labels = append(labels, label{y: y})
		}
		var got []float64
		for _, l := range spread(labels, 10, test.top, test.bottom) {
			got = append(got, l.y)
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%s: %v, want %s", test.name, got, test.want)
		}
	}
}
