package scene

import "math"

func (c *chart) drawLines() {
	for _, series := range c.panel.Series {
		history := c.histories[series.Run]
		for _, line := range curve(history, c.panel.Metric, series.Split, c.x, c.y) {
			c.drawLine(line, series)
		}
	}
	for _, series := range c.panel.Series {
		value, ok := c.histories[series.Run].At(c.epoch, c.panel.Metric, series.Split)
		if y := c.y.Place(value); ok && drawable(value) && !math.IsNaN(y) {
			center := Point{c.x.Place(c.epoch), y}
			c.add(Dot{Center: center, Radius: (dotRadius + 1.5) * c.stroke(), Color: c.theme.Ground})
			c.add(Dot{Center: center, Radius: dotRadius * c.stroke(), Color: series.Color})
		}
	}
}

// drawLine draws one unbroken part of a line; a part of one point is a dot.
func (c *chart) drawLine(line []Point, series Series) {
	if len(line) == 1 {
		c.add(Dot{Center: line[0], Radius: dotRadius * c.stroke(), Color: series.Color})
		return
	}
	op := Line{Points: line, Width: lineWidth * c.stroke(), Color: series.Color}
	if series.Dashed {
		op.Dash = dashLength * c.stroke()
	}
	c.add(op)
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
