package scene

import "math"

// glideTime is how long a change of the window takes, milliseconds.
const glideTime = 180

// zoom is the charts' common window, which moves smoothly from one to the next.
type zoom struct {
	shown, from, target Window
	last                float64 // the axis' last epoch while it moves
	began               float64 // milliseconds; NaN before the first drawing
	gliding             bool
}

// jump shows a window at once.
func (z *zoom) jump(w Window) { *z = zoom{shown: w, target: w} }

// glide moves to a window on an axis from 0 to last.
func (z *zoom) glide(w Window, last float64) {
	if w == z.target {
		return
	}
	*z = zoom{shown: z.shown, from: z.shown.on(last), target: w, last: last, began: math.NaN(), gliding: true}
}

// advance moves the window to its state at a time, and reports whether it is still moving.
func (z *zoom) advance(now float64) bool {
	if !z.gliding {
		return false
	}
	if math.IsNaN(z.began) {
		z.began = now
	}
	share := (now - z.began) / glideTime
	if share >= 1 {
		z.jump(z.target)
		return false
	}
	share = 1 - (1-share)*(1-share)*(1-share)
	to := z.target.on(z.last)
	z.shown = Window{z.from.From + share*(to.From-z.from.From), z.from.To + share*(to.To-z.from.To)}
	return true
}

// Advance moves the animations to a time in milliseconds. It reports whether another drawing has to follow.
func (v *View) Advance(now float64) bool { return v.zoom.advance(now) }

// Window returns the part of the epochs that the charts show, or move to.
func (v *View) Window() Window { return v.zoom.target }

// ZoomBy shows factor times as many epochs: the given one stays in its place, or
// with NaN the middle one. It reports whether that changes the picture.
func (v *View) ZoomBy(factor, about float64) bool {
	last := v.lastEpoch()
	now := v.zoom.target
	if whole := now.on(last); math.IsNaN(about) {
		about = (whole.From + whole.To) / 2
	}
	return v.show(now.scaled(about, factor, last))
}

// ShowWindow shows a part of the epochs; the zero Window shows all.
func (v *View) ShowWindow(w Window) bool { return v.show(w.within(v.lastEpoch())) }

// show moves to a window, at once if reduced motion is wanted.
func (v *View) show(w Window) bool {
	if w == v.zoom.target {
		return false
	}
	if v.scene.Theme.Calm {
		v.zoom.jump(w)
	} else {
		v.zoom.glide(w, v.lastEpoch())
	}
	return true
}

// lastEpoch returns where the longest axis of the scene's charts ends.
func (v *View) lastEpoch() float64 {
	last := 1.0
	for _, panel := range v.scene.Panels {
		if panel.Kind == Chart || panel.Kind == Stack {
			last = max(last, panel.lastEpoch(v.histories))
		}
	}
	return last
}

// lastEpoch returns where the axis of a chart ends when it shows all.
func (p Panel) lastEpoch(histories map[string]History) float64 {
	last := max(1, float64(p.Epochs))
	for _, series := range p.Series {
		if history := histories[series.Run]; history.Len() > 0 {
			last = max(last, history.Epoch(history.Len()-1))
		}
	}
	return last
}
