package scene

import (
	"image/color"
	"math"
)

// bestOf returns the epoch of a run's best validation figure of a metric: the
// highest accuracy, else the lowest. There is none before two epochs are done.
func bestOf(history History, metric Metric) (epoch, value float64, ok bool) {
	best := math.NaN()
	for i := range history.Len() {
		value := history.Value(i, metric, Validation)
		better := value < best
		if metric == Accuracy {
			better = value > best
		}
		if drawable(value) && (better || math.IsNaN(best)) {
			best, epoch = value, history.Epoch(i)
		}
	}
	return epoch, best, history.Len() > 2 && epoch > 0
}

// drawBest marks the best validation epoch with a diamond and says which it is.
func (c *chart) drawBest() {
	epoch, value, ok := bestOf(c.view.histories[c.panel.Best], c.panel.Metric)
	place := Point{c.x.Place(epoch), c.y.Place(value)}
	if !ok || c.panel.Kind != Chart || math.IsNaN(place.Y) || !c.sees(epoch) {
		return
	}
	radius := 1.6 * dotRadius * c.stroke()
	c.diamond(place, radius+1.5*c.unit, c.theme.Ground)
	c.diamond(place, radius, c.bestInk())
	name := c.words.with("best: epoch {n}", epoch)
	sign := 1.6 * radius // a small diamond before the words, as the marks are not near each other always
	width := sign + 2*c.unit + c.width(name)
	if width > c.plot.Width || c.plot.Height < 4*c.lineHeight() {
		return
	}
	box, free := c.besideLines(place, width, radius+2*c.unit)
	if !free {
		c.rect(box, faded(c.theme.Ground, 0.8))
	}
	middle := box.Y + box.Height/2
	c.diamond(Point{box.X + sign/2, middle}, 0.6*radius, c.bestInk())
	c.text(box.X+sign+2*c.unit, middle, name, c.theme.Ink, false)
}

// besideLines returns the box for words about a point, as near to it as the lines
// leave room: above a falling line, below a rising one, if not nearby then
// further off. Without any room it is on the lines and not free.
func (c *chart) besideLines(point Point, width, away float64) (box Box, free bool) {
	height := 0.8 * c.lineHeight()
	left := max(c.plot.X+2*c.unit, min(point.X-width/2, c.plot.X+c.plot.Width-width-2*c.unit))
	side := -1.0
	if c.panel.Metric == Accuracy {
		side = 1
	}
	at := func(k int, side float64) Box {
		middle := point.Y + side*(away+height/2+float64(k)*height/2)
		return Box{left, middle - height/2, width, height}
	}
	for _, side := range []float64{side, -side} {
		for k := range 12 {
			box := at(k, side)
			if box.Y >= c.plot.Y && box.Y+height <= c.plot.Y+c.plot.Height && !c.crossed(box) {
				return box, true
			}
		}
	}
	box = at(0, side)
	box.Y = max(c.plot.Y, min(box.Y, c.plot.Y+c.plot.Height-height))
	return box, false
}

// crossed reports whether a line of the chart goes through a box.
func (c *chart) crossed(box Box) bool {
	for _, op := range c.ops[c.first:] {
		line, ok := op.(Line)
		for i := 1; ok && i < len(line.Points); i++ {
			from, to := line.Points[i-1], line.Points[i]
			if to.X < box.X || from.X > box.X+box.Width {
				continue // a chart's lines go to the right
			}
			if _, _, inside := clipSegment(from, to, box); inside {
				return true
			}
		}
	}
	return false
}

// bestInk is the colour of the line that has the best epoch.
func (c *chart) bestInk() color.NRGBA {
	for _, series := range c.panel.Series {
		if series.Run == c.panel.Best && series.Split == Validation {
			return series.Color
		}
	}
	return c.theme.Ink
}

func (p *pen) diamond(center Point, radius float64, ink color.NRGBA) {
	left, right := Point{center.X - radius, center.Y}, Point{center.X + radius, center.Y}
	p.add(Area{
		Upper: []Point{left, {center.X, center.Y - radius}, right},
		Lower: []Point{left, {center.X, center.Y + radius}, right},
		Color: ink,
	})
}
