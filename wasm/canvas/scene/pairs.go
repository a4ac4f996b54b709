package scene

import (
	"image/color"
	"math"
)

// Curve is what a curve panel draws: any figure over any other.
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

func decodeCurve(m map[string]any) Curve {
	c := Curve{
		XLog:   m["xLog"] == true,
		YLog:   m["yLog"] == true,
		XLabel: text(m["xLabel"]),
		YLabel: text(m["yLabel"]),
		MarkX:  numberOr(m["markX"], math.NaN()),
	}
	for _, item := range items(m["series"]) {
		line := fields(item)
		series := PairSeries{Label: text(line["label"]), Color: parseColor(text(line["color"])), Dashed: line["dashed"] == true}
		for _, item := range items(line["points"]) {
			if pair := items(item); len(pair) == 2 {
				series.Points = append(series.Points, Point{numberOr(pair[0], math.NaN()), numberOr(pair[1], math.NaN())})
			}
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

func pairScale(e extent, log bool) Scale {
	switch {
	case log && e.high > 0:
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
