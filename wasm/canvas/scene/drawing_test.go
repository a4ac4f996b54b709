package scene

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func dump(drawing Drawing) string {
	var lines strings.Builder
	for _, op := range drawing.Ops {
		lines.WriteString(op.String() + "\n")
	}
	return lines.String()
}

func golden(t *testing.T, name string, drawing Drawing) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := dump(drawing)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("drawing differs from %s; look at it with: go test -update, then git diff\n%s", path, got)
	}
}

func TestFrameWide(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 8.0}), 760, 640, 1)
	mustSet(t, view, "1", learning(4))
	golden(t, "wide", view.Drawing(evenType{}))
}

func TestFramePhone(t *testing.T) {
	view := newTestView(t, trainPage(nil), 3*390, 3*1100, 3)
	mustSet(t, view, "1", learning(2))
	golden(t, "phone", view.Drawing(evenType{}))
}

func TestFrameEmpty(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"empty": "Press Train"}), 760, 640, 1)
	golden(t, "empty", view.Drawing(evenType{}))
}

func TestFramePointed(t *testing.T) {
	view := newTestView(t, trainPage(nil), 760, 640, 1)
	mustSet(t, view, "1", learning(3))
	view.PointAtEpoch(2)
	view.PointAtTile("1", 4, true)
	golden(t, "pointed", view.Drawing(evenType{}))
}

func TestFrameDiverged(t *testing.T) {
	message := trainPage(nil)
	message["panels"] = []any{chartMessage("cost", nil)}
	view := newTestView(t, message, 400, 300, 1)
	nan := math.NaN()
	mustSet(t, view, "1", []float64{
		0, 2.3, 2.3, 0.1, 2.4, 2.4, 0.1, 0, 0, 0, 0, 0, 0,
		1, 8e3, 8e3, 0.1, 9e3, 9e3, 0.1, 0, 0, 0, 0, 0, 0,
		2, 1e30, 1e30, 0.1, math.Inf(1), math.Inf(1), 0.1, 0, 0, 0, 0, 0, 0,
		3, nan, nan, nan, nan, nan, nan, 0, 0, 0, 0, 0, 0,
	})
	golden(t, "diverged", view.Drawing(evenType{}))
}

func TestFrameGrid(t *testing.T) {
	message := trainPage(nil)
	message["layout"] = map[string]any{"columns": 2.0}
	message["panels"] = []any{
		map[string]any{"kind": "templates", "run": "A", "title": "A"},
		map[string]any{"kind": "templates", "run": "B", "title": "B"},
		chartMessage("cost", map[string]any{"log": true}),
		chartMessage("accuracy", nil),
	}
	view := newTestView(t, message, 800, 600, 1)
	mustSet(t, view, "1", learning(2))
	golden(t, "grid", view.Drawing(evenType{}))
}

// Nothing may be outside the view, at any supported size.
func TestFrameStaysWithinTheView(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 40.0, "empty": "Press Train"}), 0, 0, 1)
	mustSet(t, view, "1", learning(20))
	for _, scale := range []float64{1, 1.5, 2, 3} {
		for _, size := range [][2]float64{
			{300, 400}, {320, 900}, {390, 1100}, {500, 500}, {639, 640}, {640, 400},
			{760, 640}, {960, 420}, {1280, 720}, {2560, 600}, {2560, 1440},
		} {
			width, height := math.Floor(size[0]*scale), math.Floor(size[1]*scale)
			view.Resize(width, height, scale)
			drawing := view.Drawing(evenType{})
			if len(drawing.tiles) != Classes || len(drawing.plots) != 3 {
				t.Fatalf("%v ×%g: %d tiles, %d charts", size, scale, len(drawing.tiles), len(drawing.plots))
			}
			for _, op := range drawing.Ops {
				if b := bounds(op); b.X < 0 || b.Y < 0 || b.X+b.Width > width || b.Y+b.Height > height {
					t.Errorf("%v ×%g: outside: %v", size, scale, op)
				}
			}
			for _, area := range drawing.plots {
				if area.plot.Width < 60*scale || area.plot.Height < 20*scale {
					t.Errorf("%v ×%g: plot of only %v", size, scale, area.plot)
				}
			}
			if side := drawing.tiles[0].box.Width; math.Mod(side, TileSide) != 0 {
				t.Errorf("%v ×%g: tiles of %g pixels are not crisp", size, scale, side)
			}
		}
	}
}

// The text of a chart before there is a line keeps clear of the first figures.
func TestEmptyChartsKeepTheirTextsApart(t *testing.T) {
	view := newTestView(
		t,
		trainPage(map[string]any{"epochs": 40.0, "empty": "Press Train to draw the curves."}),
		0,
		0,
		1,
	)
	mustSet(t, view, "1", learning(0))
	for _, size := range [][2]float64{{390, 1100}, {640, 600}, {976, 480}, {976, 520}, {976, 560}, {1120, 800}} {
		view.Resize(size[0], size[1], 1)
		var texts []Text
		for _, op := range view.Drawing(evenType{}).Ops {
			if text, ok := op.(Text); ok {
				texts = append(texts, text)
			}
		}
		messages := 0
		for _, message := range texts {
			if !strings.HasPrefix(message.Text, "Press Train") {
				continue
			}
			messages++
			for _, other := range texts {
				if a, b := bounds(message), bounds(other); message != other &&
					a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
					t.Errorf("%v: %v lies on %v", size, message, other)
				}
			}
		}
		if messages != 3 {
			t.Errorf("%v: %d charts say what to do", size, messages)
		}
	}
}

func bounds(op Op) Box {
	switch op := op.(type) {
	case Rect:
		return op.Box
	case Tile:
		return op.Box
	case Dot:
		return Box{op.Center.X - op.Radius, op.Center.Y - op.Radius, 2 * op.Radius, 2 * op.Radius}
	case Dots:
		b := bounds(Line{Points: op.Centers})
		return Box{b.X - op.Radius, b.Y - op.Radius, b.Width + 2*op.Radius, b.Height + 2*op.Radius}
	case Text:
		size := op.Font.Size
		return Box{op.Origin.X, op.Origin.Y - 0.8*size, evenType{}.Width(op.Text, op.Font), size}
	case Area:
		return bounds(Line{Points: append(append([]Point{}, op.Upper...), op.Lower...)})
	case Line:
		low, high := op.Points[0], op.Points[0]
		for _, p := range op.Points {
			low = Point{min(low.X, p.X), min(low.Y, p.Y)}
			high = Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
		return Box{low.X, low.Y, high.X - low.X, high.Y - low.Y}
	}
	return Box{}
}

func TestPointing(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 8.0}), 760, 640, 1)
	mustSet(t, view, "1", learning(4))
	drawing := view.Drawing(evenType{})
	chart := drawing.plots[2]
	at := func(epoch float64) Point { return Point{chart.x.Place(epoch), chart.plot.Y + 5} }
	for _, test := range []struct{ pointed, want float64 }{{0, 0}, {1.4, 1}, {1.6, 2}, {4, 4}, {7.9, 4}} {
		if epoch := drawing.EpochAt(at(test.pointed)); epoch != test.want {
			t.Errorf("pointing at epoch %g: %g", test.pointed, epoch)
		}
	}
	if !math.IsNaN(drawing.EpochAt(Point{5, 5})) {
		t.Error("a weight picture has no epoch")
	}
	run, class, ok := drawing.TileAt(Point{drawing.tiles[7].box.X + 1, drawing.tiles[7].box.Y + 1})
	if run != "1" || class != 7 || !ok {
		t.Errorf("tile 7 is class %d of run %s, %v", class, run, ok)
	}
	if _, _, ok := drawing.TileAt(at(0)); ok {
		t.Error("a chart is no weight picture")
	}
	if !view.PointAtEpoch(3) || view.PointAtEpoch(3) || !view.PointAtEpoch(math.NaN()) ||
		view.PointAtEpoch(math.NaN()) {
		t.Error("PointAtEpoch reports changes wrongly")
	}
}
