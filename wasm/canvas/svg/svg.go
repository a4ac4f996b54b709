// Package svg writes a scene's frame as a standalone SVG picture: the same list
// that is drawn on the screen, with texts as text and weight pictures as images.
package svg

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"onelayer/wasm/canvas/scene"
)

// Write returns a picture of width×height pixels on the theme's ground.
func Write(ops []scene.Op, theme scene.Theme, width, height float64) string {
	w := &writer{images: map[image]string{}}
	fmt.Fprintf(
		&w.text,
		`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" font-family="%s">`+"\n",
		length(width),
		length(height),
		escape(families(theme.FontFamily)),
	)
	w.rect(scene.Rect{Box: scene.Box{Width: width, Height: height}, Color: theme.Ground})
	for _, op := range ops {
		w.op(op)
	}
	w.text.WriteString("</svg>\n")
	return w.text.String()
}

// families ends a list of typefaces with one that every viewer has.
func families(css string) string {
	switch {
	case css == "":
		return "sans-serif"
	case strings.Contains(css, "sans-serif"):
		return css
	default:
		return css + ", sans-serif"
	}
}

type writer struct {
	text   strings.Builder
	images map[image]string // as data URIs
}

type image struct {
	picture *scene.Picture
	class   int
}

func (w *writer) op(op scene.Op) {
	switch op := op.(type) {
	case scene.Rect:
		w.rect(op)
	case scene.Tile:
		w.tile(op)
	case scene.Line:
		w.line(op)
	case scene.Area:
		w.area(op)
	case scene.Dot:
		w.disc(op.Center, op.Radius, op.Color)
	case scene.Dots:
		for _, center := range op.Centers {
			w.disc(center, op.Radius, op.Color)
		}
	case scene.Text:
		w.label(op)
	}
}

func (w *writer) rect(r scene.Rect) {
	fmt.Fprintf(&w.text, `<rect x="%s" y="%s" width="%s" height="%s" %s/>`+"\n",
		length(r.X), length(r.Y), length(r.Width), length(r.Height), paint("fill", r.Color))
}

func (w *writer) tile(t scene.Tile) {
	fmt.Fprintf(
		&w.text,
		`<image x="%s" y="%s" width="%s" height="%s" style="image-rendering:pixelated" href="%s"/>`+"\n",
		length(t.X),
		length(t.Y),
		length(t.Width),
		length(t.Height),
		w.image(image{t.Picture, t.Class}),
	)
}

// image returns a class's picture as a PNG in a data URI.
func (w *writer) image(key image) string {
	uri := w.images[key]
	if uri == "" {
		uri = dataURI(key.picture, key.class)
		w.images[key] = uri
	}
	return uri
}

func (w *writer) line(l scene.Line) {
	dash := ""
	if l.Dash > 0 {
		dash = fmt.Sprintf(` stroke-dasharray="%s"`, length(l.Dash))
	}
	// Round ends would close the gaps between dashes.
	ends := map[bool]string{true: "butt", false: "round"}[l.Dash > 0]
	fmt.Fprintf(
		&w.text,
		`<polyline fill="none" stroke-width="%s" stroke-linejoin="round" stroke-linecap="%s"%s %s points="%s"/>`+"\n",
		length(l.Width),
		ends,
		dash,
		paint("stroke", l.Color),
		places(l.Points),
	)
}

// area writes a polygon: along the upper line and back along the lower one.
func (w *writer) area(a scene.Area) {
	around := append([]scene.Point{}, a.Upper...)
	for i := len(a.Lower) - 1; i >= 0; i-- {
		around = append(around, a.Lower[i])
	}
	fmt.Fprintf(&w.text, `<polygon %s points="%s"/>`+"\n", paint("fill", a.Color), places(around))
}

func (w *writer) disc(center scene.Point, radius float64, c color.NRGBA) {
	fmt.Fprintf(&w.text, `<circle cx="%s" cy="%s" r="%s" %s/>`+"\n",
		length(center.X), length(center.Y), length(radius), paint("fill", c))
}

func (w *writer) label(t scene.Text) {
	weight := ""
	if t.Font.Bold {
		weight = ` font-weight="600"`
	}
	fmt.Fprintf(&w.text, `<text x="%s" y="%s" font-size="%s"%s %s xml:space="preserve">%s</text>`+"\n",
		length(t.Origin.X), length(t.Origin.Y), length(t.Font.Size), weight, paint("fill", t.Color), escape(t.Text))
}

// paint writes a colour as an attribute, with its opacity beside it where it has one.
func paint(attribute string, c color.NRGBA) string {
	text := fmt.Sprintf(`%s="#%02x%02x%02x"`, attribute, c.R, c.G, c.B)
	if c.A < 255 {
		text += fmt.Sprintf(` %s-opacity="%s"`, attribute, length(float64(c.A)/255))
	}
	return text
}

func places(points []scene.Point) string {
	var text strings.Builder
	for i, p := range points {
		if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(length(p.X) + "," + length(p.Y))
	}
	return text.String()
}

// length writes a number to two decimals, without zeros at its end.
func length(value float64) string {
	return strconv.FormatFloat(math.Round(100*value)/100, 'f', -1, 64)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
