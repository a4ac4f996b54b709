package scene

import (
	"image/color"
	"math"
)

// areaShare is the opacity of filled areas: the grid shows through.
const areaShare = 0.22

// drawAreas fills what lies between lines: a stack's parts, or each run's gap
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
	c.fill(c.histories[upper.Run], fill, func(history History, i int) (float64, float64) {
		return history.Value(i, upper.Metric, upper.Split), history.Value(i, lower.Metric, lower.Split)
	})
}

// fill fills between two figures of each row; the area breaks where one of them
// has no place.
func (c *chart) fill(history History, ink color.NRGBA, pair func(History, int) (float64, float64)) {
	area := Area{Color: ink}
	finish := func() {
		if len(area.Upper) > 1 {
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
