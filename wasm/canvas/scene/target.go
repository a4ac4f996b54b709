package scene

// target is the part of a chart under a pointer.
type target int

const (
	onNothing target = iota
	onPlot
	onTitle
	onLogSwitch
	onReset
)

// targetAt returns which part of which chart can be pressed at a point.
func (d Drawing) targetAt(at Point) (target, plotArea) {
	for _, area := range d.plots {
		switch {
		case area.title.logSwitch.Contains(at):
			return onLogSwitch, area
		case area.title.reset.Contains(at):
			return onReset, area
		case area.title.name.Contains(at):
			return onTitle, area
		}
	}
	if area, ok := d.plotAt(at); ok {
		return onPlot, area
	}
	return onNothing, plotArea{}
}

// OnPlot reports whether a point is over a chart's axes or lines.
func (d Drawing) OnPlot(at Point) bool {
	_, ok := d.plotAt(at)
	return ok
}

// plotAt returns the chart whose axes or lines are under a point.
func (d Drawing) plotAt(at Point) (plotArea, bool) {
	for _, area := range d.plots {
		if area.box.Contains(at) && at.Y >= area.plot.Y {
			return area, true
		}
	}
	return plotArea{}, false
}
