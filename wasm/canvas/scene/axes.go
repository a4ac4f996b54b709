package scene

import (
	"fmt"
	"math"
)

func (c *chart) drawTitle() {
	middle := c.box.Y + c.lineHeight()/2
	right := c.box.X + c.box.Width
	if !math.IsNaN(c.epoch) {
		epoch := fmt.Sprintf("epoch %.0f", c.epoch)
		c.textRight(right, middle, epoch, c.theme.Ink)
		right -= c.width(epoch + " ")
	}
	title := c.fitBold(c.panel.Title, right-c.box.X)
	end := c.text(c.box.X, middle, title, c.theme.Ink, true) + c.width(" ")
	if c.y.Log && end+c.width("log scale") <= right {
		c.text(end, middle, "log scale", c.theme.Muted, false)
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

// drawEmpty says what to do while no line is there.
func (c *chart) drawEmpty() {
	if c.panel.Empty == "" || len(c.epochs()) > 1 {
		return
	}
	room := c.plot.Width + c.style.width
	c.textCentered(c.plot.X+c.plot.Width/2, c.plot.Y+c.plot.Height/2, c.fit(c.panel.Empty, room), c.theme.Muted)
}
