package scene

import "onelayer/engine/protocol"

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

// Plots returns where the charts' axes and lines are, with scale device pixels to a CSS
// pixel: a wheel and two fingers zoom there.
func (d Drawing) Plots(scale float64) []protocol.PanelBox {
	boxes := make([]protocol.PanelBox, len(d.plots))
	for i, area := range d.plots {
		boxes[i] = area.zoomable().css(scale)
	}
	return boxes
}

// zoomable is the chart without its title.
func (a plotArea) zoomable() Box {
	box := a.box
	box.Height -= a.plot.Y - box.Y
	box.Y = a.plot.Y
	return box
}

// plotAt returns the chart whose axes or lines are under a point.
func (d Drawing) plotAt(at Point) (plotArea, bool) {
	for _, area := range d.plots {
		if area.zoomable().Contains(at) {
			return area, true
		}
	}
	return plotArea{}, false
}
