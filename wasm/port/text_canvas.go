//go:build js && wasm

package port

import (
	"math"
	"strconv"
	"syscall/js"
)

// TextCanvas sets lines of text with the browser's own typefaces on a canvas that
// nobody sees.
type TextCanvas struct {
	canvas, context js.Value
	fonts           js.Value // the worker's FontFaceSet, if there is one
	width, height   int
	family          string
	font            string // that the context has
	widths          map[string]float64
	measured        int // texts since the browser has forgotten some
}

// NewTextCanvas returns a canvas that sets text in the browser's default face. It
// calls loaded whenever typefaces have loaded, which changes the look and the
// width of texts.
func NewTextCanvas(loaded func()) *TextCanvas {
	c := &TextCanvas{
		fonts:  js.Global().Get("fonts"),
		family: "sans-serif",
		widths: map[string]float64{},
	}
	c.renew()
	if !c.fonts.Truthy() {
		return c // its workers have no typefaces but the system's
	}
	c.fonts.Call("addEventListener", "loadingdone", js.FuncOf(func(js.Value, []js.Value) any {
		c.forget()
		loaded()
		return nil
	}))
	return c
}

// renew takes another canvas, which looks for the typefaces again.
func (c *TextCanvas) renew() {
	options := jsObject.New()
	options.Set("willReadFrequently", true)
	c.width, c.height, c.font = 1, 1, ""
	c.canvas = js.Global().Get("OffscreenCanvas").New(c.width, c.height)
	c.context = c.canvas.Call("getContext", "2d", options)
}

// SetFamily chooses the typeface, a CSS font-family, and loads its files. It
// reports whether the family changed.
func (c *TextCanvas) SetFamily(family string) bool {
	if family == "" || family == c.family {
		return false
	}
	c.family = family
	c.forget()
	for _, bold := range []bool{false, true} {
		if c.fonts.Truthy() {
			c.fonts.Call("load", c.CSS(16, bold))
		}
	}
	return true
}

// forget drops all measurements, and the canvas with the typefaces that it has found.
func (c *TextCanvas) forget() {
	c.renew()
	clear(c.widths)
}

const (
	measureLimit = 4000 // bounds the number of measurements kept
	forgetAfter  = 1000 // texts, each 1.6 kB
)

// Width returns how far a text advances, in pixels.
func (c *TextCanvas) Width(text string, size float64, bold bool) float64 {
	font := c.CSS(size, bold)
	key := font + "\x00" + text
	if width, ok := c.widths[key]; ok {
		return width
	}
	if len(c.widths) >= measureLimit {
		clear(c.widths)
	}
	width := c.measure(text, font).Get("width").Float()
	c.widths[key] = width
	return width
}

// Draw sets a text and returns its coverage, one byte per pixel row-major, and
// how far the first pixel is left of and above the left end of the baseline.
func (c *TextCanvas) Draw(text string, size float64, bold bool) (alpha []byte, width, height, left, top int) {
	metrics := c.measure(text, c.CSS(size, bold))
	reach := func(name string) int { return int(math.Ceil(metrics.Get(name).Float())) + 1 }
	left, top = reach("actualBoundingBoxLeft"), reach("actualBoundingBoxAscent")
	width, height = left+reach("actualBoundingBoxRight"), top+reach("actualBoundingBoxDescent")
	if width <= 2 || height <= 2 {
		return nil, 0, 0, 0, 0
	}
	c.grow(width, height)
	c.setFont(c.CSS(size, bold))
	c.context.Call("clearRect", 0, 0, width, height)
	c.context.Set("fillStyle", "#fff")
	c.context.Call("fillText", text, left, top)
	pixels := make([]byte, 4*width*height)
	js.CopyBytesToGo(pixels, c.context.Call("getImageData", 0, 0, width, height).Get("data"))
	alpha = make([]byte, width*height)
	for i := range alpha {
		alpha[i] = pixels[4*i+3]
	}
	return alpha, width, height, left, top
}

// measure returns a text's TextMetrics.
func (c *TextCanvas) measure(text, font string) js.Value {
	if c.measured++; c.measured >= forgetAfter {
		c.measured = 0
		c.context.Call("getImageData", 0, 0, 1, 1) // only then Chromium forgets what it has measured
	}
	c.setFont(font)
	return c.context.Call("measureText", text)
}

// CSS returns a font of the canvas's typeface in the form of a 2D context.
func (c *TextCanvas) CSS(size float64, bold bool) string {
	weight := 400
	if bold {
		weight = 600
	}
	return strconv.Itoa(weight) + " " + strconv.FormatFloat(size, 'g', -1, 64) + "px " + c.family
}

func (c *TextCanvas) setFont(font string) {
	if c.font != font {
		c.context.Set("font", font)
		c.font = font
	}
}

// grow makes the canvas large enough, which resets its font.
func (c *TextCanvas) grow(width, height int) {
	if width <= c.width && height <= c.height {
		return
	}
	c.width, c.height = max(width, c.width, 256), max(height, c.height, 64)
	c.canvas.Set("width", c.width)
	c.canvas.Set("height", c.height)
	c.font = ""
}
