package scene

import (
	"math"

	"onelayer/engine/protocol"
)

// Input is what a mouse, a pen or a finger did.
type Input struct {
	Kind         InputKind
	Pointer      int // distinguishes fingers
	Touch        bool
	At           Point
	Milliseconds float64 // when
	Turn         float64 // wheel: the distance turned, CSS pixels; more epochs above 0
	Pinch        bool    // wheel: two fingers on a touchpad
}

// InputKind says what a pointer did.
type InputKind string

// The kinds of input.
const (
	Moved    InputKind = "pointermove"
	Left     InputKind = "pointerleave"
	Pressed  InputKind = "pointerdown"
	Released InputKind = "pointerup"
	Lost     InputKind = "pointercancel" // the browser took it, to scroll
	Wheeled  InputKind = "wheel"
)

// Distances and times that distinguish gestures.
const (
	dragSlop    = 5   // CSS pixels that a press may move
	doubleTime  = 400 // milliseconds between the presses of a double one
	wheelFactor = 400 // pixels of the wheel that show e times as much
	pinchFactor = 100 // the same for two fingers on a touchpad
	largestTurn = 240 // pixels that count in one turn
)

// Hand recognizes gestures and applies them to a view: pointing shows figures, a press chooses, a drag moves
// the epochs and two fingers stretch them.
type Hand struct {
	view     *View
	pointers map[int]Point
	start    map[int]Point // where they went down
	window   Window        // when they did
	plot     plotArea      // under the first of them
	onPlot   bool
	dragged  bool // no longer a press
	pressed  float64
	pressAt  Point
	cursor   string
}

// NewHand returns a hand without a finger on the view.
func NewHand(view *View) *Hand {
	return &Hand{
		view:     view,
		pointers: map[int]Point{},
		start:    map[int]Point{},
		pressed:  math.Inf(-1),
		cursor:   "default",
	}
}

// Answer is the result of an input: whether the picture changed, the events for the page, and the mouse
// pointer's shape, a CSS cursor.
type Answer struct {
	Changed bool
	Events  []any // for the page, of protocol.FromView
	Cursor  string
}

// Take answers an input on a view that shows a drawing.
func (h *Hand) Take(drawing Drawing, in Input) Answer {
	var a Answer
	switch in.Kind {
	case Wheeled:
		h.wheel(&a, drawing, in)
	case Pressed:
		h.press(&a, drawing, in)
	case Moved:
		h.move(&a, drawing, in)
	case Released, Lost:
		h.release(&a, drawing, in)
	case Left:
		if !in.Touch { // a finger is lifted to read what it pointed at
			h.point(&a, drawing, Point{-1, -1})
		}
	}
	a.Cursor = h.cursor
	return a
}

func (h *Hand) press(a *Answer, drawing Drawing, in Input) {
	if len(h.pointers) == 0 {
		h.plot, h.onPlot = drawing.plotAt(in.At)
		h.dragged = false
		h.point(a, drawing, in.At)
	} else {
		h.dragged = true
	}
	h.pointers[in.Pointer] = in.At
	h.begin()
}

// begin takes the fingers' places as the start of the gesture. During an animation it takes the window at the
// end of it, which is the one that was asked for.
func (h *Hand) begin() {
	h.window = h.view.zoom.target
	h.start = map[int]Point{}
	for pointer, at := range h.pointers {
		h.start[pointer] = at
	}
}

func (h *Hand) move(a *Answer, drawing Drawing, in Input) {
	from, down := h.start[in.Pointer]
	if !down {
		if len(h.pointers) == 0 {
			h.point(a, drawing, in.At)
		}
		return
	}
	h.pointers[in.Pointer] = in.At
	if math.Hypot(in.At.X-from.X, in.At.Y-from.Y) > dragSlop*h.view.scale {
		h.dragged = true
	}
	switch {
	case len(h.pointers) > 1 && h.onPlot:
		h.stretch(a)
	case h.dragged && h.onPlot && !h.window.Whole():
		h.drag(a, in.At.X-from.X)
	case in.Touch:
		h.point(a, drawing, in.At)
	}
}

// drag moves the epochs with the pointer.
func (h *Hand) drag(a *Answer, by float64) {
	epochs := by / h.plot.plot.Width * (h.window.To - h.window.From)
	h.cursor = "grabbing"
	h.jump(a, h.window.moved(-epochs, h.view.lastEpoch()))
}

// stretch keeps the epochs under the fingers.
func (h *Hand) stretch(a *Answer) {
	was, wasMiddle := apart(h.start)
	is, middle := apart(h.pointers)
	least := 4 * dragSlop * h.view.scale
	last := h.view.lastEpoch()
	window := h.window.on(last)
	perPixel := (window.To - window.From) / h.plot.plot.Width
	about := window.From + (wasMiddle-h.plot.plot.X)*perPixel
	scaled := window.scaled(about, max(was, least)/max(is, least), last)
	perPixel = (scaled.on(last).To - scaled.on(last).From) / h.plot.plot.Width
	h.jump(a, scaled.moved((wasMiddle-middle)*perPixel, last))
}

// apart returns how far two fingers are apart, and the middle between them on the
// horizontal axis.
func apart(fingers map[int]Point) (distance, middle float64) {
	low := Point{math.Inf(1), math.Inf(1)}
	high := Point{math.Inf(-1), math.Inf(-1)}
	for _, at := range fingers {
		low = Point{min(low.X, at.X), min(low.Y, at.Y)}
		high = Point{max(high.X, at.X), max(high.Y, at.Y)}
	}
	return math.Hypot(high.X-low.X, high.Y-low.Y), (low.X + high.X) / 2
}

func (h *Hand) release(a *Answer, drawing Drawing, in Input) {
	if _, down := h.pointers[in.Pointer]; !down {
		return
	}
	delete(h.pointers, in.Pointer)
	h.begin()
	if len(h.pointers) > 0 {
		return
	}
	if in.Kind == Released && !h.dragged {
		h.click(a, drawing, in)
	}
	switch {
	case in.Touch:
	case h.dragged && h.onPlot && !h.window.Whole():
		// The drawing may show the epochs before the last move; the dragged ones are still under the pointer.
		h.cursor = "grab"
	default:
		h.point(a, drawing, in.At)
	}
}

// click presses what is at the place.
func (h *Hand) click(a *Answer, drawing Drawing, in Input) {
	again := in.Milliseconds-h.pressed < doubleTime &&
		math.Hypot(in.At.X-h.pressAt.X, in.At.Y-h.pressAt.Y) < 4*dragSlop*h.view.scale
	h.pressed, h.pressAt = in.Milliseconds, in.At
	if run, class, ok := drawing.TileAt(in.At); ok {
		a.Events = append(a.Events, protocol.TilePressed{Run: protocol.RunKey(run), Class: class})
		return
	}
	switch target, area := drawing.targetAt(in.At); target {
	case onLogSwitch:
		a.Events = append(a.Events, protocol.LogWanted{On: !area.panel.Log})
	case onReset:
		h.show(a, Window{})
	case onTitle:
		title := area.panel.Title
		if h.view.Enlarged() == title {
			title = ""
		}
		a.Changed = h.view.Enlarge(title) || a.Changed
		a.Events = append(a.Events, protocol.Enlarged{Title: title})
	case onPlot:
		if again {
			h.pressed = math.Inf(-1)
			h.show(a, Window{})
		}
	}
}

// wheel shows more or fewer epochs around the one under the pointer.
func (h *Hand) wheel(a *Answer, drawing Drawing, in Input) {
	area, ok := drawing.plotAt(in.At)
	if !ok {
		return
	}
	scale := wheelFactor
	if in.Pinch {
		scale = pinchFactor
	}
	turn := max(-largestTurn, min(in.Turn, largestTurn))
	last := h.view.lastEpoch()
	x := area.x
	about := max(x.Low, min(x.Value(in.At.X), x.High))
	window := h.view.zoom.shown.on(last)
	share := (about - window.From) / (window.To - window.From)
	target := h.view.zoom.target.on(last)
	about = target.From + share*(target.To-target.From)
	h.show(a, h.view.zoom.target.scaled(about, math.Exp(turn/float64(scale)), last))
}

// show animates to a window.
func (h *Hand) show(a *Answer, w Window) {
	if h.view.show(w) {
		a.Changed = true
		a.Events = append(a.Events, w.Zoomed())
	}
}

// jump shows a window under the fingers.
func (h *Hand) jump(a *Answer, w Window) {
	if w == h.view.zoom.shown && !h.view.zoom.gliding {
		return
	}
	h.view.zoom.jump(w)
	a.Changed = true
	a.Events = append(a.Events, w.Zoomed())
}

// point shows the figures of the nearest epoch, or the weight picture, at a place.
func (h *Hand) point(a *Answer, drawing Drawing, at Point) {
	pointed := drawing.pointedAt(at)
	a.Changed = h.view.pointAt(pointed) || a.Changed
	target, _ := drawing.targetAt(at)
	h.cursor = cursorOn(target, pointed.on, !h.view.zoom.shown.Whole())
	epoch := drawing.EpochAt(at)
	if !h.view.PointAtEpoch(epoch) {
		return
	}
	a.Changed = true
	a.Events = append(a.Events, hovered(epoch))
}

func cursorOn(target target, onTile, zoomed bool) string {
	switch {
	case onTile, target == onLogSwitch, target == onReset, target == onTitle:
		return "pointer"
	case target == onPlot && zoomed:
		return "grab"
	case target == onPlot:
		return "crosshair"
	}
	return "default"
}
