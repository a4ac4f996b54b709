package scene

import "image/color"

// label names a line at its end.
type label struct {
	name, value string
	color       color.NRGBA
	dashed      bool
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
		end := p.text(x, l.y, l.name, p.theme.legible(l.color), true)
		p.text(end+p.width(" "), l.y, l.value, p.theme.Ink, false)
		return
	}
	half := p.lineHeight()/2 - p.unit
	p.text(x, l.y-half, l.name, p.theme.legible(l.color), true)
	p.text(x, l.y+half, l.value, p.theme.Ink, false)
}

// collectLabels gathers the lines' ends. If an epoch is pointed at, its figures
// replace the last ones.
func (c *chart) collectLabels() {
	c.labels, c.labelsAt = nil, c.plot.X
	if len(c.runs()) > 1 {
		c.collectRunLabels()
	} else {
		c.collectLineLabels()
	}
	if c.rows() < 2 { // where the line will end: labels in the plot would hide its start
		c.labelsAt = max(c.labelsAt, c.plot.X+c.plot.Width)
	}
	if c.panel.Kind == Stack {
		c.collectPenaltyLabel()
	}
}

// collectLineLabels names each line of a run.
func (c *chart) collectLineLabels() {
	for _, series := range c.panel.Series {
		if place, value, ok := c.endOf(series); ok {
			name := c.fitBold(c.words.of(series.Label), longestName*c.box.Width)
			figure := c.words.number(formatFigure(value, c.panel.Metric))
			c.labels = append(
				c.labels,
				label{name: name, value: figure, color: series.Color, dashed: series.Dashed, y: place.Y},
			)
			c.labelsAt = max(c.labelsAt, place.X)
		}
	}
}

// placeLabels moves the labels apart and clears the grid behind them.
func (c *chart) placeLabels() {
	if len(c.legend) > 0 {
		c.labels = nil
		return
	}
	c.labels = spread(c.labels, c.style.height, c.plot.Y-c.lineHeight()/2, c.plot.Y+c.plot.Height)
	for _, l := range c.labels {
		left := c.labelsAt + labelGap*c.unit/2
		space := c.box.X + c.box.Width - left
		c.rect(Box{
			X: left, Y: l.y - c.style.height/2,
			Width: min(c.labelWidth(l, c.style)+labelGap*c.unit, space), Height: c.style.height,
		}, c.theme.Ground)
	}
}

func (c *chart) drawLabels() {
	c.drawLegend()
	for _, l := range c.labels {
		c.drawLabel(c.labelsAt+labelGap*c.unit, l, c.style)
	}
}
