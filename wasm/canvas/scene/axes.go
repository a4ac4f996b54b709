package scene

func (c *chart) drawAxes() {
	bottom := c.plot.Y + c.plot.Height
	for _, tick := range c.yTicks {
		y := c.y.Place(tick.Value)
		c.hairline(Box{X: c.plot.X, Y: y, Width: c.plot.Width}, faded(c.theme.Hairline, 0.6))
		c.textRight(c.plot.X-tickGap*c.unit, y, c.words.number(tick.Label), c.theme.Muted)
	}
	c.hairline(Box{X: c.plot.X, Y: bottom, Width: c.plot.Width}, c.theme.Hairline)
	middle := bottom + 4*c.unit + c.lineHeight()/2
	free := 0.0 // where the last tick's label ends
	for _, tick := range epochTicks(c.x, max(3, min(maxTicks, int(c.plot.Width/(44*c.unit))))) {
		x := c.x.Place(tick.Value)
		c.hairline(Box{X: x, Y: bottom, Height: 4 * c.unit}, c.theme.Hairline)
		c.textCentered(x, middle, c.words.number(tick.Label), c.theme.Muted)
		free = x + c.width(tick.Label)/2
	}
	name := max(c.plot.X+c.plot.Width+labelGap*c.unit, free+c.width(" "))
	c.text(name, middle, c.words.of("epoch"), c.theme.Muted, false)
}

func (c *chart) drawCrosshair() {
	if x := c.x.Place(c.epoch); c.sees(c.epoch) {
		c.hairline(Box{X: x, Y: c.plot.Y, Height: c.plot.Height}, faded(c.theme.Muted, 0.7))
	}
}

// drawEmpty says what to do while no line is there.
func (c *chart) drawEmpty() {
	if c.panel.Empty == "" || c.rows() > 1 {
		return
	}
	room := c.plot.Width + c.style.width
	message := c.fit(c.panel.Empty, room)
	middle := c.plot.X + max(c.plot.Width, c.width(message))/2 // clear of the axis, too
	c.textCentered(middle, c.clearOfLabels(), message, c.theme.Muted)
}

// clearOfLabels returns the middle of the larger strip above or below the labels.
func (c *chart) clearOfLabels() float64 {
	top, bottom := c.plot.Y, c.plot.Y+c.plot.Height
	if len(c.labels) == 0 {
		return (top + bottom) / 2
	}
	first, last := bottom, top
	for _, l := range c.labels {
		first, last = min(first, l.y-c.style.height/2), max(last, l.y+c.style.height/2)
	}
	if first-top > bottom-last {
		return (top + first) / 2
	}
	return (last + bottom) / 2
}

// rows returns how many epochs the longest of the shown histories has.
func (c *chart) rows() int {
	rows := 0
	for _, series := range c.panel.Series {
		rows = max(rows, c.view.histories[series.Run].Len())
	}
	return rows
}
