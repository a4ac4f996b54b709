package scene

import (
	"math"
	"slices"
)

// runs returns the runs that a chart shows, each once, in their order.
func (c *chart) runs() []string {
	var runs []string
	for _, series := range c.panel.Series {
		if !slices.Contains(runs, series.Run) {
			runs = append(runs, series.Run)
		}
	}
	return runs
}

// collectRunLabels names each run once, by its training line's label, with the
// figures of both its lines: C 1.76 / 1.90. The label is between the lines' ends.
func (c *chart) collectRunLabels() {
	for _, run := range c.runs() {
		var l label
		var figures []float64
		var ends []float64
		for _, series := range c.panel.Series {
			if series.Run != run {
				continue
			}
			place, value, ok := c.endOf(series)
			if !ok {
				continue
			}
			if len(ends) == 0 || series.Split == Train {
				l.name, l.color = c.words.of(series.Label), series.Color
			}
			figures, ends = append(figures, value), append(ends, place.Y)
			c.labelsAt = max(c.labelsAt, place.X)
			l.y += place.Y
		}
		if len(ends) == 0 {
			continue
		}
		l.y /= float64(len(ends))
		l.name = c.fitBold(l.name, longestName*c.box.Width)
		l.value = c.words.number(formatPair(figures, c.panel.Metric))
		c.labels = append(c.labels, l)
	}
}

// endOf returns where a line ends and the figure for its label: the last, or that
// of the epoch under the pointer, NaN if it has none.
func (c *chart) endOf(series Series) (place Point, value float64, ok bool) {
	history := c.view.histories[series.Run]
	place, value, ok = end(history, series.Metric, series.Split, c.x, c.y)
	if math.IsNaN(c.epoch) {
		return place, value, ok
	}
	pointed, found := history.At(c.epoch, series.Metric, series.Split)
	if !found {
		pointed = missing
	}
	return place, pointed, ok
}
