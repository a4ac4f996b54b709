package scene

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// machinePage is the Train page's scene with the network at work.
func machinePage(chartFields map[string]any) map[string]any {
	message := trainPage(chartFields)
	message["panels"].([]any)[0] = map[string]any{
		"kind": "machine", "run": 1.0,
		"right":  []any{0.0, 10.0, 25.0, 50.0, 75.0, 100.0, 0.0, 40.0, 60.0, 80.0},
		"images": []any{100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 0.0, 80.0, 80.0, 80.0},
	}
	return message
}

// images returns n images, each of one grey: the first 10, the second 20, and so on.
func images(n int) []uint8 {
	pixels := make([]uint8, n*row)
	for i := range pixels {
		pixels[i] = uint8(10 * (i/row + 1))
	}
	return pixels
}

func filled(n int, value float32) []float32 {
	values := make([]float32, n)
	for i := range values {
		values[i] = value
	}
	return values
}

// receiveMachine hands a view a network whose class k has weights k/1000 and bias
// −k, a standardization to (x − 10)/5, and images: all that the worker and the page
// send.
func receiveMachine(t *testing.T, view *View) {
	t.Helper()
	weights, bias := make([]float32, Classes*row), make([]float32, Classes)
	for i := range weights {
		weights[i] = float32(i/row) / 1000
	}
	for class := range bias {
		bias[class] = -float32(class)
	}
	labels := make([]uint8, 30)
	for i := range labels {
		labels[i] = uint8(i % Classes)
	}
	for _, frame := range []map[string]any{
		{"frame": "weights", "run": 1.0, "weights": weights, "bias": bias},
		{"frame": "image", "pixels": images(1), "label": 3.0, "caption": "1 of 30"},
		{"frame": "data", "mean": filled(row, 10), "std": filled(row, 5), "labels": labels, "pixels": images(30)},
		{"frame": "minibatchImages", "run": 1.0, "size": 100.0, "pixels": images(20)},
	} {
		if shown, err := view.Receive(frame); err != nil || !shown {
			t.Fatalf("%v: shown %v, %v", frame["frame"], shown, err)
		}
	}
}

func newMachineView(t *testing.T, width, height, scale float64) *View {
	t.Helper()
	view := newTestView(t, machinePage(map[string]any{"epochs": 8.0}), width, height, scale)
	if err := view.SetHistory("1", 0, learning(4)); err != nil {
		t.Fatal(err)
	}
	receiveMachine(t, view)
	return view
}

func TestFrameMachineWide(t *testing.T) {
	golden(t, "machine_wide", newMachineView(t, 960, 488, 1).Drawing(evenType{}))
}

func TestFrameMachinePhone(t *testing.T) {
	golden(t, "machine_phone", newMachineView(t, 3*358, 3*1000, 3).Drawing(evenType{}))
}

func TestFrameMachineBeforeItsImage(t *testing.T) {
	view := newTestView(t, machinePage(nil), 960, 488, 1)
	mustSet(t, view, "1", learning(0))
	golden(t, "machine_empty", view.Drawing(evenType{}))
}

func TestTheSumIsTheEvidenceAndTheBias(t *testing.T) {
	view := newMachineView(t, 960, 488, 1)
	if _, err := view.Receive(
		map[string]any{"frame": "image", "pixels": images(2)[row:], "label": 3.0, "caption": "2 of 30"},
	); err != nil {
		t.Fatal(err)
	}
	w, ok := view.work("1", "")
	if !ok {
		t.Fatal("the network isn't at work")
	}
	total := 0.0
	for class := range Classes {
		want := 3072*float64(class)/1000*2 - float64(class) // x = (20 − 10)/5
		evidence := 0.0
		for _, part := range w.network.evidence(class, w.subject.x) {
			evidence += float64(part)
		}
		if math.Abs(w.sums[class]-want) > 1e-3 || math.Abs(evidence-float64(class)-want) > 1e-3 {
			t.Errorf(
				"class %d: sum %g, evidence and bias %g, want %g",
				class,
				w.sums[class],
				evidence-float64(class),
				want,
			)
		}
		total += w.probabilities[class]
	}
	if w.predicted != 9 || math.Abs(total-1) > 1e-12 {
		t.Errorf("predicted %d, probabilities add up to %g", w.predicted, total)
	}
	if want := 6 * (3072./1000*2 - 1); math.Abs(
		w.lossOf(3)-want,
	) > 1e-2 { // next to nothing is left for classes other than 9
		t.Errorf("loss %g, want about %g", w.lossOf(3), want)
	}
}

func TestANetworkThatDivergedPredictsNothing(t *testing.T) {
	view := newMachineView(t, 960, 488, 1)
	if err := view.SetWeights("1", filled(Classes*row, float32(math.NaN())), filled(Classes, 0)); err != nil {
		t.Fatal(err)
	}
	w, _ := view.work("1", "")
	text := dump(view.Drawing(evenType{}))
	if w.predicted != unclear || strings.Contains(text, "predicted") {
		t.Errorf("predicted %d:\n%s", w.predicted, text)
	}
}

// Pointing at a class, in its picture, its strip or its bar, shows its evidence.
func TestPointingAtAClassLightsItsLine(t *testing.T) {
	view := newMachineView(t, 960, 488, 1)
	drawing := view.Drawing(evenType{})
	seen := map[int]int{}
	for _, area := range drawing.tiles {
		middle := Point{area.box.X + area.box.Width/2, area.box.Y + area.box.Height/2}
		pointed := drawing.pointedAt(middle)
		seen[pointed.class]++
		if !view.pointAt(pointed) {
			continue // its strip follows its picture
		}
		w, _ := view.work("1", "")
		if tile, ok := tileOf(
			view.Drawing(evenType{}),
			view.evidenceOf(w, area.class),
		); !ok ||
			tile.Class != area.class {
			t.Errorf("class %d: its evidence isn't drawn", area.class)
		}
	}
	for class := range Classes {
		if seen[class] != 3 {
			t.Errorf("class %d can be pointed at in %d places", class, seen[class])
		}
	}
}

// Pointing at a class's examples shows ten of them, within the view, and their mean.
func TestPointingAtExamplesShowsTen(t *testing.T) {
	for _, size := range [][2]float64{{960, 488}, {358, 1000}} {
		view := newMachineView(t, size[0], size[1], 1)
		labels := make([]uint8, 100)
		for i := range labels {
			labels[i] = uint8(i / 10)
		}
		for _, frame := range []map[string]any{
			{"frame": "data", "mean": filled(row, 10), "std": filled(row, 5), "labels": labels, "pixels": images(100)},
			{"frame": "means", "pixels": images(10)},
		} {
			if _, err := view.Receive(frame); err != nil {
				t.Fatal(err)
			}
		}
		for class := range Classes {
			view.pointAt(pointedTile{run: "1", class: class, strip: true, on: true})
			drawing := view.Drawing(evenType{})
			if tile, ok := tileOf(drawing, view.machine.means); !ok || tile.Class != class {
				t.Errorf("%v: the mean of class %d isn't shown", size, class)
			}
			shown := 0
			for _, op := range drawing.Ops {
				if tile, ok := op.(Tile); ok && tile.Picture == view.machine.examples[class].picture &&
					tile.Width == tenSide {
					shown++
				}
				if b := bounds(op); b.X < 0 || b.Y < 0 || b.X+b.Width > size[0] || b.Y+b.Height > size[1] {
					t.Errorf("%v: outside: %v", size, op)
				}
			}
			if shown != 10 {
				t.Errorf("%v: %d images of class %d", size, shown, class)
			}
		}
	}
}

func tileOf(drawing Drawing, picture *Picture) (Tile, bool) {
	for _, op := range drawing.Ops {
		if tile, ok := op.(Tile); ok && tile.Picture == picture {
			return tile, true
		}
	}
	return Tile{}, false
}

// Nothing may be outside the view or overlap, at any size.
func TestTheMachineFits(t *testing.T) {
	view := newMachineView(t, 0, 0, 1)
	for _, scale := range []float64{1, 1.5, 2, 3} {
		for _, size := range [][2]float64{
			{300, 900}, {358, 1000}, {470, 1000}, {640, 900}, {736, 1000},
			{860, 480}, {960, 400}, {960, 488}, {1104, 620}, {1560, 800}, {2240, 1100},
		} {
			width, height := math.Floor(size[0]*scale), math.Floor(size[1]*scale)
			view.Resize(width, height, scale)
			drawing := view.Drawing(evenType{})
			if len(drawing.plots) != 3 || len(drawing.tiles) < 2*Classes {
				t.Fatalf("%v ×%g: %d charts, %d classes to point at",
					size, scale, len(drawing.plots), len(drawing.tiles))
			}
			for _, op := range drawing.Ops {
				if b := bounds(op); b.X < 0 || b.Y < 0 || b.X+b.Width > width || b.Y+b.Height > height {
					t.Errorf("%v ×%g: outside: %v", size, scale, op)
				}
			}
			side := drawing.tiles[0].box.Width
			if math.Mod(side, TileSide) != 0 || side < TileSide {
				t.Errorf("%v ×%g: pictures of %g pixels", size, scale, side)
			}
			for _, area := range drawing.plots {
				if area.plot.Height < 40*scale {
					t.Errorf("%v ×%g: a chart of only %v", size, scale, area.plot)
				}
			}
			if box := drawing.Boxes[0]; overlaps(box, drawing.Boxes[1]) {
				t.Errorf("%v ×%g: the machine %v lies over the charts %v", size, scale, box, drawing.Boxes[1])
			}
		}
	}
}

// On a phone in landscape, where the page makes the view low, both rows of pictures are
// above the bar with the controls.
func TestBothRowsFitAPhoneOnItsSide(t *testing.T) {
	drawing := newMachineView(t, 812, 452, 1).Drawing(evenType{})
	if box := drawing.Boxes[0]; box.Y+box.Height > 256 || drawing.tiles[0].box.Width != 2*TileSide {
		t.Errorf("the machine is %v, its pictures %v", box, drawing.tiles[0].box)
	}
}

func overlaps(a, b Box) bool {
	return a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height
}

func TestImagesOfAWrongSizeAreRefused(t *testing.T) {
	view := newMachineView(t, 960, 488, 1)
	for _, frame := range []map[string]any{
		{"frame": "image", "pixels": images(1)[1:], "label": 3.0, "caption": ""},
		{"frame": "means", "pixels": images(9)[1:]},
		{"frame": "means", "pixels": images(21)},
		{"frame": "data", "mean": filled(3, 1), "std": filled(3, 1), "labels": []uint8{}, "pixels": []uint8{}},
		{"frame": "data", "mean": filled(row, 1), "std": filled(row, 1), "labels": []uint8{1}, "pixels": images(2)},
		{"frame": "minibatchImages", "run": 1.0, "size": 2.0, "pixels": images(1)[5:]},
	} {
		if _, err := view.Receive(frame); err == nil {
			t.Errorf("%v of a wrong size was taken", frame["frame"])
		}
	}
}

// TestLossesOfTheMachine: bars and loss of each kind, by their definitions.
func TestLossesOfTheMachine(t *testing.T) {
	e := explanation{sums: []float64{2, 0, -1}, predicted: 0}
	n := &network{W: make([]float32, 3*row), b: e.sums}
	x := make([]float32, row)
	near := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	sigmoid := work{n, &subject{label: 1}, sigmoidLoss, n.explain(x, sigmoidLoss)}
	share, figure := sigmoid.bar(0)
	near("sigmoid", share, 1/(1+math.Exp(-2)))
	if figure != "88.1\u00a0%" {
		t.Errorf("the figure is %q", figure)
	}
	q := []float64{1 - share, .5, 1 - 1/(1+math.Exp(1))}
	near("BCE", sigmoid.lossOf(1), -(math.Log(q[0])+math.Log(q[1])+math.Log(q[2]))/3)

	svm := work{n, &subject{label: 1}, hingeLoss, n.explain(x, hingeLoss)}
	near("hinge", svm.lossOf(1), 3) // 2 − 0 + 1, and −1 − 0 + 1 = 0
	for class, want := range []float64{1, 0, 0} {
		share, _ := svm.bar(class)
		near("margin", share, want)
	}
}

// The bar under a class's picture is as long as the share of its validation images that is
// right; of a class without any, and where nothing is known, there is none.
func TestRightImagesAreBars(t *testing.T) {
	view := newMachineView(t, 960, 488, 1)
	const shown = 9 // predicted
	view.PointAtTile("1", shown, true)
	panel := view.scene.Panels[0]
	m := &machinePanel{pen: &pen{theme: view.scene.Theme, unit: 1}, view: view, panel: panel, shown: shown}
	for class := range Classes {
		m.ops = nil
		tile := Box{X: 10, Y: 20, Width: 96, Height: 96}
		m.drawRight(class, tile)
		lengths := []float64{}
		for _, op := range m.ops {
			lengths = append(lengths, op.(Rect).Width)
		}
		want := []float64{96, math.Round(96 * panel.Right[class] / panel.Images[class])}
		switch {
		case panel.Images[class] == 0:
			want = []float64{}
		case panel.Right[class] == 0:
			want = want[:1]
		}
		if !slices.Equal(lengths, want) {
			t.Errorf("class %d: bars %v, want %v", class, lengths, want)
		}
	}
	const words = "80 of 80 right"
	if text := dump(view.Drawing(evenType{})); !strings.Contains(text, words) {
		t.Errorf("%q is not there:\n%s", words, text)
	}
	view.scene.Panels[0].Right = nil
	if text := dump(view.Drawing(evenType{})); strings.Contains(text, "80 of 80") {
		t.Error("figures that are not known are written")
	}
}
