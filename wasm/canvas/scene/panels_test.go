package scene

import (
	"math"
	"strings"
	"testing"
)

// lines returns the series of a chart with several runs, as the page overlays them.
func lines(runs ...string) []any {
	colors := []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7"}
	var series []any
	for i, run := range runs {
		series = append(
			series,
			map[string]any{"run": run, "split": "train", "color": colors[i%4], "label": "run " + run},
			map[string]any{
				"run":    run,
				"split":  "validation",
				"color":  colors[i%4],
				"dashed": true,
				"label":  "validation",
			},
		)
	}
	return series
}

func sceneOf(columns float64, panels ...any) map[string]any {
	message := trainPage(nil)
	message["layout"] = map[string]any{"columns": columns}
	message["panels"] = panels
	return message
}

// fourRuns gives the view the report's runs: A's cost is far above the others'.
func fourRuns(t *testing.T, view *View) {
	t.Helper()
	for i, run := range []string{"A", "B", "C", "D"} {
		history := learning(4 + i)
		if run == "A" {
			for at := range len(history) {
				if column := at % rowLength; column == 2 || column == 5 {
					history[at] *= 3
				}
			}
		}
		mustSet(t, view, run, history)
	}
}

func TestFrameReportPictures(t *testing.T) {
	var panels []any
	for _, run := range []string{"A", "B", "C", "D"} {
		panels = append(panels, map[string]any{"kind": "templates", "run": run, "title": run + "  λ=0 η=0.1"})
	}
	view := newTestView(t, sceneOf(2, panels...), 960, 640, 1)
	fourRuns(t, view)
	golden(t, "report_pictures", view.Drawing(evenType{}))
	view.Resize(390, 420, 1)
	drawing := view.Drawing(evenType{})
	golden(t, "report_pictures_phone", drawing)
	if strings.Contains(dump(drawing), "…") {
		t.Error("names of classes are cut")
	}
}

func TestFrameReportCharts(t *testing.T) {
	var panels []any
	for _, run := range []string{"A", "B", "C", "D"} {
		panels = append(panels, chartMessage("cost", map[string]any{
			"title": run + ": cost", "series": lines(run), "commonRange": true, "log": true, "epochs": 8.0,
		}))
	}
	view := newTestView(t, sceneOf(2, panels...), 960, 640, 1)
	fourRuns(t, view)
	view.PointAtEpoch(3)
	drawing := view.Drawing(evenType{})
	golden(t, "report_charts", drawing)
	for _, area := range drawing.plots[1:] {
		if first := drawing.plots[0]; area.plot.Height != first.plot.Height || area.x.High != first.x.High {
			t.Errorf("ranges differ: %+v and %+v", area, first)
		}
	}
}

func TestFrameOverlaysAtAnEpoch(t *testing.T) {
	chart := chartMessage("loss", map[string]any{"series": lines("A", "B", "C", "D"), "at": 2.0})
	view := newTestView(t, sceneOf(1, chart), 640, 400, 1)
	fourRuns(t, view)
	golden(t, "overlays", view.Drawing(evenType{}))
}

func TestFrameGapAndStack(t *testing.T) {
	view := newTestView(t, sceneOf(2,
		chartMessage("cost", map[string]any{"gap": true}),
		map[string]any{"kind": "stack", "run": 1.0, "title": "cost and its parts"},
	), 800, 320, 1)
	mustSet(t, view, "1", learning(4))
	golden(t, "gap_stack", view.Drawing(evenType{}))
}

func gradientPage() map[string]any {
	u := []any{[]any{1e-8, 1e-6}, []any{1e-6, 1e-9}, []any{1e-4, 1e-10}, []any{1e-2, 1e-5}, []any{1.0, math.NaN()}}
	return sceneOf(2,
		map[string]any{"kind": "errors", "key": "gradient", "title": "relative error", "empty": "Check the gradient"},
		map[string]any{
			"kind":   "curve",
			"title":  "error over h",
			"xLog":   true,
			"yLog":   true,
			"xLabel": "h",
			"yLabel": "ε",
			"markX":  1e-5,
			"series": []any{map[string]any{"label": "centred W", "color": "#0072B2", "points": u}},
		},
	)
}

func TestFrameGradient(t *testing.T) {
	view := newTestView(t, gradientPage(), 960, 480, 1)
	golden(t, "gradient_empty", view.Drawing(evenType{}))
	errors := make([]float64, Classes*row+Classes)
	for i := range errors {
		errors[i] = math.Pow(10, -12+6*float64(i)/float64(len(errors)))
	}
	shown, err := view.Receive(map[string]any{"frame": "errors", "key": "gradient", "errors": errors})
	if !shown || err != nil {
		t.Fatalf("errors shown %v, %v", shown, err)
	}
	golden(t, "gradient", view.Drawing(evenType{}))
}

// Charts, stacks, errors and curves stay within the view, at any size.
func TestPanelsStayWithinTheView(t *testing.T) {
	messages := map[string]map[string]any{
		"gradient": gradientPage(),
		"overlays": sceneOf(
			2,
			chartMessage(
				"cost",
				map[string]any{
					"title":  "a long title of a chart",
					"series": lines("A", "B", "C", "D"),
					"at":     2.0,
					"log":    true,
				},
			),
			map[string]any{"kind": "stack", "run": "C", "title": "cost and its parts"},
		),
	}
	for name, message := range messages {
		view := newTestView(t, message, 0, 0, 1)
		fourRuns(t, view)
		if err := view.SetErrors("gradient", make([]float64, Classes*row)); err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]float64{
			{320, 500}, {390, 420}, {390, 900}, {640, 400}, {960, 640}, {1280, 560}, {2560, 1440},
		} {
			view.Resize(size[0], size[1], 1)
			for _, op := range view.Drawing(evenType{}).Ops {
				if b := bounds(op); b.X < 0 || b.Y < 0 || b.X+b.Width > size[0] || b.Y+b.Height > size[1] {
					t.Errorf("%s, %v: outside: %v", name, size, op)
				}
			}
		}
	}
}

func TestErrorPicture(t *testing.T) {
	errors := make([]float64, Classes*row)
	errors[3*row+plane+5] = 1e-4 // class 3's green of pixel 5
	errors[7*row+9] = 1e-13
	e, err := NewErrorPicture(errors)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(e.Low/1e-12-1) > 1e-9 || math.Abs(e.High/1e-4-1) > 1e-9 {
		t.Errorf("scale from %g to %g", e.Low, e.High)
	}
	at := func(class, x int) [3]byte { return [3]byte(e.Picture.Pixels[4*(class*TileSide+x):]) }
	if at(3, 5) != [3]byte{0xfd, 0xe7, 0x25} || at(7, 9) != [3]byte{0x44, 0x01, 0x54} ||
		at(0, 0) != [3]byte{0x44, 0x01, 0x54} {
		t.Errorf("colours %x, %x, %x", at(3, 5), at(7, 9), at(0, 0))
	}
	if _, err := NewErrorPicture(errors[1:]); err == nil {
		t.Error("errors of a wrong length were accepted")
	}
}

func TestReceiveTellsWhatIsShown(t *testing.T) {
	view := newTestView(t, trainPage(nil), 760, 640, 1)
	weights := make([]float32, Classes*row)
	for _, test := range []struct {
		run  any
		want bool
	}{{1.0, true}, {"1", true}, {2.0, false}, {"past", false}} {
		shown, err := view.Receive(map[string]any{
			"frame": "weights", "run": test.run, "weights": weights, "bias": make([]float32, Classes),
		})
		if shown != test.want || err != nil {
			t.Errorf("weights of run %v: shown %v, %v", test.run, shown, err)
		}
		shown, err = view.Receive(
			map[string]any{"frame": "history", "run": test.run, "from": 0.0, "points": learning(1)},
		)
		if shown != test.want || err != nil {
			t.Errorf("history of run %v: shown %v, %v", test.run, shown, err)
		}
	}
}
