package scene

import (
	"image/color"
	"math"
)

func (c *chart) drawLines() {
	for _, series := range c.panel.Series {
		history := c.view.histories[series.Run]
		for _, line := range curve(history, series.Metric, series.Split, c.x, c.y) {
			for _, part := range clip(line, c.plot) {
				c.drawLineUpToNow(part, series)
			}
		}
		c.drawEpochs(history, series)
	}
	for _, series := range c.panel.Series {
		value, ok := c.view.histories[series.Run].At(c.epoch, series.Metric, series.Split)
		if y := c.y.Place(value); ok && drawable(value) && !math.IsNaN(y) && c.sees(c.epoch) {
			center := Point{c.x.Place(c.epoch), y}
			c.add(Dot{Center: center, Radius: (dotRadius + 1.5) * c.stroke(), Color: c.theme.Ground})
			c.add(Dot{Center: center, Radius: dotRadius * c.stroke(), Color: series.Color})
		}
	}
}

// leastPitch is the least distance of epochs that are marked, CSS pixels beside
// text of size 13.
const leastPitch = 12

// drawEpochs marks each epoch of a line, if there is space: by a dot, or on a
// dashed line by a ring.
func (c *chart) drawEpochs(history History, series Series) {
	if c.x.Place(1)-c.x.Place(0) < leastPitch*c.stroke() {
		return
	}
	dots := map[bool][]Point{} // by whether it comes after the viewed epoch
	for i := range history.Len() {
		epoch, value := history.Epoch(i), history.Value(i, series.Metric, series.Split)
		place := Point{c.x.Place(epoch), c.y.Place(value)}
		if drawable(value) && !math.IsNaN(place.Y) && c.sees(epoch) {
			later := epoch > c.panel.At
			dots[later] = append(dots[later], place)
		}
	}
	radius := 0.75 * dotRadius * c.stroke()
	for later, ink := range []color.NRGBA{series.Color, faded(series.Color, faintShare)} {
		centers := dots[later == 1]
		if len(centers) == 0 {
			continue
		}
		c.add(Dots{Centers: centers, Radius: radius, Color: ink})
		if series.Dashed {
			c.add(Dots{Centers: centers, Radius: 0.55 * radius, Color: c.theme.Ground})
		}
	}
}

// faintShare is the opacity of what comes after the viewed epoch.
const faintShare = 0.3

// drawLineUpToNow draws one unbroken part of a line, faint after the viewed
// epoch.
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
