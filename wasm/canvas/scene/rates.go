package scene

// ratesShare is the share of a plot's height that the greatest learning rate takes, on
// an axis of its own from 0 at the plot's bottom.
const ratesShare = 0.22

// drawRates draws η in force at each epoch under the curves, with its value at the last
// of them.
func (c *chart) drawRates() {
	greatest := 0.0
	for _, rate := range c.panel.Rates {
		greatest = max(greatest, rate)
	}
	if !(greatest > 0) {
		return
	}
	line := make([]Point, len(c.panel.Rates))
	for epoch, rate := range c.panel.Rates {
		line[epoch] = Point{c.x.Place(float64(epoch)), c.plot.Y + c.plot.Height*(1-ratesShare*rate/greatest)}
	}
	for _, part := range clip(line, c.plot) {
		if len(part) > 1 {
			c.add(Line{Points: thin(part, c.plot.Width), Width: 0.8 * lineWidth * c.stroke(), Color: c.theme.Muted})
		}
	}
	if c.panel.RateLabel != "" {
		at := line[len(line)-1]
		right := min(max(at.X, c.plot.X+c.width(c.panel.RateLabel)+4*c.unit), c.plot.X+c.plot.Width)
		c.textRight(right, at.Y-0.6*c.lineHeight(), c.panel.RateLabel, c.theme.Muted)
	}
}
