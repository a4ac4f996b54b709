package scene

import (
	"cmp"
	"math"
	"slices"
)

// drawCurve draws a curve panel: named axes, lines with dots, labels at their ends.
func (p *pen) drawCurve(panel Panel, box Box) {
	curve := panel.Curve
	middle := box.Y + p.lineHeight()/2
	p.text(box.X, middle, p.fitBold(panel.Title, box.Width), p.theme.Ink, true)
	x, y := curve.scales()
	plot := p.pairPlot(curve, box, y)
	x.From, x.To = plot.X, plot.X+plot.Width
	y.From, y.To = plot.Y+plot.Height, plot.Y
	p.drawPairAxes(curve, plot, x, y)
	p.drawMarkX(curve, plot, x)
	labels := p.drawPairs(curve, x, y)
	style := labelStyle{height: p.lineHeight()}
	for _, l := range spread(labels, style.height, plot.Y-p.lineHeight()/2, plot.Y+plot.Height) {
		p.text(plot.X+plot.Width+labelGap*p.unit, l.y, l.name, p.theme.legible(l.color), true)
	}
	if len(labels) == 0 && panel.Empty != "" {
		p.textCentered(plot.X+plot.Width/2, plot.Y+plot.Height/2, p.fit(panel.Empty, plot.Width), p.theme.Muted)
	}
}

// pairPlot returns the plot's box between title, axes and labels. The name of the
// vertical axis has its own line above it.
func (p *pen) pairPlot(curve Curve, box Box, y Scale) Box {
	left := p.width("0.00")
	for _, tick := range valueTicks(y, "", maxTicks) {
		left = max(left, p.width(tick.Label))
	}
	left += tickGap * p.unit
	right := p.width(curve.XLabel)
	for _, series := range curve.Series {
		right = max(right, p.measure.Width(series.Label, p.font(true)))
	}
	right += labelGap * p.unit
	top := 2*p.lineHeight() + 8*p.unit
	return Box{
		X: math.Round(box.X + left), Y: math.Round(box.Y + top),
		Width:  math.Round(max(box.Width-left-right, 8)),
		Height: math.Round(max(box.Height-top-p.lineHeight()-2*p.unit, 8)),
	}
}

func (p *pen) drawPairAxes(curve Curve, plot Box, x, y Scale) {
	for _, tick := range valueTicks(y, "", maxTicks) {
		place := y.Place(tick.Value)
		p.hairline(Box{X: plot.X, Y: place, Width: plot.Width}, faded(p.theme.Hairline, 0.6))
		p.textRight(plot.X-tickGap*p.unit, place, p.words.number(tick.Label), p.theme.Muted)
	}
	p.textRight(plot.X-tickGap*p.unit, plot.Y-p.lineHeight(), curve.YLabel, p.theme.Muted)
	bottom := plot.Y + plot.Height
	p.hairline(Box{X: plot.X, Y: bottom, Width: plot.Width}, p.theme.Hairline)
	middle := bottom + 4*p.unit + p.lineHeight()/2
	free := 0.0 // where the last tick's label ends
	for _, tick := range valueTicks(x, "", max(2, min(maxTicks, int(plot.Width/(56*p.unit))))) {
		place := x.Place(tick.Value)
		p.hairline(Box{X: place, Y: bottom, Height: 4 * p.unit}, p.theme.Hairline)
		p.textCentered(place, middle, p.words.number(tick.Label), p.theme.Muted)
		free = place + p.width(tick.Label)/2 + p.width(" ")
	}
	p.text(max(plot.X+plot.Width+labelGap*p.unit, free), middle, curve.XLabel, p.theme.Muted, false)
}

// drawMarkX marks the chosen place on the horizontal axis, with its value.
func (p *pen) drawMarkX(curve Curve, plot Box, x Scale) {
	place := x.Place(curve.MarkX)
	if math.IsNaN(place) {
		return
	}
	p.hairline(Box{X: place, Y: plot.Y, Height: plot.Height}, p.theme.Accent)
	name := curve.XLabel + " = " + p.words.number(formatMark(curve.MarkX))
	half := p.width(name) / 2
	center := max(plot.X+half, min(place, plot.X+plot.Width-half))
	p.textCentered(center, plot.Y-p.lineHeight()/2-2*p.unit, name, p.theme.Accent)
}

// drawPairs draws the lines and returns their names at the height of their right ends.
func (p *pen) drawPairs(curve Curve, x, y Scale) []label {
	var labels []label
	for _, series := range curve.Series {
		var line []Point
		for _, value := range series.Points {
			place := Point{x.Place(value.X), y.Place(value.Y)}
			if drawable(value.X) && drawable(value.Y) && !math.IsNaN(place.X) && !math.IsNaN(place.Y) {
				line = append(line, place)
			}
		}
		if len(line) == 0 {
			continue
		}
		p.polyline(line, series.Color, series.Dashed)
		for _, point := range line {
			p.add(Dot{Center: point, Radius: 0.75 * dotRadius * p.stroke(), Color: series.Color})
		}
		last := slices.MaxFunc(line, func(a, b Point) int { return cmp.Compare(a.X, b.X) })
		labels = append(labels, label{name: series.Label, color: series.Color, y: last.Y})
	}
	return labels
}
