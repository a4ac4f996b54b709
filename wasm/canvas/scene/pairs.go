package scene

import (
	"image/color"
	"math"

	"onelayer/engine/protocol"
)

// Curve is the content of a curve panel: any figure over any other.
type Curve struct {
	Series         []PairSeries
	XLog, YLog     bool
	XLabel, YLabel string
	MarkX          float64 // marked on the horizontal axis; NaN without
}

// PairSeries is one line of a curve panel, with a dot at each of its points.
type PairSeries struct {
	Label  string
	Color  color.NRGBA
	Dashed bool
	Points []Point // values, not places
}

func newCurve(p protocol.CurvePanel) Curve {
	c := Curve{XLog: p.XLog, YLog: p.YLog, XLabel: p.XLabel, YLabel: p.YLabel, MarkX: orNaN(p.MarkX)}
	for _, line := range p.Series {
		series := PairSeries{Label: line.Label, Color: parseColor(line.Color), Dashed: line.Dashed}
		for _, pair := range line.Points {
			series.Points = append(series.Points, Point{pair[0], pair[1]})
		}
		c.Series = append(c.Series, series)
	}
	return c
}

// scales returns the two axes' scales, without the places.
func (c Curve) scales() (x, y Scale) {
	xs, ys := newExtent(), newExtent()
	for _, series := range c.Series {
		for _, point := range series.Points {
			xs.add(point.X)
			ys.add(point.Y)
		}
	}
	if !math.IsNaN(c.MarkX) {
		xs.add(c.MarkX)
	}
	return pairScale(xs, c.XLog), pairScale(ys, c.YLog)
}

// leastPairSpan is the smallest factor that a logarithmic axis spans, around its
// values: at first only the chosen h.
const leastPairSpan = 1e4

func pairScale(e extent, log bool) Scale {
	switch {
	case log && e.high > 0:
		if e.high < 10*e.lowestPositive {
			e.lowestPositive, e.high = e.lowestPositive/math.Sqrt(leastPairSpan), e.high*math.Sqrt(leastPairSpan)
		}
		return logScale(e)
	case log:
		return Scale{Low: 1e-10, High: 1, Log: true}
	case e.empty():
		return Scale{Low: 0, High: 1}
	default:
		pad := max(0.04*(e.high-e.low), 0.01*math.Abs(e.high), 1e-12)
		return Scale{Low: e.low - pad, High: e.high + pad}
	}
}
