package scene

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"onelayer/engine/protocol"
)

// fingers plays gestures on a view and records the events for the page.
type fingers struct {
	view *View
	hand *Hand
	now  float64
	said []string
}

func newFingers(t *testing.T) *fingers {
	t.Helper()
	message := trainPage(map[string]any{"epochs": 20.0, "logSwitch": true})
	message["theme"].(map[string]any)["calm"] = true
	view := newTestView(t, message, 1000, 640, 1)
	mustSet(t, view, "1", learning(20))
	return &fingers{view: view, hand: NewHand(view)}
}

func (f *fingers) drawing() Drawing { return f.view.Drawing(evenType{}) }

func (f *fingers) do(kind InputKind, pointer int, at Point, touch bool, turn float64) Answer {
	f.now += 100
	a := f.hand.Take(
		f.drawing(),
		Input{Kind: kind, Pointer: pointer, At: at, Touch: touch, Milliseconds: f.now, Turn: turn},
	)
	for _, event := range a.Events {
		switch e := event.(type) {
		case protocol.Hovered:
			epoch := math.NaN()
			if e.Epoch != nil {
				epoch = *e.Epoch
			}
			f.said = append(f.said, fmt.Sprintf("epoch %g", epoch))
		case protocol.Zoomed:
			f.said = append(f.said, fmt.Sprintf("%.4g–%.4g", e.From, e.To))
		case protocol.TilePressed:
			f.said = append(f.said, fmt.Sprintf("class %d of %s", e.Class, e.Run))
		case protocol.LogWanted:
			f.said = append(f.said, fmt.Sprintf("log %v", e.On))
		case protocol.Enlarged:
			f.said = append(f.said, fmt.Sprintf("enlarged %q", e.Title))
		}
	}
	return a
}

// at is the place of an epoch in a chart.
func (f *fingers) at(chart int, epoch float64) Point {
	area := f.drawing().plots[chart]
	return Point{area.x.Place(epoch), area.plot.Y + area.plot.Height/2}
}

func (f *fingers) click(at Point) {
	f.do(Pressed, 1, at, false, 0)
	f.do(Released, 1, at, false, 0)
}

func (f *fingers) expect(t *testing.T, name string, want ...string) {
	t.Helper()
	if got := strings.Join(f.said, ", "); got != strings.Join(want, ", ") {
		t.Errorf("%s: told %q, want %q", name, got, strings.Join(want, ", "))
	}
	f.said = nil
}

func center(b Box) Point { return Point{b.X + b.Width/2, b.Y + b.Height/2} }

func TestMousePoints(t *testing.T) {
	f := newFingers(t)
	if a := f.do(Moved, 1, f.at(0, 7.2), false, 0); !a.Changed || a.Cursor != "crosshair" {
		t.Errorf("over a chart: %+v", a)
	}
	if a := f.do(Moved, 1, f.at(0, 7.1), false, 0); a.Changed {
		t.Error("the same epoch is drawn again")
	}
	f.do(Moved, 1, f.at(2, 12), false, 0)
	f.do(Left, 1, Point{}, false, 0)
	f.expect(t, "pointing", "epoch 7", "epoch 12", "epoch NaN")
}

func TestWheelAndDrag(t *testing.T) {
	f := newFingers(t)
	f.do(Wheeled, 1, f.at(1, 10), false, -240)
	f.do(Moved, 1, f.at(1, 10), false, 0)
	f.expect(t, "wheel", "4.512–15.49", "epoch 10")
	start := f.at(1, 10)
	f.do(Pressed, 1, start, false, 0)
	f.do(Moved, 1, Point{start.X + 3, start.Y}, false, 0)
	f.expect(t, "a hand that trembles")
	if a := f.do(Moved, 1, f.at(1, 12), false, 0); a.Cursor != "grabbing" {
		t.Errorf("dragging with %s", a.Cursor)
	}
	f.expect(t, "drag", "2.512–13.49")
	f.do(Released, 1, f.at(1, 10), false, 0)
	f.expect(t, "the epoch stays under the pointer")
	f.click(f.at(0, 5))
	f.click(f.at(0, 5))
	f.expect(t, "double press", "epoch 5", "0–0")
	f.do(Wheeled, 1, center(f.drawing().tiles[3].box), false, -240)
	f.expect(t, "wheel over a picture")
}

func TestDragDuringGlide(t *testing.T) {
	f := newFingers(t)
	f.view.scene.Theme.Calm = false
	f.view.ZoomBy(0.5, math.NaN()) // to 5–15
	for _, now := range []float64{0, glideTime / 4} {
		f.view.Advance(now)
	}
	start := center(f.drawing().plots[0].plot)
	f.do(Pressed, 1, start, false, 0)
	f.said = nil
	f.do(Moved, 1, Point{start.X + f.drawing().plots[0].plot.Width/5, start.Y}, false, 0)
	f.expect(t, "a fifth of the window that was asked for", "3–13")
	if f.view.Advance(glideTime) || f.view.zoom.shown != f.view.Window() {
		t.Errorf("the glide goes on under the pointer: %v, asked for %v", f.view.zoom.shown, f.view.Window())
	}
}

func TestFingers(t *testing.T) {
	f := newFingers(t)
	f.do(Pressed, 1, f.at(0, 5), true, 0)
	f.do(Moved, 1, f.at(0, 9), true, 0)
	f.do(Released, 1, f.at(0, 9), true, 0)
	f.do(Left, 1, Point{}, true, 0)
	f.expect(t, "a finger drags the crosshair, which stays", "epoch 5", "epoch 9")

	left, right := f.at(0, 8), f.at(0, 12)
	f.do(Pressed, 1, left, true, 0)
	f.do(Pressed, 2, right, true, 0)
	f.said = nil
	f.do(Moved, 2, Point{right.X + (right.X - left.X), right.Y}, true, 0)
	f.expect(t, "twice as far apart", "4–14")
	if under := f.drawing().plots[0].x.Value(left.X); under < 7.9 || under > 8.1 {
		t.Errorf("the first finger was on epoch 8 and is on %.2f", under)
	}
	f.do(Lost, 2, right, true, 0)
	f.do(Lost, 1, left, true, 0)
	f.expect(t, "lifting them chooses nothing")
}

func TestPresses(t *testing.T) {
	f := newFingers(t)
	f.click(center(f.drawing().tiles[7].box))
	f.expect(t, "a picture", "class 7 of 1")
	f.click(center(f.drawing().plots[0].title.logSwitch))
	f.expect(t, "the switch", "log true")
	if area := f.drawing().plots[2].title; area.reset != (Box{}) {
		t.Error("all epochs are shown, yet they can be reset")
	}
	f.view.ZoomBy(0.5, 10)
	f.click(center(f.drawing().plots[2].title.reset))
	f.expect(t, "reset", "0–0")

	title := Point{f.drawing().plots[1].box.X + 5, f.drawing().plots[1].box.Y + 8}
	f.click(title)
	drawing := f.drawing()
	if len(drawing.plots) != 1 || drawing.plots[0].panel.Metric != Loss || drawing.plots[0].box.Width < 900 ||
		len(drawing.tiles) != Classes {
		t.Errorf("the enlarged chart: %d charts", len(drawing.plots))
	}
	f.click(Point{drawing.plots[0].box.X + 5, drawing.plots[0].box.Y + 8})
	f.expect(t, "title", `enlarged "loss"`, `enlarged ""`)
	if len(f.drawing().plots) != 3 {
		t.Error("the other charts did not come back")
	}
	press := center(f.drawing().tiles[2].box)
	f.do(Pressed, 1, press, false, 0)
	f.do(Moved, 1, Point{press.X + 30, press.Y}, false, 0)
	f.do(Released, 1, Point{press.X + 30, press.Y}, false, 0)
	f.expect(t, "a press that moves away chooses nothing")
}
