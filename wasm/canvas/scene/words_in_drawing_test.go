package scene

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wordsOf returns the texts of a drawing.
func wordsOf(drawing Drawing) []string {
	var words []string
	for _, op := range drawing.Ops {
		if text, ok := op.(Text); ok {
			words = append(words, text.Text)
		}
	}
	return words
}

// overprints names the pairs of texts of a drawing that cover each other.
func overprints(drawing Drawing) []string {
	var texts []Text
	var found []string
	for _, op := range drawing.Ops {
		text, ok := op.(Text)
		if !ok {
			continue
		}
		for _, other := range texts {
			if bounds(text).overlaps(bounds(other)) {
				found = append(found, fmt.Sprintf("%q on %q", text.Text, other.Text))
			}
		}
		texts = append(texts, text)
	}
	return found
}

// TestBestCoversNoLabel: the best epoch is written only where there is no other text,
// early in a run too.
func TestBestCoversNoLabel(t *testing.T) {
	said := 0
	for epochs := 2; epochs <= 12; epochs++ {
		for _, size := range [][2]float64{{390, 844}, {760, 640}, {1280, 560}} {
			view := newTestView(
				t,
				trainPage(map[string]any{"best": 1.0, "epochs": 40.0, "changes": changed(1.5)}),
				size[0],
				size[1],
				1,
			)
			mustSet(t, view, "1", learning(epochs))
			drawing := view.Drawing(evenType{})
			for _, pair := range overprints(drawing) {
				t.Errorf("%d epochs, %v: %s", epochs, size, pair)
			}
			said += strings.Count(strings.Join(wordsOf(drawing), "|"), "best: epoch")
		}
	}
	if said == 0 {
		t.Error("the best epoch was never said")
	}
}

// TestChangesOnAStack: the chart of the cost's parts shows them as well.
func TestChangesOnAStack(t *testing.T) {
	message := trainPage(nil)
	message["panels"] = []any{map[string]any{"kind": "stack", "run": 1.0, "title": "cost", "changes": changed(2)}}
	view := newTestView(t, message, 640, 400, 1)
	mustSet(t, view, "1", learning(4))
	if words := wordsOf(view.Drawing(evenType{})); !slices.Contains(words, "η 0.001 → 0.006") {
		t.Error(words)
	}
}

func changed(epochs ...float64) []any {
	var marks []any
	for _, epoch := range epochs {
		marks = append(marks, map[string]any{"epoch": epoch, "label": "η 0.001 → 0.006"})
	}
	return marks
}

// TestChangesOnEveryChart: changes during a run are shown on all three charts,
// and never twice on the same place.
func TestChangesOnEveryChart(t *testing.T) {
	for _, test := range []struct {
		epochs []float64
		said   int
	}{{[]float64{2}, 1}, {[]float64{1, 3.5}, 2}, {[]float64{1, 1.1, 1.2, 1.3, 1.4}, 4}} {
		view := newTestView(t, trainPage(map[string]any{"changes": changed(test.epochs...)}), 1280, 700, 1)
		mustSet(t, view, "1", learning(4))
		drawing := view.Drawing(evenType{})
		if got := strings.Count(strings.Join(wordsOf(drawing), "|"), "η 0.001 → 0.006"); got != 3*test.said {
			t.Errorf("changes at %v: said %d times, want %d on each of three charts", test.epochs, got, test.said)
		}
		for _, pair := range overprints(drawing) {
			t.Errorf("changes at %v: %s", test.epochs, pair)
		}
	}
}

// TestRunsOverOneAnother: each run is named once, with both its figures, and the plot
// keeps its share of the panel.
func TestRunsOverOneAnother(t *testing.T) {
	all := []string{"A", "B", "C", "D"}
	for count := 2; count <= 4; count++ {
		for _, size := range [][2]float64{{390, 844}, {1280, 520}, {1280, 720}} {
			chart := map[string]any{"series": lines(all[:count]...)}
			view := newTestView(t, trainPage(chart), size[0], size[1], 1)
			fourRuns(t, view)
			drawing := view.Drawing(evenType{})
			words := wordsOf(drawing)
			for _, run := range all[:count] {
				if n := len(
					slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w != "run "+run }),
				); n != 3 {
					t.Errorf("%d runs, %v: run %s is named %d times on three charts", count, size, run, n)
				}
			}
			if slices.Contains(words, "validation") || !strings.Contains(strings.Join(words, "|"), "1.94 / 2.12") {
				t.Errorf("%d runs, %v: %v", count, size, words)
			}
			for _, plot := range drawing.plots {
				if plot.plot.Width < 0.6*plot.box.Width-1 {
					t.Errorf("%d runs, %v: a plot of %v in a panel of %v", count, size, plot.plot.Width, plot.box.Width)
				}
			}
			for _, pair := range overprints(drawing) {
				t.Errorf("%d runs, %v: %s", count, size, pair)
			}
		}
	}
}

// TestFourRunsInLectureMode: on a projector of 1280 × 720, with texts half as large again, light or dark, each run
// is named once per chart below its plot, which keeps its share; all of it can be read.
func TestFourRunsInLectureMode(t *testing.T) {
	for ground, ink := range map[string]string{"#ffffff": "#111111", "#16181b": "#e6e6e6"} {
		message := trainPage(map[string]any{"series": lines("A", "B", "C", "D"), "changes": changed(2)})
		theme := message["theme"].(map[string]any)
		theme["ground"], theme["ink"], theme["muted"], theme["scale"] = ground, ink, ink, 1.5
		for _, size := range [][2]float64{{960, 480}, {1256, 560}, {1280, 720}} {
			view := newTestView(t, message, size[0], size[1], 1)
			fourRuns(t, view)
			drawing := view.Drawing(evenType{})
			words := wordsOf(drawing)
			for _, run := range []string{"A", "B", "C", "D"} {
				if n := strings.Count("|"+strings.Join(words, "|")+"|", "|run "+run+"|"); n != 3 {
					t.Errorf("%v: run %s is named %d times on three charts", size, run, n)
				}
			}
			for _, plot := range drawing.plots {
				if plot.plot.Width < 0.6*plot.box.Width {
					t.Errorf("%v: a plot of %v in a panel of %v", size, plot.plot.Width, plot.box.Width)
				}
			}
			for _, pair := range overprints(drawing) {
				t.Errorf("%v: %s", size, pair)
			}
			for _, op := range drawing.Ops {
				if text, ok := op.(Text); ok && contrast(text.Color, parseColor(ground)) < leastContrast {
					t.Errorf("%q on %s has a contrast of %.2f",
						text.Text, ground, contrast(text.Color, parseColor(ground)))
				}
			}
		}
	}
}

// TestEveryLabelIsLegible: labels have the colours of their lines as far as that can
// be read on the ground, light or dark.
func TestEveryLabelIsLegible(t *testing.T) {
	for ground, ink := range map[string]string{"#ffffff": "#111111", "#16181b": "#e6e6e6"} {
		theme := Theme{Ground: parseColor(ground), Ink: parseColor(ink)}
		for _, line := range []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#F0E442", "#E69F00"} {
			if got := contrast(theme.legible(parseColor(line)), theme.Ground); got < leastContrast {
				t.Errorf("%s on %s has a contrast of %.2f", line, ground, got)
			}
		}
		if clear := parseColor(ink); theme.legible(clear) != clear {
			t.Errorf("%s on %s was changed", ink, ground)
		}
	}
}

// TestCurveNamesItsRightEnds: a curve's points come from large h to small; its name
// is where the eye expects it, at the right end.
func TestCurveNamesItsRightEnds(t *testing.T) {
	curve := Curve{XLog: true, YLog: true, Series: []PairSeries{
		{Label: "high at the left", Points: []Point{{1e-2, 1e-9}, {1e-8, 1e-2}}},
		{Label: "high at the right", Points: []Point{{1e-2, 1e-3}, {1e-8, 1e-10}}},
	}}
	x, y := curve.scales()
	x.To, y.From = 100, 100
	labels := (&pen{measure: evenType{}}).drawPairs(curve, x, y)
	if labels[0].y < labels[1].y {
		t.Errorf("%q stands above %q", labels[0].name, labels[1].name)
	}
}

// TestNoAxisSaysAValueTwice tests axes with very small ranges.
func TestNoAxisSaysAValueTwice(t *testing.T) {
	scales := []Scale{{Low: 9.5e-6, High: 1.05e-5, Log: true}, {Low: 1e-5, High: 1.4e-5}, {Low: 12_000, High: 12_500}}
	alone, _ := Curve{XLog: true, YLog: true, MarkX: 1e-5}.scales()
	for _, scale := range append(scales, alone) {
		seen := map[string]bool{}
		for _, tick := range valueTicks(scale, "", maxTicks) {
			if seen[tick.Label] {
				t.Errorf("%v has %s twice", scale, tick.Label)
			}
			seen[tick.Label] = true
		}
	}
}
