package scene

import "math"

// Sizes of a chart's parts in CSS pixels. The first three are those beside text
// of size 13, and grow with it.
const (
	lineWidth  = 1.75
	dashLength = 4.5
	dotRadius  = 3
	tickGap    = 8  // between an axis and its ticks' labels
	tickRoom   = 30 // at least, between ticks of the vertical axis
)

// chart is a chart panel being drawn.
type chart struct {
	*pen
	panel     Panel
	ranged    []Panel // whose figures the scales hold: this one's, and others' where they share a range
	histories map[string]History
	box, plot Box
	x, y      Scale
	yTicks    []Tick
	labels    []label
	style     labelStyle
	labelsAt  float64 // where the lines end at the right
	epoch     float64 // pointed at, else looked at; NaN without
}

// plotArea is where a chart answers the pointer.
type plotArea struct {
	box    Box
	plot   Box
	x      Scale
	panel  Panel
	epochs []float64 // that have figures, ascending
}

// drawChart draws a chart or a stack among the scene's panels.
func (p *pen) drawChart(panel Panel, panels []Panel, box Box, histories map[string]History, epoch float64) plotArea {
	c := &chart{pen: p, panel: panel, ranged: sharers(panel, panels), box: box, histories: histories, epoch: epoch}
	if math.IsNaN(epoch) {
		c.epoch = panel.At
	}
	c.fitScales()
	c.fitPlot()
	c.collectLabels()
	c.drawTitle()
	c.drawAxes()
	c.drawAreas()
	c.placeLabels()
	c.drawCrosshair()
	c.drawLines()
	c.drawMarkers()
	c.drawLabels()
	c.drawEmpty()
	return plotArea{box: box, plot: c.plot, x: c.x, panel: panel, epochs: c.epochs()}
}

// sharers returns the panels of a chart's range: all charts of its metric that
// have a common one, or itself alone.
func sharers(panel Panel, panels []Panel) []Panel {
	if !panel.CommonRange {
		return []Panel{panel}
	}
	var shared []Panel
	for _, other := range panels {
		if other.Kind == Chart && other.CommonRange && other.Metric == panel.Metric {
			shared = append(shared, other)
		}
	}
	return shared
}

// fitScales chooses both scales from the data; their places come with fitPlot.
func (c *chart) fitScales() {
	values := newExtent()
	last := 1.0
	rows := 0
	for _, panel := range c.ranged {
		last = max(last, float64(panel.Epochs))
		for _, series := range panel.Series {
			history := c.histories[series.Run]
			rows = max(rows, history.Len())
			for i := range history.Len() {
				values.add(history.Value(i, series.Metric, series.Split))
				last = max(last, history.Epoch(i))
			}
		}
		for _, marker := range panel.Markers {
			values.add(marker.Value)
			last = max(last, marker.Epoch)
		}
	}
	if c.panel.Kind == Stack && !values.empty() {
		values.add(0) // the parts' areas compare only from nought on
	}
	if rows < 2 { // one point says nothing of where the line will go
		quiet := valueScale(c.panel.Metric, newExtent(), false)
		values.add(quiet.Low)
		values.add(quiet.High)
	}
	c.y = valueScale(c.panel.Metric, values, c.panel.Log)
	c.x = Scale{Low: 0, High: last}
}

// fitPlot finds the plot's box between title, axes and labels.
func (c *chart) fitPlot() {
	top := c.box.Y + c.lineHeight() + 8*c.unit
	bottom := c.box.Y + c.box.Height - c.lineHeight() - 2*c.unit
	height := max(bottom-top, 8)
	c.yTicks = valueTicks(c.y, c.panel.Metric, max(2, min(maxTicks, int(height/(tickRoom*c.unit)))))
	left := c.width("0.00")
	for _, tick := range c.yTicks {
		left = max(left, c.width(tick.Label))
	}
	left += tickGap * c.unit
	c.collectLabels() // for their widths; their places follow from the plot
	c.style = c.labelStyle(c.labels, c.panel.Metric, c.box.Width, height)
	right := c.style.width + labelGap*c.unit
	c.plot = Box{
		X: math.Round(c.box.X + left), Y: math.Round(top),
		Width: math.Round(max(c.box.Width-left-right, 8)), Height: math.Round(height),
	}
	c.x.From, c.x.To = c.plot.X, c.plot.X+c.plot.Width
	c.y.From, c.y.To = c.plot.Y+c.plot.Height, c.plot.Y
}

// epochs returns the epochs of the longest of the shown histories.
func (c *chart) epochs() []float64 {
	var longest History
	for _, series := range c.panel.Series {
		if history := c.histories[series.Run]; history.Len() > longest.Len() {
			longest = history
		}
	}
	epochs := make([]float64, longest.Len())
	for i := range epochs {
		epochs[i] = longest.Epoch(i)
	}
	return epochs
}
