package scene

import "math"

// Frame is one drawing of the view, and what lies where in it.
type Frame struct {
	Ops   []Op
	Boxes []Box // where each panel of the scene lies; empty for one that isn't shown
	plots []plotArea
	tiles []tileArea
}

// Frame draws the view as it is now.
func (v *View) Frame(measure Measurer) Frame {
	css := textSize(v.scene.Theme, v.width/v.scale, v.height/v.scale)
	p := &pen{theme: v.scene.Theme, words: v.scene.Words, unit: v.scale, size: math.Round(css * v.scale), measure: measure}
	for _, name := range v.scene.Classes {
		p.widest = max(p.widest, p.width(p.words.of(name)))
	}
	edge := math.Round(margin * v.scale)
	area := Box{X: edge, Y: edge, Width: v.width - 2*edge, Height: v.height - 2*edge}
	var frame Frame
	if area.Width <= 0 || area.Height <= 0 {
		return frame
	}
	frame.Boxes = arrange(p, v.scene, v.Enlarged(), area)
	for i, box := range frame.Boxes {
		if box.empty() {
			continue
		}
		switch panel := v.scene.Panels[i]; panel.Kind {
		case Templates:
			tiles := p.drawTemplates(panel, box, v.pictures[panel.Run], v.scene.Classes, v.pointed)
			frame.tiles = append(frame.tiles, tiles...)
		case Errors:
			p.drawErrors(panel, box, v.errors[panel.Key], v.scene.Classes)
		case CurveOfPairs:
			p.drawCurve(panel, box)
		default:
			frame.plots = append(frame.plots, p.drawChart(v, panel, box))
		}
	}
	frame.Ops = p.ops
	return frame
}

// EpochAt returns the epoch with figures nearest to a point over a chart, and
// the chart's metric; ok is false elsewhere.
func (f Frame) EpochAt(at Point) (epoch float64, metric Metric, ok bool) {
	if area, ok := f.plotAt(at); ok && len(area.epochs) > 0 {
		wanted := area.x.Value(at.X)
		nearest := area.epochs[0]
		for _, epoch := range area.epochs {
			if math.Abs(epoch-wanted) < math.Abs(nearest-wanted) {
				nearest = epoch
			}
		}
		return nearest, area.panel.Metric, true
	}
	return math.NaN(), "", false
}

// Figure is what a chart says of one of its lines at an epoch.
type Figure struct {
	Panel, Label string
	Value        float64
}

// ValuesAt returns the figures of all charts' lines that have one at an epoch.
func (v *View) ValuesAt(epoch float64) []Figure {
	var figures []Figure
	for _, panel := range v.scene.Panels {
		for _, series := range panel.Series {
			if value, ok := v.histories[series.Run].At(epoch, series.Metric, series.Split); ok {
				figures = append(figures, Figure{Panel: panel.Title, Label: series.Label, Value: value})
			}
		}
	}
	return figures
}

// TileAt returns the run and the class of the weight picture under a point.
func (f Frame) TileAt(at Point) (run string, class int, ok bool) {
	for _, tile := range f.tiles {
		if tile.box.Contains(at) {
			return tile.run, tile.class, true
		}
	}
	return "", 0, false
}
