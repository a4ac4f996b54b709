package scene

import "testing"

// TestRates: the line of η lies in the lowest part of the plot, falls with it, and has
// its label; without rates there is none.
func TestRates(t *testing.T) {
	message := func(rates any) map[string]any {
		page := trainPage(nil)
		page["panels"] = []any{chartMessage("loss", map[string]any{
			"series": []any{}, "epochs": 4.0, "rates": rates, "rateLabel": "η 0.5",
		})}
		return page
	}
	draw := func(rates any) (lines []Line, labels int) {
		scene, err := Decode(message(rates))
		if err != nil {
			t.Fatal(err)
		}
		v := NewView()
		v.scene = scene
		p := &pen{unit: 1, size: 13, measure: evenType{}, classes: 10}
		p.drawChart(v, scene.Panels[0], Box{Width: 300, Height: 200})
		for _, op := range p.ops {
			switch op := op.(type) {
			case Line:
				lines = append(lines, op)
			case Text:
				if op.Text == "η 0.5" {
					labels++
				}
			}
		}
		return lines, labels
	}
	none, _ := draw([]any{})
	lines, labels := draw([]float64{1, .75, .5, .25, 0})
	if len(lines) != len(none)+1 || labels != 1 {
		t.Fatalf("%d lines more and %d labels, want one each", len(lines)-len(none), labels)
	}
	points := lines[len(lines)-1].Points
	for _, line := range lines {
		if len(line.Points) == 5 {
			points = line.Points
		}
	}
	for i := range points {
		if i > 0 && points[i].Y <= points[i-1].Y {
			t.Errorf("η falls, its line does not: %v", points)
		}
		if points[i].Y < 100 {
			t.Errorf("the line reaches %v of a panel of 200", points[i].Y)
		}
	}
}
