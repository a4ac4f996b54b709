package scene

// tickLength is how far a change's tick stands into the plot, CSS pixels.
const tickLength = 10

// drawChanges draws a tick at the top of the plot for each change, and next to it
// the change, if there is space; the table of epochs lists them all.
func (c *chart) drawChanges() {
	for _, mark := range c.panel.Changes {
		if !c.sees(mark.Epoch) {
			continue
		}
		x := c.x.Place(mark.Epoch)
		c.hairline(Box{X: x, Y: c.plot.Y, Height: tickLength * c.unit}, c.theme.Accent)
		name := c.fit(mark.Label, c.plot.Width)
		box, free := c.besideChange(x, c.width(name)+2*c.unit)
		if !free || c.plot.Height < 2*c.lineHeight() {
			continue
		}
		c.hairline(Box{X: x, Y: box.Y, Height: box.Height}, c.theme.Accent)
		c.rect(box, faded(c.theme.Ground, 0.8))
		c.text(box.X+c.unit, box.Y+box.Height/2, name, c.theme.legible(c.theme.Accent), false)
	}
}

// besideChange returns a box for words beside a place on the axis that is free of other
// words: in the first or second line from the top of the plot, else from its bottom.
func (c *chart) besideChange(x, width float64) (box Box, free bool) {
	line, gap := c.lineHeight(), 4*c.unit
	right := c.plot.X + c.plot.Width
	foot := c.plot.Y + c.plot.Height
	for _, y := range []float64{c.plot.Y, c.plot.Y + line, foot - line, foot - 2*line} {
		for _, left := range []float64{x + gap, x - gap - width} {
			box := Box{left, y, width, line}
			if left >= c.plot.X && left+width <= right && !c.worded(box) {
				return box, true
			}
		}
	}
	return Box{}, false
}
