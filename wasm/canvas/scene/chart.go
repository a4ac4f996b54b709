package scene

import "math"

// Sizes of a chart's parts in CSS pixels. The first three are those beside text
// of size 13, and grow with it.
const (
	lineWidth  = 1.75
	dashLength = 4.5
	dotRadius  = 3
	tickGap    = 8  // between an axis and the labels of its ticks
	tickSpace  = 30 // at least, between ticks of the vertical axis
)

// chart is a chart panel being drawn.
type chart struct {
	*pen
	view      *View
	panel     Panel
	ranged    []Panel // whose figures the scales cover: this one's, and others' if they share a range
	box, plot Box
	title     title
	first     int // place of the chart's first op in the frame
	x, y      Scale
	yTicks    []Tick
	labels    []label
	legend    [][]label // the labels in rows below the plot, if they stand there
	style     labelStyle
	labelsAt  float64 // where the lines end at the right

	nameAmongTicks bool // the name of the axis stands where its last ticks' labels would

	epoch float64 // under the pointer, else viewed; NaN without
}

// plotArea is where a chart responds to the pointer.
type plotArea struct {
	box    Box
	plot   Box
	title  title
	x      Scale
	panel  Panel
	epochs []float64 // that have figures and are visible, ascending
}

// drawChart draws a chart or a stack of the view's scene.
func (p *pen) drawChart(v *View, panel Panel, box Box) plotArea {
	c := &chart{
		pen:    p,
		view:   v,
		panel:  panel,
		ranged: sharers(panel, v.scene.Panels),
		box:    box,
		epoch:  v.epoch,
		first:  len(p.ops),
	}
	if math.IsNaN(c.epoch) {
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
	c.drawChanges()
	c.drawRates()
	c.drawMinibatch()
	c.drawLines()
	c.drawBest()
	c.drawLabels()
	c.drawEmpty()
	return plotArea{box: box, plot: c.plot, title: c.title, x: c.x, panel: panel, epochs: c.epochs()}
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

// fitScales chooses both scales from the data: the vertical one holds what is
// visible. Their places come with fitPlot.
func (c *chart) fitScales() {
	last := 1.0
	for _, panel := range c.ranged {
		last = max(last, panel.lastEpoch(c.view.histories))
	}
	window := c.view.zoom.shown.on(last)
	c.x = Scale{Low: window.From, High: window.To}
	values := newExtent()
	rows := 0
	for _, panel := range c.ranged {
		for _, series := range panel.Series {
			history := c.view.histories[series.Run]
			rows = max(rows, history.Len())
			history.addVisible(&values, series, window)
		}
	}
	c.addMinibatch(&values)
	if c.panel.Kind == Stack && !values.empty() {
		values.add(0) // the parts' areas compare only from zero
	}
	if rows < 2 { // one point does not show where the line will go
		quiet := valueScale(c.panel.Metric, newExtent(), false)
		values.add(quiet.Low)
		values.add(quiet.High)
	}
	c.y = valueScale(c.panel.Metric, values, c.panel.Log)
}

// addVisible adds a series' figures in a window, and the points where its line
// crosses the window's sides.
func (h History) addVisible(values *extent, series Series, window Window) {
	for i := range h.Len() {
		epoch, value := h.Epoch(i), h.Value(i, series.Metric, series.Split)
		if epoch >= window.From && epoch <= window.To {
			values.add(value)
		}
		if i == 0 {
			continue
		}
		before, valueBefore := h.Epoch(i-1), h.Value(i-1, series.Metric, series.Split)
		for _, side := range []float64{window.From, window.To} {
			if before < side && side < epoch {
				values.add(valueBefore + (side-before)/(epoch-before)*(value-valueBefore))
			}
		}
	}
}

// sees reports whether an epoch is in the window.
func (c *chart) sees(epoch float64) bool { return epoch >= c.x.Low && epoch <= c.x.High }

// fitPlot finds the plot's box between title, axes and labels.
func (c *chart) fitPlot() {
	top := c.box.Y + c.lineHeight() + 8*c.unit
	bottom := c.box.Y + c.box.Height - c.lineHeight() - 2*c.unit
	height := max(bottom-top, 8)
	c.yTicks = c.ticksIn(height)
	left := c.width("0.00")
	for _, tick := range c.yTicks {
		left = max(left, c.width(tick.Label))
	}
	left += tickGap * c.unit
	c.collectLabels() // for their widths; their places follow from the plot
	c.style = c.labelStyle(c.labels, c.panel.Metric, c.box.Width, height)
	right := c.style.width + labelGap*c.unit
	if rows := c.legendFor(left, right, height); rows != nil {
		c.legend = rows
		c.style = labelStyle{}
		right = labelGap*c.unit + c.width("0 "+c.words.of("epoch")) // the axis' name stands there
		if c.nameAmongTicks = left+right > widestLabels*c.box.Width; c.nameAmongTicks {
			right = labelGap * c.unit
		}
		height -= c.legendHeight(rows)
		c.yTicks = c.ticksIn(height)
	}
	c.plot = Box{
		X: math.Round(c.box.X + left), Y: math.Round(top),
		Width: math.Round(max(c.box.Width-left-right, 8)), Height: math.Round(height),
	}
	c.x.From, c.x.To = c.plot.X, c.plot.X+c.plot.Width
	c.y.From, c.y.To = c.plot.Y+c.plot.Height, c.plot.Y
}

// ticksIn returns the ticks that a vertical axis has room for.
func (c *chart) ticksIn(height float64) []Tick {
	space := max(tickSpace*c.unit, 1.3*c.lineHeight())
	ticks := valueTicks(c.y, c.panel.Metric, max(2, min(maxTicks, int(height/space))))
	if n := len(ticks); n > 2 && float64(n)*c.lineHeight() > height {
		return []Tick{ticks[0], ticks[n-1]}
	}
	return ticks
}

// epochs returns the visible epochs of the longest of the shown histories.
func (c *chart) epochs() []float64 {
	var longest History
	for _, series := range c.panel.Series {
		if history := c.view.histories[series.Run]; history.Len() > longest.Len() {
			longest = history
		}
	}
	var epochs []float64
	for i := range longest.Len() {
		if epoch := longest.Epoch(i); c.sees(epoch) {
			epochs = append(epochs, epoch)
		}
	}
	return epochs
}
