package scene

import (
	"math"
	"slices"
)

// widestLabels is the largest share of a chart's panel that axis and labels may
// take: if they need more, the labels become a legend below.
const widestLabels = 0.4

// mostAtLines is how many runs are labelled at the ends of their lines.
const mostAtLines = 3

// entryGap lies between two entries of a legend, CSS pixels.
const entryGap = 16

// leastPlot is the height that a legend must leave to the plot, CSS pixels.
const leastPlot = 48

// wantsLegend reports whether the labels go below the plot: if they and the axis,
// at that width, leave it too little, and a legend leaves it enough height.
func (c *chart) wantsLegend(axis, labels, height float64) bool {
	return len(c.labels) > 0 && height >= leastPlot*c.unit &&
		(len(c.runs()) > mostAtLines || axis+labels > widestLabels*c.box.Width)
}

// legendFor returns the labels in rows below the plot, without their figures if
// these would leave the plot too little height; none if they are beside the lines.
func (c *chart) legendFor(axis, labels, height float64) [][]label {
	bare := slices.Clone(c.labels)
	for i := range bare {
		bare[i].value = ""
	}
	for _, labelled := range [][]label{c.labels, bare} {
		rows := c.legendRows(labelled)
		if c.wantsLegend(axis, labels, height-c.legendHeight(rows)) {
			return rows
		}
	}
	return nil
}

// legendRows distributes labels over rows that are no wider than the panel.
func (c *chart) legendRows(labels []label) [][]label {
	var rows [][]label
	free := 0.0
	for _, l := range labels {
		l.name = c.fitBold(l.name, c.box.Width-c.entryWidth(label{value: l.value}))
		width := c.entryWidth(l)
		if len(rows) == 0 || width > free {
			rows, free = append(rows, nil), c.box.Width
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], l)
		free -= width + entryGap*c.unit
	}
	return rows
}

func (c *chart) legendHeight(rows [][]label) float64 {
	return float64(len(rows))*c.lineHeight() + 4*c.unit
}

func (c *chart) entryWidth(l label) float64 {
	return (sampleLine+4)*c.unit + c.labelWidth(l, labelStyle{})
}

// drawLegend writes the labels below the axis, each behind a piece of its line.
func (c *chart) drawLegend() {
	middle := c.plot.Y + c.plot.Height + c.lineHeight() + 4*c.unit + c.lineHeight()/2
	for _, row := range c.legend {
		x := c.box.X
		for _, l := range row {
			line := Line{
				Points: []Point{{x, middle}, {x + sampleLine*c.unit, middle}},
				Width:  lineWidth * c.stroke(),
				Color:  l.color,
			}
			if l.dashed {
				line.Dash = dashLength * c.stroke()
			}
			c.add(line)
			l.y = middle
			c.drawLabel(x+(sampleLine+4)*c.unit, l, labelStyle{})
			x += c.entryWidth(l) + entryGap*c.unit
		}
		middle += math.Round(c.lineHeight())
	}
}
