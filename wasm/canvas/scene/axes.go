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
	name := c.words.of("epoch")
	if c.nameAmongTicks {
		end := c.box.X + c.box.Width
		c.textRight(end, middle, name, c.theme.Muted)
		c.drawEpochTicks(middle, end-c.width(name+" "))
		return
	}
	free := c.drawEpochTicks(middle, c.box.X+c.box.Width)
	left := max(c.plot.X+c.plot.Width+labelGap*c.unit, free+c.width(" "))
	c.text(left, middle, name, c.theme.Muted, false)
}

// drawEpochTicks draws the ticks of the horizontal axis, with the labels that end
// before a place, and returns where the last label ends.
func (c *chart) drawEpochTicks(middle, end float64) (free float64) {
	bottom := c.plot.Y + c.plot.Height
	for _, tick := range epochTicks(c.x, max(3, min(maxTicks, int(c.plot.Width/(44*c.unit))))) {
		x := c.x.Place(tick.Value)
		c.hairline(Box{X: x, Y: bottom, Height: 4 * c.unit}, c.theme.Hairline)
		if half := c.width(tick.Label) / 2; x+half <= end {
			c.textCentered(x, middle, c.words.number(tick.Label), c.theme.Muted)
			free = x + half
		}
	}
	return free
}

func (c *chart) drawCrosshair() {
	if x := c.x.Place(c.epoch); c.sees(c.epoch) && c.rows() > 0 {
		c.hairline(Box{X: x, Y: c.plot.Y, Height: c.plot.Height}, faded(c.theme.Muted, 0.7))
	}
}

// drawEmpty says what to do while no line is there.
func (c *chart) drawEmpty() {
	if c.panel.Empty == "" || c.rows() > 1 {
		return
	}
	space := c.box.X + c.box.Width - c.plot.X - 6*c.unit
	message := c.fit(c.panel.Empty, space)
	middle := c.plot.X + max(c.plot.Width, c.width(message))/2 // clear of the axis as well
	height := c.clearOfLabels()
	half := c.width(message)/2 + 6*c.unit
	c.rect(Box{middle - half, height - c.lineHeight()/2, 2 * half, c.lineHeight()}, c.theme.Ground)
	c.textCentered(middle, height, message, c.theme.Muted)
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
