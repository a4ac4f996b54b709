package scene

import "math"

// Scale maps values to places: Low to From, High to To, evenly or by their
// logarithms.
type Scale struct {
	Low, High float64
	Log       bool
	From, To  float64
}

// Place returns the place of a value. A value beyond the ends is placed beyond
// them too; a value without a place (NaN, a logarithm of zero) gives NaN.
func (s Scale) Place(value float64) float64 {
	low, high := s.Low, s.High
	if s.Log {
		if value <= 0 {
			return math.NaN()
		}
		value, low, high = math.Log(value), math.Log(low), math.Log(high)
	}
	return s.From + (value-low)/(high-low)*(s.To-s.From)
}

// Value is the inverse of Place.
func (s Scale) Value(place float64) float64 {
	share := (place - s.From) / (s.To - s.From)
	if s.Log {
		return math.Exp(math.Log(s.Low) + share*(math.Log(s.High)-math.Log(s.Low)))
	}
	return s.Low + share*(s.High-s.Low)
}

// largest bounds what a chart draws: above it, differences would overflow.
const largest = 1e300

// drawable reports whether a value is a number that a chart can show.
func drawable(value float64) bool { return math.Abs(value) < largest }

// extent is the range of the values seen so far.
type extent struct{ low, high, lowestPositive float64 }

func newExtent() extent {
	return extent{low: math.Inf(1), high: math.Inf(-1), lowestPositive: math.Inf(1)}
}

func (e *extent) add(value float64) {
	if !drawable(value) {
		return
	}
	e.low, e.high = min(e.low, value), max(e.high, value)
	if value > 0 {
		e.lowestPositive = min(e.lowestPositive, value)
	}
}

func (e extent) empty() bool { return e.low > e.high }

// logScale spans the positive values seen, with a little space beyond.
func logScale(e extent) Scale {
	low, high := math.Log(e.lowestPositive), math.Log(e.high)
	pad := max(0.06*(high-low), 0.05)
	return Scale{Low: math.Exp(low - pad), High: math.Exp(high + pad), Log: true}
}

// divergedRatio is how many times the smallest cost the largest may be before a
// linear scale would press everything else to the bottom.
const divergedRatio = 1000

// valueScale chooses the vertical scale of a chart: from a little below the
// smallest value to a little above the largest, without the places.
func valueScale(metric Metric, e extent, log bool) Scale {
	if e.empty() {
		return Scale{Low: 0, High: map[Metric]float64{Cost: 3, Loss: 3, Accuracy: 0.5}[metric]}
	}
	if metric != Accuracy && e.high > divergedRatio*e.lowestPositive {
		log = true
	}
	if log && e.high > 0 {
		return logScale(e)
	}
	pad := max(0.06*(e.high-e.low), 0.02*math.Abs(e.high), 0.005)
	scale := Scale{Low: e.low - pad, High: e.high + pad}
	if e.low >= 0 {
		scale.Low = max(scale.Low, 0)
	}
	if metric == Accuracy {
		scale.High = min(scale.High, 1)
	}
	return scale
}
