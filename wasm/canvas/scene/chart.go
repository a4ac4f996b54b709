package scene

import (
	"fmt"
	"math"
)

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
	histories map[string]History
	box, plot Box
	x, y      Scale
	yTicks    []Tick
	labels    []label
	style     labelStyle
	labelsAt  float64 // where the lines end at the right
	epoch     float64 // pointed at; NaN without
}

// plotArea is where a chart answers the pointer.
type plotArea struct {
	box    Box
	plot   Box
	x      Scale
	metric Metric
	epochs []float64 // that have figures, ascending
}

func (p *pen) drawChart(panel Panel, box Box, histories map[string]History, epoch float64) plotArea {
	c := &chart{pen: p, panel: panel, box: box, histories: histories, epoch: epoch}
	c.fitScales()
	c.fitPlot()
	c.collectLabels()
	c.drawTitle()
	c.drawAxes()
	c.placeLabels()
	c.drawCrosshair()
	c.drawLines()
	c.drawMarkers()
	c.drawLabels()
	c.drawEmpty()
	return plotArea{box: box, plot: c.plot, x: c.x, metric: panel.Metric, epochs: c.epochs()}
}

// fitScales chooses both scales from the data; their places come with fitPlot.
func (c *chart) fitScales() {
	values := newExtent()
	last := max(1, float64(c.panel.Epochs))
	rows := 0
	for _, series := range c.panel.Series {
		history := c.histories[series.Run]
		rows = max(rows, history.Len())
		for i := range history.Len() {
			values.add(history.Value(i, c.panel.Metric, series.Split))
			last = max(last, history.Epoch(i))
		}
	}
	for _, marker := range c.panel.Markers {
		values.add(marker.Value)
		last = max(last, marker.Epoch)
	}
	if rows < 2 {
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
	c.collectLabels()
	c.style = c.labelStyle(c.labels, c.panel.Metric, c.box.Width, height)
	right := c.style.width + labelGap*c.unit
	c.plot = Box{
		X: math.Round(c.box.X + left), Y: math.Round(top),
		Width: math.Round(max(c.box.Width-left-right, 8)), Height: math.Round(height),
	}
	c.x.From, c.x.To = c.plot.X, c.plot.X+c.plot.Width
	c.y.From, c.y.To = c.plot.Y+c.plot.Height, c.plot.Y
}

// collectLabels gathers the lines' ends. Pointing at an epoch replaces the last
// figures by that epoch's.
func (c *chart) collectLabels() {
	c.labels, c.labelsAt = nil, c.plot.X
	for _, series := range c.panel.Series {
		history := c.histories[series.Run]
		place, value, ok := end(history, c.panel.Metric, series.Split, c.x, c.y)
		figure := formatFigure(value, c.panel.Metric)
		if !math.IsNaN(c.epoch) {
			figure = "–"
			if value, found := history.At(c.epoch, c.panel.Metric, series.Split); found {
				figure = formatFigure(value, c.panel.Metric)
			}
		}
		if ok {
			c.labels = append(c.labels, label{name: series.Label, value: figure, color: series.Color, y: place.Y})
			c.labelsAt = max(c.labelsAt, place.X)
		}
	}
	for _, marker := range c.panel.Markers {
		if place, ok := c.markerPlace(marker); ok {
			figure := formatFigure(marker.Value, c.panel.Metric)
			c.labels = append(c.labels, label{name: marker.Label, value: figure, color: marker.Color, y: place.Y})
			c.labelsAt = max(c.labelsAt, place.X)
		}
	}
}

func (c *chart) markerPlace(marker Marker) (Point, bool) {
	place := Point{c.x.Place(marker.Epoch), c.y.Place(marker.Value)}
	return place, drawable(marker.Value) && !math.IsNaN(place.Y)
}

func (c *chart) drawTitle() {
	middle := c.box.Y + c.lineHeight()/2
	end := c.text(c.box.X, middle, c.panel.Title, c.theme.Ink, true)
	if c.y.Log {
		c.text(end+c.width(" "), middle, "log scale", c.theme.Muted, false)
	}
	if !math.IsNaN(c.epoch) {
		c.textRight(c.box.X+c.box.Width, middle, fmt.Sprintf("epoch %.0f", c.epoch), c.theme.Ink)
	}
}

func (c *chart) drawAxes() {
	bottom := c.plot.Y + c.plot.Height
	for _, tick := range c.yTicks {
		y := c.y.Place(tick.Value)
		c.hairline(Box{X: c.plot.X, Y: y, Width: c.plot.Width}, faded(c.theme.Hairline, 0.6))
		c.textRight(c.plot.X-tickGap*c.unit, y, tick.Label, c.theme.Muted)
	}
	c.hairline(Box{X: c.plot.X, Y: bottom, Width: c.plot.Width}, c.theme.Hairline)
	middle := bottom + 4*c.unit + c.lineHeight()/2
	free := 0.0 // where the last tick's label ends
	for _, tick := range epochTicks(c.x, max(3, min(maxTicks, int(c.plot.Width/(44*c.unit))))) {
		x := c.x.Place(tick.Value)
		c.hairline(Box{X: x, Y: bottom, Height: 4 * c.unit}, c.theme.Hairline)
		c.textCentered(x, middle, tick.Label, c.theme.Muted)
		free = x + c.width(tick.Label)/2
	}
	name := max(c.plot.X+c.plot.Width+labelGap*c.unit, free+c.width(" "))
	c.text(name, middle, "epoch", c.theme.Muted, false)
}

func (c *chart) drawCrosshair() {
	if x := c.x.Place(c.epoch); c.epoch >= c.x.Low && c.epoch <= c.x.High {
		c.hairline(Box{X: x, Y: c.plot.Y, Height: c.plot.Height}, faded(c.theme.Muted, 0.7))
	}
}

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

// placeLabels moves the labels apart and clears the grid behind them.
func (c *chart) placeLabels() {
	c.labels = spread(c.labels, c.style.height, c.plot.Y-c.lineHeight()/2, c.plot.Y+c.plot.Height)
	for _, l := range c.labels {
		c.rect(Box{
			X: c.labelsAt + labelGap*c.unit/2, Y: l.y - c.style.height/2,
			Width: c.labelWidth(l, c.style) + labelGap*c.unit, Height: c.style.height,
		}, c.theme.Ground)
	}
}

func (c *chart) drawLabels() {
	for _, l := range c.labels {
		c.drawLabel(c.labelsAt+labelGap*c.unit, l, c.style)
	}
}

// drawEmpty says what to do while no line is there.
func (c *chart) drawEmpty() {
	if c.panel.Empty == "" || len(c.epochs()) > 1 {
		return
	}
	room := c.plot.Width + c.style.width
	c.textCentered(c.plot.X+c.plot.Width/2, c.plot.Y+c.plot.Height/2, c.fit(c.panel.Empty, room), c.theme.Muted)
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
