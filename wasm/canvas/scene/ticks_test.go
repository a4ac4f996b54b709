package scene

import (
	"math"
	"strings"
	"testing"
)

func labelsOf(ticks []Tick) string {
	var labels []string
	for _, tick := range ticks {
		labels = append(labels, strings.ReplaceAll(tick.Label, "\u00a0", ""))
	}
	return strings.Join(labels, " ")
}

func TestValueTicks(t *testing.T) {
	tests := []struct {
		low, high float64
		log       bool
		metric    Metric
		n         int
		want      string
	}{
		{0, 3, false, Cost, 5, "0 1 2 3"},
		{1.58, 3.02, false, Cost, 5, "2.0 2.5 3.0"},
		{1.58, 3.02, false, Cost, 2, "2 3"},
		{0.1, 0.46, false, Accuracy, 5, "10% 20% 30% 40%"},
		{0.3801, 0.3922, false, Accuracy, 5, "38.5% 39.0%"},
		{0, 0.0004, false, Cost, 5, "0.0000 10⁻⁴ 2×10⁻⁴ 3×10⁻⁴ 4×10⁻⁴"},
		{-1, 1, false, Loss, 5, "-1.0 -0.5 0.0 0.5 1.0"},
		{0, 250_000, false, Cost, 5, "0 10⁵ 2×10⁵"},
		{1.5, 12, true, Cost, 5, "2 5 10"},
		{1.5, 5000, true, Cost, 5, "10 100 1000"},
		{2, 2e30, true, Cost, 5, "10¹⁰ 10²⁰ 10³⁰"},
		{2, 2e299, true, Cost, 5, "10¹⁰⁰ 10²⁰⁰"},
		{2.1, 2.4, true, Cost, 5, "2.1 2.2 2.3 2.4"},
	}
	for _, test := range tests {
		scale := Scale{Low: test.low, High: test.high, Log: test.log}
		ticks := valueTicks(scale, test.metric, test.n)
		if got := labelsOf(ticks); got != test.want {
			t.Errorf("ticks of %g to %g, at most %d: %s, want %s", test.low, test.high, test.n, got, test.want)
		}
	}
}

func TestEpochTicks(t *testing.T) {
	for last, want := range map[float64]string{
		1: "0 1", 3: "0 1 2 3", 12: "0 5 10", 40: "0 10 20 30 40", 41: "0 10 20 30 40",
		1000: "0 500 1000", 12_000: "0 5000 10⁴",
	} {
		if got := labelsOf(epochTicks(Scale{High: last}, 5)); got != want {
			t.Errorf("ticks up to epoch %g: %s, want %s", last, got, want)
		}
	}
}

// Whatever the range, an axis has at most five ticks, ascending and within it.
func TestTicksStayFewAndWithin(t *testing.T) {
	for power := -12.0; power < 290; power += 3.7 {
		for _, share := range []float64{1e-3, 0.2, 0.99} {
			for _, log := range []bool{false, true} {
				high := math.Pow(10, power)
				scale := Scale{Low: high * (1 - share), High: high, Log: log}
				ticks := valueTicks(scale, Cost, maxTicks)
				if len(ticks) == 0 || len(ticks) > maxTicks {
					t.Errorf("%d ticks of %+v", len(ticks), scale)
				}
				for i, tick := range ticks {
					slack := 1e-6 * (scale.High - scale.Low)
					if tick.Value < scale.Low-slack || tick.Value > scale.High+slack ||
						i > 0 && tick.Value <= ticks[i-1].Value {
						t.Errorf("tick %g of %+v", tick.Value, scale)
					}
				}
			}
		}
	}
}

func TestValueScale(t *testing.T) {
	over := func(values ...float64) extent {
		e := newExtent()
		for _, value := range values {
			e.add(value)
		}
		return e
	}
	tests := []struct {
		name      string
		metric    Metric
		values    extent
		log       bool
		low, high float64
		wantLog   bool
	}{
		{"nothing yet", Cost, over(), false, 0, 3, false},
		{"starts where the data need", Cost, over(2, 3), false, 1.94, 3.06, false},
		{"one value", Loss, over(2.5), false, 2.45, 2.55, false},
		{"accuracy ends at all", Accuracy, over(0.5, 1), false, 0.47, 1, false},
		{"nothing below zero", Accuracy, over(0, 1), false, 0, 1, false},
		{
			"NaN and Inf don't count",
			Cost,
			over(2, math.NaN(), math.Inf(1), 3, math.MaxFloat64),
			false,
			1.94,
			3.06,
			false,
		},
		{
			"diverged",
			Cost,
			over(2.3, 1e30),
			false,
			2.3 * math.Pow(2.3e-30, 0.06),
			1e30 * math.Pow(1e30/2.3, 0.06),
			true,
		},
		{"log asked for", Cost, over(1, 100), true, math.Pow(10, -0.12), math.Pow(10, 2.12), true},
		{"log of nothing positive", Cost, over(0), true, 0, 0.005, false},
	}
	for _, test := range tests {
		s := valueScale(test.metric, test.values, test.log)
		if math.Abs(s.Low/test.low-1) > 1e-9 && s.Low != test.low ||
			math.Abs(s.High/test.high-1) > 1e-9 || s.Log != test.wantLog {
			t.Errorf("%s: %+v, want %g to %g, log %v", test.name, s, test.low, test.high, test.wantLog)
		}
	}
}

func TestScaleInvertsItself(t *testing.T) {
	for _, log := range []bool{false, true} {
		scale := Scale{Low: 0.5, High: 80, Log: log, From: 400, To: 20}
		for _, value := range []float64{0.5, 1, 33, 80} {
			if back := scale.Value(scale.Place(value)); math.Abs(back-value) > 1e-9 {
				t.Errorf("log %v: %g came back as %g", log, value, back)
			}
		}
	}
}

func TestFormatFigure(t *testing.T) {
	tests := []struct {
		value  float64
		metric Metric
		want   string
	}{
		{0.38936, Accuracy, "38.9\u00a0%"},
		{1.7605, Cost, "1.761"},
		{9999.9994, Loss, "9999.999"},
		{12_345, Cost, "1.2×10⁴"},
		{1e30, Cost, "1.0×10³⁰"},
		{math.Inf(1), Cost, "∞"},
		{math.NaN(), Accuracy, "NaN"},
	}
	for _, test := range tests {
		if got := formatFigure(test.value, test.metric); got != test.want {
			t.Errorf("%g as %s: %q, want %q", test.value, test.metric, got, test.want)
		}
	}
}
