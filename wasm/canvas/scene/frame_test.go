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

func dump(frame Frame) string {
	var lines strings.Builder
	for _, op := range frame.Ops {
		lines.WriteString(op.String() + "\n")
	}
	return lines.String()
}

func golden(t *testing.T, name string, frame Frame) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := dump(frame)
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
		t.Errorf("frame differs from %s; look at it with: go test -update, then git diff\n%s", path, got)
	}
}

func TestFrameWide(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 8.0}), 760, 640, 1)
	mustSet(t, view, "1", learning(4))
	golden(t, "wide", view.Frame(evenType{}))
}

func TestFramePhone(t *testing.T) {
	view := newTestView(t, trainPage(nil), 3*390, 3*1100, 3)
	mustSet(t, view, "1", learning(2))
	golden(t, "phone", view.Frame(evenType{}))
}

func TestFrameEmpty(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"empty": "Press Train"}), 760, 640, 1)
	golden(t, "empty", view.Frame(evenType{}))
}

func TestFramePointed(t *testing.T) {
	view := newTestView(t, trainPage(nil), 760, 640, 1)
	mustSet(t, view, "1", learning(3))
	view.PointAtEpoch(2)
	view.PointAtTile("1", 4, true)
	golden(t, "pointed", view.Frame(evenType{}))
}

func TestFrameDiverged(t *testing.T) {
	message := trainPage(nil)
	message["panels"] = []any{chartMessage("cost", nil)}
	view := newTestView(t, message, 400, 300, 1)
	nan := math.NaN()
	mustSet(t, view, "1", []float64{
		0, 2.3, 2.3, 0.1, 2.4, 2.4, 0.1,
		1, 8e3, 8e3, 0.1, 9e3, 9e3, 0.1,
		2, 1e30, 1e30, 0.1, math.Inf(1), math.Inf(1), 0.1,
		3, nan, nan, nan, nan, nan, nan,
	})
	golden(t, "diverged", view.Frame(evenType{}))
}

func TestFrameGrid(t *testing.T) {
	message := trainPage(nil)
	message["layout"] = map[string]any{"columns": 2.0}
	message["panels"] = []any{
		map[string]any{"kind": "templates", "run": "A", "title": "A"},
		map[string]any{"kind": "templates", "run": "B", "title": "B"},
		chartMessage("cost", map[string]any{"log": true}),
		chartMessage("accuracy", map[string]any{"markers": []any{
			map[string]any{"label": "test", "color": "#009E73", "epoch": 2.0, "value": 0.39},
		}}),
	}
	view := newTestView(t, message, 800, 600, 1)
	mustSet(t, view, "1", learning(2))
	golden(t, "grid", view.Frame(evenType{}))
}

// Nothing may stand outside the view, at any size it is made for.
func TestFrameStaysWithinTheView(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 40.0, "empty": "Press Train"}), 0, 0, 1)
	mustSet(t, view, "1", learning(20))
	for _, scale := range []float64{1, 1.5, 2, 3} {
		for _, size := range [][2]float64{
			{300, 400}, {320, 900}, {390, 1100}, {500, 500}, {639, 640}, {640, 400}, {760, 640}, {960, 420}, {1280, 720}, {2560, 600}, {2560, 1440},
		} {
			width, height := math.Floor(size[0]*scale), math.Floor(size[1]*scale)
			view.Resize(width, height, scale)
			frame := view.Frame(evenType{})
			if len(frame.tiles) != Classes || len(frame.plots) != 3 {
				t.Fatalf("%v ×%g: %d tiles, %d charts", size, scale, len(frame.tiles), len(frame.plots))
			}
			for _, op := range frame.Ops {
				if b := bounds(op); b.X < 0 || b.Y < 0 || b.X+b.Width > width || b.Y+b.Height > height {
					t.Errorf("%v ×%g: outside: %v", size, scale, op)
				}
			}
			for _, area := range frame.plots {
				if area.plot.Width < 60*scale || area.plot.Height < 20*scale {
					t.Errorf("%v ×%g: plot of only %v", size, scale, area.plot)
				}
			}
			if side := frame.tiles[0].box.Width; math.Mod(side, TileSide) != 0 {
				t.Errorf("%v ×%g: tiles of %g pixels are not crisp", size, scale, side)
			}
		}
	}
}

// What a chart says before there is a line keeps clear of the first figures.
func TestEmptyChartsKeepTheirTextsApart(t *testing.T) {
	view := newTestView(t, trainPage(map[string]any{"epochs": 40.0, "empty": "Press Train to draw the curves."}), 0, 0, 1)
	mustSet(t, view, "1", learning(0))
	for _, size := range [][2]float64{{390, 1100}, {640, 600}, {976, 480}, {976, 520}, {976, 560}, {1120, 800}} {
		view.Resize(size[0], size[1], 1)
		var texts []Text
		for _, op := range view.Frame(evenType{}).Ops {
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
	frame := view.Frame(evenType{})
	chart := frame.plots[2]
	at := func(epoch float64) Point { return Point{chart.x.Place(epoch), chart.plot.Y + 5} }
	for _, test := range []struct{ pointed, want float64 }{{0, 0}, {1.4, 1}, {1.6, 2}, {4, 4}, {7.9, 4}} {
		epoch, metric, ok := frame.EpochAt(at(test.pointed))
		if epoch != test.want || metric != Accuracy || !ok {
			t.Errorf("pointing at epoch %g of accuracy: %g of %s, %v", test.pointed, epoch, metric, ok)
		}
	}
	if _, _, ok := frame.EpochAt(Point{5, 5}); ok {
		t.Error("a weight picture has no epoch")
	}
	run, class, ok := frame.TileAt(Point{frame.tiles[7].box.X + 1, frame.tiles[7].box.Y + 1})
	if run != "1" || class != 7 || !ok {
		t.Errorf("tile 7 is class %d of run %s, %v", class, run, ok)
	}
	if _, _, ok := frame.TileAt(at(0)); ok {
		t.Error("a chart is no weight picture")
	}
	if !view.PointAtEpoch(3) || view.PointAtEpoch(3) || !view.PointAtEpoch(math.NaN()) || view.PointAtEpoch(math.NaN()) {
		t.Error("PointAtEpoch reports changes wrongly")
	}
}
