package scene

import (
	"cmp"
	"image/color"
	"slices"
)

// label names a line at its end.
type label struct {
	name, value string
	color       color.NRGBA
	y           float64 // of the line's end, then of the label's middle
}

// spread moves labels apart, each as little as needed, until their middles are
// at least height apart and all lie between top and bottom. It sorts them from
// top to bottom and drops the last ones that find no room.
func spread(labels []label, height, top, bottom float64) []label {
	slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(a.y, b.y) })
	room := max(1, int((bottom-top)/height))
	if len(labels) > room {
		labels = labels[:room]
	}
	type cluster struct {
		first, count int
		y            float64 // of its first label
	}
	var clusters []cluster
	place := func(c cluster) cluster {
		sum := 0.0
		for i := range c.count {
			sum += labels[c.first+i].y - float64(i)*height
		}
		highest, lowest := top+height/2, bottom-height/2-float64(c.count-1)*height
		c.y = max(highest, min(sum/float64(c.count), lowest))
		return c
	}
	for i := range labels {
		c := place(cluster{first: i, count: 1})
		for len(clusters) > 0 {
			above := clusters[len(clusters)-1]
			if above.y+float64(above.count)*height <= c.y {
				break
			}
			clusters = clusters[:len(clusters)-1]
			c = place(cluster{first: above.first, count: above.count + c.count})
		}
		clusters = append(clusters, c)
	}
	for _, c := range clusters {
		for i := range c.count {
			labels[c.first+i].y = c.y + float64(i)*height
		}
	}
	return labels
}

// labelStyle is how a chart's labels are set: name and value in one line where
// the chart is wide, else the value under the name.
type labelStyle struct {
	stacked       bool
	width, height float64
}

// labelGap lies between a line's end and its label, CSS pixels.
const labelGap = 8

func (p *pen) labelStyle(labels []label, metric Metric, panelWidth, plotHeight float64) labelStyle {
	value := p.width(formatFigure(map[Metric]float64{Cost: 10, Loss: 10, Accuracy: 0.1}[metric], metric))
	name := 0.0
	for _, l := range labels {
		name, value = max(name, p.measure.Width(l.name, p.font(true))), max(value, p.width(l.value))
	}
	line := p.lineHeight()
	single := labelStyle{width: name + p.width(" ") + value, height: line}
	stacked := labelStyle{stacked: true, width: max(name, value), height: 2*line - 2*p.unit}
	if single.width > 0.26*panelWidth && float64(len(labels))*stacked.height <= plotHeight {
		return stacked
	}
	return single
}

func (p *pen) labelWidth(l label, style labelStyle) float64 {
	name, value := p.measure.Width(l.name, p.font(true)), p.width(l.value)
	if style.stacked {
		return max(name, value)
	}
	return name + p.width(" ") + value
}

func (p *pen) drawLabel(x float64, l label, style labelStyle) {
	if !style.stacked {
		end := p.text(x, l.y, l.name, l.color, true)
		p.text(end+p.width(" "), l.y, l.value, p.theme.Ink, false)
		return
	}
	half := p.lineHeight()/2 - p.unit
	p.text(x, l.y-half, l.name, l.color, true)
	p.text(x, l.y+half, l.value, p.theme.Ink, false)
}
