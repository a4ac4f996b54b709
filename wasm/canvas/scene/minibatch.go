package scene

import (
	"fmt"
	"math"
)

// MinibatchLosses are means of a run's minibatch losses, one after the other,
// each over Width epochs, starting at epoch Start.
type MinibatchLosses struct {
	Start, Width float64
	Values       []float32
}

// replace returns the losses with the values from the given one replaced.
func (m MinibatchLosses) replace(from int, next MinibatchLosses) (MinibatchLosses, error) {
	if from < 0 || from > len(m.Values) {
		return m, fmt.Errorf("minibatch losses from %d on, but only %d are known", from, len(m.Values))
	}
	if !(next.Width > 0) {
		return m, fmt.Errorf("minibatch losses over %g epochs", next.Width)
	}
	next.Values = append(m.Values[:from:from], next.Values...)
	return next, nil
}

// epoch returns the middle of the epochs over which value i is the mean.
func (m MinibatchLosses) epoch(i int) float64 { return m.Start + (float64(i)+0.5)*m.Width }

// At returns the mean that holds the end of an epoch, and whether there is one.
func (m MinibatchLosses) At(epoch float64) (float64, bool) {
	i := math.Ceil((epoch-m.Start)/m.Width-1e-9) - 1
	if !(i >= 0 && i < float64(len(m.Values))) {
		return 0, false
	}
	return float64(m.Values[int(i)]), true
}

// noiseShare bounds how far the minibatches' losses extend a chart's range, as a
// multiple of the range of the epochs' own figures.
const noiseShare = 0.25

// minibatchShare is the opacity of the minibatches' line.
const minibatchShare = 0.24

// addMinibatch extends a range by the visible minibatch losses.
func (c *chart) addMinibatch(values *extent) {
	losses := c.view.minibatch[c.panel.Minibatch]
	seen := newExtent()
	for i, value := range losses.Values {
		if c.sees(losses.epoch(i)) {
			seen.add(float64(value))
		}
	}
	if seen.empty() {
		return
	}
	if !values.empty() {
		space := noiseShare * (values.high - values.low)
		seen.low, seen.high = max(seen.low, values.low-space), min(seen.high, values.high+space)
	}
	values.add(seen.low)
	values.add(seen.high)
}

// drawMinibatch draws the losses of the minibatches as a faint line.
func (c *chart) drawMinibatch() {
	losses := c.view.minibatch[c.panel.Minibatch]
	ink := faded(c.theme.Ink, minibatchShare)
	draw := func(line []Point) {
		for _, part := range clip(line, c.plot) {
			if len(part) > 1 {
				c.add(Line{Points: thin(part, c.plot.Width), Width: 0.6 * lineWidth * c.stroke(), Color: ink})
			}
		}
	}
	line := make([]Point, 0, len(losses.Values))
	for i, value := range losses.Values {
		place := Point{c.x.Place(losses.epoch(i)), c.y.Place(float64(value))}
		if !drawable(float64(value)) || math.IsNaN(place.Y) {
			draw(line)
			line = make([]Point, 0, len(losses.Values)-i)
			continue
		}
		line = append(line, place)
	}
	draw(line)
}
