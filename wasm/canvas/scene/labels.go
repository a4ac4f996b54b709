package scene

import (
	"image/color"
	"math"
)

// label names a line at its end.
type label struct {
	name, value string
	color       color.NRGBA
	y           float64 // of the line's end, then of the label's middle
}

// labelStyle is how a chart's labels are set: name and value in one line where
// the chart is wide, else the value under the name.
type labelStyle struct {
	stacked       bool
	width, height float64
}

// labelGap lies between a line's end and its label, CSS pixels.
const labelGap = 8

// longestName is the share of a chart's width that a label's name may take.
const longestName = 0.34

func (p *pen) labelStyle(labels []label, metric Metric, panelWidth, plotHeight float64) labelStyle {
	value := p.width(formatFigure(map[Metric]float64{Cost: 10, Loss: 10, Accuracy: 0.1}[metric], metric))
	name := 0.0
	for _, l := range labels {
		name, value = max(name, p.measure.Width(l.name, p.font(true))), max(value, p.width(l.value))
	}
	line := p.lineHeight()
	single := labelStyle{width: name + p.width(" ") + value, height: line}
	stacked := labelStyle{stacked: true, width: max(name, value), height: 2*line - 2*p.unit}
	if single.width > 0.26*panelWidth && float64(len(labels))*stacked.height <= plotHeight {
		return stacked
	}
	return single
}

func (p *pen) labelWidth(l label, style labelStyle) float64 {
	name, value := p.measure.Width(l.name, p.font(true)), p.width(l.value)
	if style.stacked {
		return max(name, value)
	}
	return name + p.width(" ") + value
}

func (p *pen) drawLabel(x float64, l label, style labelStyle) {
	if !style.stacked {
		end := p.text(x, l.y, l.name, l.color, true)
		p.text(end+p.width(" "), l.y, l.value, p.theme.Ink, false)
		return
	}
	half := p.lineHeight()/2 - p.unit
	p.text(x, l.y-half, l.name, l.color, true)
	p.text(x, l.y+half, l.value, p.theme.Ink, false)
}

// collectLabels gathers the lines' ends. Pointing at an epoch replaces the last
// figures by that epoch's.
func (c *chart) collectLabels() {
	c.labels, c.labelsAt = nil, c.plot.X
	for _, series := range c.panel.Series {
		history := c.view.histories[series.Run]
		place, value, ok := end(history, series.Metric, series.Split, c.x, c.y)
		figure := c.words.number(formatFigure(value, c.panel.Metric))
		if !math.IsNaN(c.epoch) {
			figure = "–"
			if value, found := history.At(c.epoch, series.Metric, series.Split); found {
				figure = c.words.number(formatFigure(value, c.panel.Metric))
			}
		}
		if ok {
			name := c.fitBold(c.words.of(series.Label), longestName*c.box.Width)
			c.labels = append(c.labels, label{name: name, value: figure, color: series.Color, y: place.Y})
			c.labelsAt = max(c.labelsAt, place.X)
		}
	}
	if c.panel.Kind == Stack {
		c.collectPenaltyLabel()
	}
	for _, marker := range c.panel.Markers {
		if place, ok := c.markerPlace(marker); ok && c.sees(marker.Epoch) {
			figure := c.words.number(formatFigure(marker.Value, c.panel.Metric))
			c.labels = append(c.labels, label{name: marker.Label, value: figure, color: marker.Color, y: place.Y})
			c.labelsAt = max(c.labelsAt, place.X)
		}
	}
}

// placeLabels moves the labels apart and clears the grid behind them.
func (c *chart) placeLabels() {
	c.labels = spread(c.labels, c.style.height, c.plot.Y-c.lineHeight()/2, c.plot.Y+c.plot.Height)
	for _, l := range c.labels {
		left := c.labelsAt + labelGap*c.unit/2
		room := c.box.X + c.box.Width - left
		c.rect(Box{
			X: left, Y: l.y - c.style.height/2,
			Width: min(c.labelWidth(l, c.style)+labelGap*c.unit, room), Height: c.style.height,
		}, c.theme.Ground)
	}
}

func (c *chart) drawLabels() {
	for _, l := range c.labels {
		c.drawLabel(c.labelsAt+labelGap*c.unit, l, c.style)
	}
}
