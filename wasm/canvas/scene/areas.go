package scene

import (
	"image/color"
	"math"
)

// areaShare is the opacity of filled areas: the grid shows through.
const areaShare = 0.22

// drawAreas fills the areas between lines: a stack's parts, or each run's gap
// between train and validation.
func (c *chart) drawAreas() {
	if c.panel.Kind == Stack {
		c.drawStack()
		return
	}
	if !c.panel.Gap {
		return
	}
	for i, upper := range c.panel.Series {
		for _, lower := range c.panel.Series[i+1:] {
			if upper.Run == lower.Run && upper.Split != lower.Split {
				c.fillBetween(upper, lower, faded(lower.Color, areaShare))
			}
		}
	}
}

// fillBetween fills the area between two series of one run, where both have figures.
func (c *chart) fillBetween(upper, lower Series, fill color.NRGBA) {
	c.fill(c.view.histories[upper.Run], fill, func(history History, i int) (float64, float64) {
		return history.Value(i, upper.Metric, upper.Split), history.Value(i, lower.Metric, lower.Split)
	})
}

// fill fills between two figures of each row; the area breaks where one of them
// can't be drawn.
func (c *chart) fill(history History, ink color.NRGBA, pair func(History, int) (float64, float64)) {
	area := Area{Color: ink}
	finish := func() {
		if area = area.between(c.plot.X, c.plot.X+c.plot.Width); len(area.Upper) > 1 {
			c.add(area)
		}
		area.Upper, area.Lower = nil, nil
	}
	for i := range history.Len() {
		x := c.x.Place(history.Epoch(i))
		first, second := pair(history, i)
		upper, lower := c.y.Place(first), c.y.Place(second)
		if !drawable(first) || !drawable(second) || math.IsNaN(upper) || math.IsNaN(lower) {
			finish()
			continue
		}
		area.Upper, area.Lower = append(area.Upper, Point{x, upper}), append(area.Lower, Point{x, lower})
	}
	finish()
}

// between returns the part of an area from left to right.
func (a Area) between(left, right float64) Area {
	part := Area{Color: a.Color}
	for i := range a.Upper {
		if i > 0 {
			for _, side := range []float64{left, right} {
				if before, here := a.Upper[i-1].X, a.Upper[i].X; before < side && side < here {
					share := (side - before) / (here - before)
					part.append(mixed(a.Upper[i-1], a.Upper[i], share), mixed(a.Lower[i-1], a.Lower[i], share))
				}
			}
		}
		if a.Upper[i].X >= left && a.Upper[i].X <= right {
			part.append(a.Upper[i], a.Lower[i])
		}
	}
	return part
}

func (a *Area) append(upper, lower Point) {
	a.Upper, a.Lower = append(a.Upper, upper), append(a.Lower, lower)
}

func mixed(from, to Point, share float64) Point {
	return Point{from.X + share*(to.X-from.X), from.Y + share*(to.Y-from.Y)}
}
