package scene

// Window is the part of the epoch axis that the charts show, in epochs. The zero
// Window is all of it.
type Window struct{ From, To float64 }

// leastSpan is the least that a window shows, in epochs.
const leastSpan = 1.0

// Whole reports whether the window is the whole axis.
func (w Window) Whole() bool { return w.To <= w.From }

// on returns the window with explicit ends, on an axis from 0 to last.
func (w Window) on(last float64) Window {
	if w.Whole() {
		return Window{0, last}
	}
	return w
}

// within keeps a window on an axis from 0 to last: one that shows all of it is
// the zero Window.
func (w Window) within(last float64) Window {
	span := max(w.To-w.From, min(leastSpan, last))
	if w.Whole() || span >= last {
		return Window{}
	}
	from := max(0, min(w.From, last-span))
	return Window{from, from + span}
}

// scaled shows factor times as much: the epoch about stays where it is.
func (w Window) scaled(about, factor, last float64) Window {
	w = w.on(last)
	span := w.To - w.From
	wider := max(span*factor, min(leastSpan, last))
	from := about - (about-w.From)/span*wider
	return Window{from, from + wider}.within(last)
}

// moved shifts the window by that many epochs.
func (w Window) moved(by, last float64) Window {
	if w.Whole() {
		return w
	}
	return Window{w.From + by, w.To + by}.within(last)
}
