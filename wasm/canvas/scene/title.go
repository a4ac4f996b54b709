package scene

import (
	"image/color"
	"math"
)

// Sizes of the parts beside a chart's title, CSS pixels.
const (
	signSide   = 8 // side of the sign that shows that a chart can be enlarged
	titleGap   = 10
	switchEdge = 5 // between a switch's drawing and its text
	sampleLine = 16
	leastTouch = 44 // side of an area that a finger can hit
)

// title is the row above a chart, and the parts of it that can be pressed.
type title struct {
	name, logSwitch, reset Box
}

// drawTitle writes the row above the plot: title and switch at the left, what the
// charts show at the right, and between them, if there is space, the name of the
// faint line.
func (c *chart) drawTitle() {
	middle := c.box.Y + c.lineHeight()/2
	right := c.drawLook(c.box.X+c.box.Width, middle)
	end := c.text(c.box.X, middle, c.fitBold(c.panel.Title, right-c.box.X), c.theme.Ink, true)
	if !c.view.still && end+(titleGap+signSide)*c.unit <= right {
		c.drawSign(Point{end + 0.6*titleGap*c.unit, middle})
		end += (0.6*titleGap + signSide) * c.unit
	}
	c.title.name = c.touchable(c.box.X, end, middle)
	end = c.drawLogSwitch(end, right, middle)
	c.drawMinibatchName(end, right, middle)
}

// drawLook writes from the right how to see all epochs again, while not all are
// shown, and the epoch under the pointer. It returns where that begins.
func (c *chart) drawLook(right, middle float64) float64 {
	gap := titleGap * c.unit
	if reset := c.words.of("Reset zoom"); !c.view.zoom.shown.Whole() && !c.view.still {
		left := right - c.width(reset)
		c.text(left, middle, reset, c.theme.Accent, false)
		c.hairline(Box{X: left, Y: middle + 0.55*c.size, Width: right - left}, c.theme.Accent)
		c.title.reset = c.touchable(left, right, middle)
		right = left - gap
	}
	if !math.IsNaN(c.epoch) {
		epoch := c.words.with("epoch {n}", c.epoch)
		c.textRight(right, middle, epoch, c.theme.Ink)
		right -= c.width(epoch) + gap
	}
	return right
}

// drawSign draws two corners of a larger drawing.
func (c *chart) drawSign(left Point) {
	side, arm := signSide*c.unit, 0.55*signSide*c.unit
	top, bottom, right := left.Y-side/2, left.Y+side/2, left.X+side
	for _, corner := range [2][]Point{
		{{right - arm, top}, {right, top}, {right, top + arm}},
		{{left.X, bottom - arm}, {left.X, bottom}, {left.X + arm, bottom}},
	} {
		c.add(Line{Points: corner, Width: 1.25 * c.unit, Color: c.theme.Muted})
	}
}

// drawLogSwitch draws the switch between a linear and a logarithmic axis, or,
// without a switch, the word for a logarithmic one. It returns where that ends.
func (c *chart) drawLogSwitch(left, right, middle float64) float64 {
	left += titleGap * c.unit
	if !c.panel.LogSwitch || c.view.still {
		if name := c.words.of("log scale"); c.y.Log && left+c.width(name) <= right {
			return c.text(left, middle, name, c.theme.Muted, false)
		}
		return left - titleGap*c.unit
	}
	name := c.words.of("log")
	button := Box{
		X:      math.Round(left),
		Y:      math.Round(middle - 0.65*c.size),
		Width:  math.Round(c.width(name) + 2*switchEdge*c.unit),
		Height: math.Round(1.3 * c.size),
	}
	if button.X+button.Width > right {
		return left - titleGap*c.unit
	}
	ink := c.theme.Muted
	if c.panel.Log {
		c.rect(button, c.theme.Accent)
		ink = c.theme.Ground
	} else {
		c.outline(button, c.theme.Hairline)
	}
	c.text(button.X+switchEdge*c.unit, middle, name, ink, c.panel.Log)
	c.title.logSwitch = c.touchable(button.X, button.X+button.Width, middle)
	return button.X + button.Width
}

// drawMinibatchName names the faint line.
func (c *chart) drawMinibatchName(left, right, middle float64) {
	if len(c.view.minibatch[c.panel.Minibatch].Values) < 2 {
		return
	}
	name := c.words.of("minibatch loss")
	left += titleGap * c.unit
	sample := sampleLine * c.unit
	if left+sample+4*c.unit+c.width(name) > right {
		return
	}
	c.add(
		Line{
			Points: []Point{{left, middle}, {left + sample, middle}},
			Width:  0.6 * lineWidth * c.stroke(),
			Color:  faded(c.theme.Ink, minibatchShare),
		},
	)
	c.text(left+sample+4*c.unit, middle, name, c.theme.Muted, false)
}

// touchable returns the box around a part of the title row that a finger can hit.
func (c *chart) touchable(left, right, middle float64) Box {
	spare := max(0, (leastTouch*c.unit-(right-left))/2)
	half := max(c.lineHeight(), leastTouch*c.unit/2)
	return Box{
		X:      left - min(spare, titleGap*c.unit/2),
		Y:      middle - half,
		Width:  right - left + min(2*spare, titleGap*c.unit),
		Height: 2 * half,
	}
}

// outline draws the four sides of a box.
func (p *pen) outline(b Box, ink color.NRGBA) {
	thin := max(1, math.Round(p.unit))
	p.hairline(Box{X: b.X, Y: b.Y, Width: b.Width}, ink)
	p.hairline(Box{X: b.X, Y: b.Y + b.Height - thin, Width: b.Width}, ink)
	p.hairline(Box{X: b.X, Y: b.Y, Height: b.Height}, ink)
	p.hairline(Box{X: b.X + b.Width - thin, Y: b.Y, Height: b.Height}, ink)
}
