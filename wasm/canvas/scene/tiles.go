package scene

import (
	"fmt"
	"math"
)

// tileGrid is the arrangement of a panel's weight pictures: sizes in device
// pixels.
type tileGrid struct {
	columns int
	side    float64 // of a tile: a whole multiple of 32 where there is space
	gap     float64 // between columns
	left    float64 // from the panel's left side to the first tile; above 0 the width is not filled
	pitch   float64 // from a row of tiles to the next
	title   float64 // height of the title above, 0 without
	width   float64
	height  float64 // of everything
	two     bool    // names are on two levels in turn, if there is no space for them side by side
}

// widestName is the space that the longest of the classes' names needs, as a
// multiple of the text's size.
const widestName = 6.5

// fitTiles returns the grid with the largest crisp tiles that a width and a height
// allow: two rows (of five, for ten classes), or one row where that is as large and
// fills the width better. Class names are under the tiles.
func fitTiles(p *pen, titled bool, width, height float64) tileGrid {
	two := tilesInColumns(p, titled, max(2, (p.classes+1)/2), width, height)
	one := tilesInColumns(p, titled, p.classes, width, height)
	named := one.side+one.gap >= widestName*p.size
	if named && (one.side > two.side || one.side == two.side && two.left > 0) {
		return one
	}
	return two
}

func tilesInColumns(p *pen, titled bool, columns int, width, height float64) tileGrid {
	g := p.tiles(titled, columns, 1, width, height)
	if g.side+g.gap < p.widest {
		g = p.tiles(titled, columns, 2, width, height)
		g.two = true
	}
	return g
}

// fitAnyTiles returns the grid with the largest crisp tiles in any number of
// columns, of these the one that fills the height best, for a panel that is alone
// in its place.
func fitAnyTiles(p *pen, titled bool, width, height float64) tileGrid {
	best := fitTiles(p, titled, width, height)
	for _, columns := range []int{4, 3, 2} {
		if g := tilesInColumns(p, titled, columns, width, height); g.side > best.side ||
			g.side == best.side && g.height > best.height && g.height <= height {
			best = g
		}
	}
	return best
}

// tiles returns the grid with that many columns and levels of names.
func (p *pen) tiles(titled bool, columns, levels int, width, height float64) tileGrid {
	rows := math.Ceil(float64(p.classes) / float64(columns))
	name := float64(levels)*p.lineHeight() + 2*p.unit
	g := tileGrid{columns: columns, width: width}
	if titled {
		g.title = p.lineHeight() + 4*p.unit
	}
	rowGap := 8 * p.unit
	across := (width - 2*p.unit*float64(columns-1)) / float64(columns)
	down := (height-g.title-rowGap*(rows-1))/rows - name
	g.side = crispSide(min(across, down))
	spare := width - g.side*float64(columns)
	g.gap = min(spare/float64(columns-1), max(0.7*g.side, 40*p.unit))
	g.left = (spare - g.gap*float64(columns-1)) / 2
	g.pitch = g.side + name + rowGap
	g.height = g.title + rows*g.pitch - rowGap
	return g
}

// crispSide returns the largest multiple of a picture's 32 pixels within a
// length; a length below 32 is used as it is.
func crispSide(length float64) float64 {
	if length < TileSide {
		return max(math.Floor(length), 8)
	}
	return math.Floor(length/TileSide) * TileSide
}

// tile returns the place of a class's picture in a panel's box.
func (g tileGrid) tile(panel Box, class int) Box {
	column, row := float64(class%g.columns), float64(class/g.columns)
	return Box{
		X:      math.Round(panel.X + g.left + column*(g.side+g.gap)),
		Y:      math.Round(panel.Y + g.title + row*g.pitch),
		Width:  g.side,
		Height: g.side,
	}
}

// tileArea is where a weight picture can be pressed.
type tileArea struct {
	box   Box
	run   string
	class int
	strip bool // of examples
}

// drawTemplates draws a run's weight pictures with their classes' names.
func (p *pen) drawTemplates(v *View, panel Panel, box Box) []tileArea {
	picture, limit := v.templatesOf(panel)
	classes := v.scene.Classes
	g := fitTiles(p, panel.Title != "", box.Width, box.Height)
	p.drawTemplatesTitle(panel.Title, limit, Box{X: box.X + g.left, Y: box.Y, Width: box.Width - g.left})
	areas := make([]tileArea, p.classes)
	for class := range areas {
		tile := g.tile(box, class)
		areas[class] = tileArea{box: tile, run: panel.Run, class: class}
		pointed := v.pointed == pointedTile{run: panel.Run, class: class, on: true}
		p.drawTile(tile, picture, class, pointed)
		if class < len(classes) {
			p.drawClassName(g, class, tile, classes[class], box, pointed)
		}
	}
	return areas
}

// drawTemplatesTitle writes a panel's title and, if its pictures share a scale with other
// panels, the limit of that scale.
func (p *pen) drawTemplatesTitle(title string, limit float32, box Box) {
	middle := box.Y + p.lineHeight()/2
	end := p.text(box.X, middle, p.fitBold(title, box.Width), p.theme.Ink, true) + 6*p.unit
	if limit > 0 {
		scale := p.words.number(fmt.Sprintf("±%.2g", limit))
		p.text(end, middle, p.fit(scale, box.X+box.Width-end), p.theme.Muted, false)
	}
}

func (p *pen) drawTile(tile Box, picture *Picture, class int, pointed bool) {
	if pointed {
		frame := math.Round(2 * p.unit)
		p.rect(Box{tile.X - frame, tile.Y - frame, tile.Width + 2*frame, tile.Height + 2*frame}, p.theme.Accent)
	}
	if picture == nil {
		p.rect(tile, faded(p.theme.Hairline, 0.5))
		return
	}
	p.add(Tile{Box: tile, Picture: picture, Class: class})
}

// drawClassName writes a name under its tile, as near to its middle as the
// panel's sides allow.
func (p *pen) drawClassName(g tileGrid, class int, tile Box, name string, panel Box, pointed bool) {
	ink := p.theme.Muted
	if pointed {
		ink = p.theme.Ink
	}
	middle := tile.Y + tile.Height + 2*p.unit + p.lineHeight()/2
	space := g.side + g.gap
	if g.two {
		space *= 2
		middle += float64(class%g.columns%2) * p.lineHeight()
	}
	name = p.fit(p.words.of(name), space)
	width := p.width(name)
	left := tile.X + (tile.Width-width)/2
	left = max(panel.X, min(left, panel.X+panel.Width-width))
	p.text(left, middle, name, ink, false)
}
