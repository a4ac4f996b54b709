package scene

import (
	"fmt"
	"math"
)

// View is the state of what is shown: the page's scene, the worker's figures,
// the size and where the pointer is. It holds no state of the training.
type View struct {
	scene         Scene
	histories     map[string]History
	pictures      map[string]*Picture
	width, height float64 // device pixels
	scale         float64 // device pixels of a CSS pixel
	epoch         float64 // pointed at; NaN without
	pointed       pointedTile
}

type pointedTile struct {
	run   string
	class int
	on    bool
}

// NewView returns a view without a scene.
func NewView() *View {
	return &View{
		histories: map[string]History{},
		pictures:  map[string]*Picture{},
		scale:     1,
		epoch:     math.NaN(),
	}
}

// Resize sets the size in device pixels and how many of them a CSS pixel has.
// It reports whether anything changed.
func (v *View) Resize(width, height, scale float64) bool {
	changed := v.width != width || v.height != height || v.scale != scale
	v.width, v.height, v.scale = width, height, scale
	return changed
}

// SetScene shows another scene.
func (v *View) SetScene(scene Scene) { v.scene = scene }

// Theme returns the scene's colours and typeface.
func (v *View) Theme() Theme { return v.scene.Theme }

// SetWeights shows a run's new weights, 10×3072 row-major.
func (v *View) SetWeights(run string, weights []float32) error {
	picture, err := NewPicture(weights)
	if err != nil {
		return fmt.Errorf("run %s: %w", run, err)
	}
	v.pictures[run] = picture
	return nil
}

// SetHistory replaces a run's history from a row on.
func (v *View) SetHistory(run string, from int, points []float64) error {
	history, err := v.histories[run].replace(from, points)
	if err != nil {
		return fmt.Errorf("run %s: %w", run, err)
	}
	v.histories[run] = history
	return nil
}

// PointAtEpoch shows all figures of one epoch; NaN shows the last ones again.
// It reports whether that changes the picture.
func (v *View) PointAtEpoch(epoch float64) bool {
	same := epoch == v.epoch || math.IsNaN(epoch) && math.IsNaN(v.epoch)
	v.epoch = epoch
	return !same
}

// PointAtTile marks a weight picture, or with on false none. It reports whether
// that changes the picture.
func (v *View) PointAtTile(run string, class int, on bool) bool {
	pointed := pointedTile{run: run, class: class, on: on}
	changed := pointed != v.pointed
	v.pointed = pointed
	return changed
}

// Frame is one drawing of the view, and what lies where in it.
type Frame struct {
	Ops   []Op
	plots []plotArea
	tiles []tileArea
}

// Frame draws the view as it is now.
func (v *View) Frame(measure Measurer) Frame {
	css := textSize(v.scene.Theme, v.width/v.scale, v.height/v.scale)
	p := &pen{theme: v.scene.Theme, unit: v.scale, size: math.Round(css * v.scale), measure: measure}
	edge := math.Round(margin * v.scale)
	area := Box{X: edge, Y: edge, Width: v.width - 2*edge, Height: v.height - 2*edge}
	var frame Frame
	if area.Width <= 0 || area.Height <= 0 {
		return frame
	}
	for i, box := range arrange(p, v.scene, area) {
		panel := v.scene.Panels[i]
		if panel.Kind == Templates {
			tiles := p.drawTemplates(panel, box, v.pictures[panel.Run], v.scene.Classes, v.pointed)
			frame.tiles = append(frame.tiles, tiles...)
		} else {
			frame.plots = append(frame.plots, p.drawChart(panel, box, v.histories, v.epoch))
		}
	}
	frame.Ops = p.ops
	return frame
}

// EpochAt returns the epoch with figures nearest to a point over a chart, and
// the chart's metric; ok is false elsewhere.
func (f Frame) EpochAt(at Point) (epoch float64, metric Metric, ok bool) {
	for _, area := range f.plots {
		if !area.box.Contains(at) || len(area.epochs) == 0 {
			continue
		}
		wanted := area.x.Value(at.X)
		nearest := area.epochs[0]
		for _, epoch := range area.epochs {
			if math.Abs(epoch-wanted) < math.Abs(nearest-wanted) {
				nearest = epoch
			}
		}
		return nearest, area.metric, true
	}
	return math.NaN(), "", false
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
