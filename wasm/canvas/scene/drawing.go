package scene

import "math"

// Drawing is one drawing of the view, and the positions in it.
type Drawing struct {
	Ops   []Op
	Boxes []Box // where each panel of the scene is; empty for one that isn't shown
	Cells []Box // where the cells of each heat map are
	plots []plotArea
	tiles []tileArea
	// Buttons is where the page's buttons for the machine's image may stand; empty
	// without a machine.
	Buttons Box
}

// Drawing draws the current view.
func (v *View) Drawing(measure Measurer) Drawing {
	css := textSize(v.scene.Theme, v.width/v.scale, v.height/v.scale)
	p := &pen{
		theme:   v.scene.Theme,
		words:   v.scene.Words,
		unit:    v.scale,
		size:    math.Round(css * v.scale),
		measure: measure,
	}
	p.classes = Classes // until the scene names them
	if n := len(v.scene.Classes); n > 0 {
		p.classes = min(n, mostClasses)
	}
	for _, name := range v.scene.Classes {
		p.widest = max(p.widest, p.width(p.words.of(name)))
	}
	edge := math.Round(margin * v.scale)
	area := Box{X: edge, Y: edge, Width: v.width - 2*edge, Height: v.height - 2*edge}
	var drawing Drawing
	if area.Width <= 0 || area.Height <= 0 {
		return drawing
	}
	drawing.Boxes = arrange(p, v.scene, v.Enlarged(), area)
	for i, box := range drawing.Boxes {
		if box.empty() {
			continue
		}
		switch panel := v.scene.Panels[i]; panel.Kind {
		case Templates:
			tiles := p.drawTemplates(v, panel, box)
			drawing.tiles = append(drawing.tiles, tiles...)
		case Machine:
			tiles, buttons := p.drawMachine(v, panel, box)
			drawing.tiles, drawing.Buttons = append(drawing.tiles, tiles...), buttons
		case Errors:
			p.drawErrors(panel, box, v.errors[panel.Key], v.scene.Classes)
		case HeatMap:
			drawing.Cells = append(drawing.Cells, p.drawHeat(panel, box))
		case CurveOfPairs:
			p.drawCurve(panel, box)
		default:
			drawing.plots = append(drawing.plots, p.drawChart(v, panel, box))
		}
	}
	drawing.Ops = p.ops
	return drawing
}

// EpochAt returns the epoch with figures nearest to a point over a chart, and NaN
// elsewhere.
func (d Drawing) EpochAt(at Point) float64 {
	if area, ok := d.plotAt(at); ok && len(area.epochs) > 0 {
		wanted := area.x.Value(at.X)
		nearest := area.epochs[0]
		for _, epoch := range area.epochs {
			if math.Abs(epoch-wanted) < math.Abs(nearest-wanted) {
				nearest = epoch
			}
		}
		return nearest
	}
	return math.NaN()
}

// TileAt returns the run and the class of the weight picture under a point.
func (d Drawing) TileAt(at Point) (run string, class int, ok bool) {
	pointed := d.pointedAt(at)
	return pointed.run, pointed.class, pointed.on
}

func (d Drawing) pointedAt(at Point) pointedTile {
	for _, tile := range d.tiles {
		if tile.box.Contains(at) {
			pointed := pointedTile{run: tile.run, class: tile.class, strip: tile.strip, on: true}
			if tile.strip {
				pointed.share = blendAt(tile.box, at.X)
			}
			return pointed
		}
	}
	return pointedTile{}
}
