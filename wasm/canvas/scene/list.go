package scene

import (
	"fmt"
	"image/color"
	"strings"
)

// Op is one thing to draw. Its String is one line of a golden test.
type Op interface {
	fmt.Stringer
	op()
}

// Point is a place in device pixels from the view's top left corner.
type Point struct{ X, Y float64 }

// Box is an upright rectangle.
type Box struct{ X, Y, Width, Height float64 }

// Contains reports whether a point lies in the box.
func (b Box) Contains(p Point) bool {
	return p.X >= b.X && p.X < b.X+b.Width && p.Y >= b.Y && p.Y < b.Y+b.Height
}

// overlaps reports whether two boxes have some area in common.
func (b Box) overlaps(other Box) bool {
	return b.X < other.X+other.Width && other.X < b.X+b.Width && b.Y < other.Y+other.Height && other.Y < b.Y+b.Height
}

func (b Box) empty() bool { return b.Width <= 0 || b.Height <= 0 }

// Rect is a filled box.
type Rect struct {
	Box
	Color color.NRGBA
}

// Tile is one class's weight picture.
type Tile struct {
	Box
	Picture *Picture
	Class   int
}

// Line is a polyline with round joins and ends. A Dash above zero cuts it into
// dashes and gaps of that length, counted along the whole line.
type Line struct {
	Points      []Point
	Width, Dash float64
	Color       color.NRGBA
}

// Area is the area between two lines with the same number of points, which differ
// only in height.
type Area struct {
	Upper, Lower []Point
	Color        color.NRGBA
}

// Dot is a filled disc.
type Dot struct {
	Center Point
	Radius float64
	Color  color.NRGBA
}

// Dots are filled discs of one size.
type Dots struct {
	Centers []Point
	Radius  float64
	Color   color.NRGBA
}

// Text is one line of text; Origin is the left end of its baseline.
type Text struct {
	Origin Point
	Font   Font
	Color  color.NRGBA
	Text   string
}

// Font is a size in device pixels and a weight of the theme's family.
type Font struct {
	Size float64
	Bold bool
}

// Measurer measures how wide the browser sets a text.
type Measurer interface {
	Width(text string, font Font) float64
}

func (Rect) op() {}
func (Tile) op() {}
func (Line) op() {}
func (Area) op() {}
func (Dot) op()  {}
func (Dots) op() {}
func (Text) op() {}

func (b Box) String() string {
	return fmt.Sprintf("%.4g,%.4g %.4g×%.4g", b.X, b.Y, b.Width, b.Height)
}

func (p Point) String() string { return fmt.Sprintf("%.1f,%.1f", p.X, p.Y) }

func (r Rect) String() string { return fmt.Sprintf("rect %v %s", r.Box, hex(r.Color)) }

func (t Tile) String() string { return fmt.Sprintf("tile %v class %d", t.Box, t.Class) }

func (l Line) String() string {
	style := "solid"
	if l.Dash > 0 {
		style = fmt.Sprintf("dash %.4g", l.Dash)
	}
	return fmt.Sprintf("line %s width %.4g %s%s", style, l.Width, hex(l.Color), places(l.Points))
}

func places(points []Point) string {
	var text strings.Builder
	for _, p := range points {
		fmt.Fprintf(&text, " %v", p)
	}
	return text.String()
}

func (a Area) String() string {
	return fmt.Sprintf("area %s%s to%s", hex(a.Color), places(a.Upper), places(a.Lower))
}

func (d Dot) String() string {
	return fmt.Sprintf("dot  %v radius %.4g %s", d.Center, d.Radius, hex(d.Color))
}

func (d Dots) String() string {
	return fmt.Sprintf("dots radius %.4g %s%s", d.Radius, hex(d.Color), places(d.Centers))
}

func (t Text) String() string {
	weight := ""
	if t.Font.Bold {
		weight = " bold"
	}
	return fmt.Sprintf("text %v size %.4g%s %s %q", t.Origin, t.Font.Size, weight, hex(t.Color), t.Text)
}
