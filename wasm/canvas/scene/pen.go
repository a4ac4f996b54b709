package scene

import (
	"image/color"
	"math"
)

// pen collects the ops of a frame. It has the sizes that all parts share.
type pen struct {
	theme   Theme
	words   Words
	unit    float64 // device pixels of a CSS pixel
	size    float64 // of text, device pixels
	measure Measurer
	classes int     // K, how many there are
	widest  float64 // the longest of the classes' names
	ops     []Op
}

// Shares of the text's size: a line's height, and how far its baseline is below
// the line's middle.
const (
	lineShare     = 1.5
	baselineShare = 0.35
)

// textSize returns the text size in CSS pixels for a view's size in CSS pixels:
// larger on a projector, a little smaller where there is little space, times the
// theme's scale.
func textSize(theme Theme, width, height float64) float64 {
	size := fullSize(width, height)
	if theme.Scale > 0 {
		size *= theme.Scale
	}
	return size
}

func fullSize(width, height float64) float64 {
	switch {
	case width >= 1900 && height >= 1000:
		return 18
	case width >= 1300 && height >= 760:
		return 15
	case width < 340:
		return 11
	default:
		return 13
	}
}

// stroke is the unit of lines, which are as heavy as the text beside them.
func (p *pen) stroke() float64 { return p.size / 13 }

func (p *pen) lineHeight() float64 { return math.Round(lineShare * p.size) }

func (p *pen) font(bold bool) Font { return Font{Size: p.size, Bold: bold} }

func (p *pen) width(text string) float64 { return p.measure.Width(text, p.font(false)) }

func (p *pen) add(op Op) { p.ops = append(p.ops, op) }

func (p *pen) rect(b Box, c color.NRGBA) { p.add(Rect{Box: b, Color: c}) }

// hairline draws a line as thin as the screen shows clearly, along the top or
// the left side of the box of no width or no height.
func (p *pen) hairline(b Box, c color.NRGBA) {
	thin := max(1, math.Round(p.unit))
	b.X, b.Y = math.Round(b.X), math.Round(b.Y)
	b.Width, b.Height = max(b.Width, thin), max(b.Height, thin)
	p.rect(b, c)
}

// text writes with its left end at x and its middle at y, and returns where it
// ends. Baselines are on whole pixels so that letters stay sharp.
func (p *pen) text(x, y float64, text string, c color.NRGBA, bold bool) float64 {
	if text == "" {
		return x
	}
	origin := Point{math.Round(x), math.Round(y + baselineShare*p.size)}
	p.add(Text{Origin: origin, Font: p.font(bold), Color: c, Text: text})
	return x + p.measure.Width(text, p.font(bold))
}

func (p *pen) textRight(x, y float64, text string, c color.NRGBA) {
	p.text(x-p.width(text), y, text, c, false)
}

func (p *pen) textCentered(x, y float64, text string, c color.NRGBA) {
	p.text(x-p.width(text)/2, y, text, c, false)
}

// fit shortens a text with an ellipsis until it is at most width wide.
func (p *pen) fit(text string, width float64) string {
	return shorten(text, func(text string) bool { return p.width(text) <= width })
}

// fitBold is fit for bold text.
func (p *pen) fitBold(text string, width float64) string {
	return shorten(text, func(text string) bool { return p.measure.Width(text, p.font(true)) <= width })
}

func shorten(text string, fits func(string) bool) string {
	if fits(text) {
		return text
	}
	letters := []rune(text)
	for len(letters) > 1 && !fits(string(letters)+"…") {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
