package scene

import (
	"image/color"
	"math"
)

func (c *chart) drawLines() {
	for _, series := range c.panel.Series {
		history := c.histories[series.Run]
		for _, line := range curve(history, series.Metric, series.Split, c.x, c.y) {
			c.drawLineUpToNow(line, series)
		}
	}
	for _, series := range c.panel.Series {
		value, ok := c.histories[series.Run].At(c.epoch, series.Metric, series.Split)
		if y := c.y.Place(value); ok && drawable(value) && !math.IsNaN(y) {
			center := Point{c.x.Place(c.epoch), y}
			c.add(Dot{Center: center, Radius: (dotRadius + 1.5) * c.stroke(), Color: c.theme.Ground})
			c.add(Dot{Center: center, Radius: dotRadius * c.stroke(), Color: series.Color})
		}
	}
}

// faintShare is the opacity of what comes after the epoch that is looked at.
const faintShare = 0.3

// drawLineUpToNow draws one unbroken part of a line, faintly from the epoch on
// that is looked at.
func (c *chart) drawLineUpToNow(line []Point, series Series) {
	now := len(line)
	if at := c.x.Place(c.panel.At); !math.IsNaN(at) {
		for now = 0; now < len(line) && line[now].X <= at+0.5; now++ {
		}
	}
	c.polyline(line[:now], series.Color, series.Dashed)
	if now < len(line) {
		c.polyline(line[max(0, now-1):], faded(series.Color, faintShare), series.Dashed)
	}
}

// polyline draws a line of a chart; one of a single point is a dot.
func (p *pen) polyline(line []Point, ink color.NRGBA, dashed bool) {
	if len(line) < 2 {
		for _, point := range line {
			p.add(Dot{Center: point, Radius: dotRadius * p.stroke(), Color: ink})
		}
		return
	}
	op := Line{Points: line, Width: lineWidth * p.stroke(), Color: ink}
	if dashed {
		op.Dash = dashLength * p.stroke()
	}
	p.add(op)
}

// drawMarkers draws each marker as a ring.
func (c *chart) drawMarkers() {
	for _, marker := range c.panel.Markers {
		if place, ok := c.markerPlace(marker); ok {
			c.add(Dot{Center: place, Radius: (dotRadius + 2) * c.stroke(), Color: marker.Color})
			c.add(Dot{Center: place, Radius: dotRadius * c.stroke(), Color: c.theme.Ground})
		}
	}
}

func (c *chart) markerPlace(marker Marker) (Point, bool) {
	place := Point{c.x.Place(marker.Epoch), c.y.Place(marker.Value)}
	return place, drawable(marker.Value) && !math.IsNaN(place.Y)
}
