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

// drawBest marks the best validation epoch: a wedge on the axis, a dashed line from
// there up to the figure, and the epoch's number if there is space.
func (c *chart) drawBest() {
	epoch, value, ok := bestOf(c.view.histories[c.panel.Best], c.panel.Metric)
	place := Point{c.x.Place(epoch), c.y.Place(value)}
	if !ok || c.panel.Kind != Chart || math.IsNaN(place.Y) || !c.sees(epoch) {
		return
	}
	bottom := c.plot.Y + c.plot.Height
	radius := 1.6 * dotRadius * c.stroke()
	ink := c.bestInk()
	c.add(
		Line{
			Points: []Point{{place.X, bottom}, place},
			Width:  0.5 * lineWidth * c.stroke(),
			Color:  faded(ink, 0.7),
			Dash:   0.5 * dashLength * c.stroke(),
		},
	)
	c.wedge(Point{place.X, bottom}, radius, ink)
	name := c.words.with("best: epoch {n}", epoch)
	sign := 1.6 * radius // a small wedge before the words, since the marks are not always close
	width := sign + 2*c.unit + c.width(name)
	if width > c.plot.Width || c.plot.Height < 4*c.lineHeight() {
		return
	}
	box, free := c.besideLines(place, width, radius+2*c.unit)
	if !free {
		return
	}
	middle := box.Y + box.Height/2
	c.wedge(Point{box.X + sign/2, middle + 0.5*radius}, 0.6*radius, ink)
	c.text(box.X+sign+2*c.unit, middle, name, c.theme.Ink, false)
}

// besideLines returns the box for words near a point, as close as lines and other
// words allow: above a falling line, below a rising one, or further off.
func (c *chart) besideLines(point Point, width, away float64) (box Box, free bool) {
	height := 0.8 * c.lineHeight()
	above, below := -1.0, 1.0
	sides := []float64{above, below}
	if c.panel.Metric == Accuracy {
		sides = []float64{below, above}
	}
	for _, side := range sides {
		for k := range 12 {
			middle := point.Y + side*(away+height/2+float64(k)*height/2)
			if middle < c.plot.Y+height/2 || middle+height/2 > c.plot.Y+c.plot.Height {
				break
			}
			for _, left := range []float64{point.X - width/2, point.X + away, point.X - away - width} {
				left = max(c.plot.X+2*c.unit, min(left, c.plot.X+c.plot.Width-width-2*c.unit))
				if box := (Box{left, middle - height/2, width, height}); !c.crossed(box) {
					return box, true
				}
			}
		}
	}
	return Box{}, false
}

// worded reports whether a box holds a text of the chart, or will hold a label.
func (c *chart) worded(box Box) bool {
	for _, l := range c.labels {
		if box.overlaps(Box{c.labelsAt, l.y - c.style.height/2, labelGap*c.unit + c.style.width, c.style.height}) {
			return true
		}
	}
	for _, op := range c.ops[c.first:] {
		if text, ok := op.(Text); ok {
			width := c.measure.Width(text.Text, text.Font)
			if box.overlaps(Box{text.Origin.X, text.Origin.Y - text.Font.Size, width, 1.2 * text.Font.Size}) {
				return true
			}
		}
	}
	return false
}

// crossed reports whether a text or a line of the chart goes through a box.
func (c *chart) crossed(box Box) bool {
	if c.worded(box) {
		return true
	}
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

// bestInk is the colour of the line with the best epoch.
func (c *chart) bestInk() color.NRGBA {
	for _, series := range c.panel.Series {
		if series.Run == c.panel.Best && series.Split == Validation {
			return series.Color
		}
	}
	return c.theme.Ink
}

// wedge draws a triangle that stands on a point and points up.
func (p *pen) wedge(foot Point, radius float64, ink color.NRGBA) {
	left, right := Point{foot.X - radius, foot.Y}, Point{foot.X + radius, foot.Y}
	p.add(Area{
		Upper: []Point{left, {foot.X, foot.Y - 1.6*radius}, right},
		Lower: []Point{left, foot, right},
		Color: ink,
	})
}
