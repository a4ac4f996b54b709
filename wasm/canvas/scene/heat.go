package scene

import (
	"image/color"
	"math"

	"onelayer/engine/protocol"
)

// Heat is a panel of cells over two settings, one figure per cell.
type Heat struct {
	Columns, Rows         []string // the labels beside them
	ColumnTitle, RowTitle string
	Values                []float64 // row by row, 0 to 1; NaN of a cell without a figure
	Texts                 []string  // in the cells, where they fit
	Best                  int       // the cell that is framed, or -1
}

func newHeat(p protocol.HeatPanel) Heat {
	heat := Heat{
		Columns: p.Columns, Rows: p.Rows, ColumnTitle: p.ColumnTitle, RowTitle: p.RowTitle,
		Texts: p.Texts, Best: p.Best,
	}
	for _, value := range p.Values {
		heat.Values = append(heat.Values, orNaN(value))
	}
	return heat
}

// drawHeat draws the cells, coloured from the smallest of their figures to the largest.
// Colour is not all: each cell shows its figure if there is space, and the best has a
// frame. It returns where the cells are.
func (p *pen) drawHeat(panel Panel, box Box) Box {
	heat := panel.Heat
	p.text(box.X, box.Y+p.lineHeight()/2, p.fitBold(panel.Title, box.Width), p.theme.Ink, true)
	if len(heat.Rows) == 0 || len(heat.Columns) == 0 {
		p.text(box.X, box.Y+2*p.lineHeight(), p.fit(panel.Empty, box.Width), p.theme.Muted, false)
		return Box{}
	}
	left := p.width(heat.RowTitle)
	for _, label := range heat.Rows {
		left = max(left, p.width(label))
	}
	left += tickGap * p.unit
	area := Box{
		X: box.X + left, Y: box.Y + 2.5*p.lineHeight(),
		Width: max(box.Width-left, 8), Height: max(box.Height-4.5*p.lineHeight(), 8),
	}
	p.textRight(area.X-tickGap*p.unit, area.Y-0.8*p.lineHeight(), heat.RowTitle, p.theme.Muted)
	p.textRight(area.X+area.Width, area.Y+area.Height+1.6*p.lineHeight(), heat.ColumnTitle, p.theme.Muted)
	p.drawHeatLabels(heat, area)
	p.drawHeatCells(heat, area)
	return area
}

// drawHeatLabels names the rows and, as far as there is space, the columns.
func (p *pen) drawHeatLabels(heat Heat, area Box) {
	height, width := area.Height/float64(len(heat.Rows)), area.Width/float64(len(heat.Columns))
	every := max(1, int(math.Ceil(p.lineHeight()/height)))
	for r, label := range heat.Rows {
		if r%every == 0 {
			p.textRight(area.X-tickGap*p.unit, area.Y+(float64(r)+0.5)*height, label, p.theme.Muted)
		}
	}
	widest := 0.0
	for _, label := range heat.Columns {
		widest = max(widest, p.width(label))
	}
	every = max(1, int(math.Ceil((widest+4*p.unit)/width)))
	for c, label := range heat.Columns {
		if c%every == 0 {
			p.textCentered(area.X+(float64(c)+0.5)*width, area.Y+area.Height+0.6*p.lineHeight(), label, p.theme.Muted)
		}
	}
}

func (p *pen) drawHeatCells(heat Heat, area Box) {
	seen := newExtent()
	for _, value := range heat.Values {
		if !math.IsNaN(value) {
			seen.add(value)
		}
	}
	columns := len(heat.Columns)
	edge := func(from, size float64, i, n int) float64 { return math.Round(from + size*float64(i)/float64(n)) }
	for i := range len(heat.Rows) * columns {
		r, c := i/columns, i%columns
		x, y := edge(area.X, area.Width, c, columns), edge(area.Y, area.Height, r, len(heat.Rows))
		cell := Box{
			x,
			y,
			edge(area.X, area.Width, c+1, columns) - x - p.unit,
			edge(area.Y, area.Height, r+1, len(heat.Rows)) - y - p.unit,
		}
		ink := p.theme.Muted
		if i < len(heat.Values) && !math.IsNaN(heat.Values[i]) {
			share := 0.5
			if seen.high > seen.low {
				share = (heat.Values[i] - seen.low) / (seen.high - seen.low)
			}
			ground := mapColor(share)
			p.rect(cell, ground)
			ink = inkOn(ground)
		} else {
			p.outline(cell, p.theme.Hairline)
		}
		if i < len(heat.Texts) && p.width(heat.Texts[i])+4*p.unit <= cell.Width && p.lineHeight() <= cell.Height {
			p.textCentered(cell.X+cell.Width/2, cell.Y+cell.Height/2, heat.Texts[i], ink)
		}
		if i == heat.Best {
			p.outline(cell, p.theme.Ink)
			p.outline(
				Box{cell.X + p.unit, cell.Y + p.unit, cell.Width - 2*p.unit, cell.Height - 2*p.unit},
				p.theme.Ground,
			)
		}
	}
}

// inkOn returns black or white, whichever is readable on a colour.
func inkOn(ground color.NRGBA) color.NRGBA {
	light := 0.299*float64(ground.R) + 0.587*float64(ground.G) + 0.114*float64(ground.B)
	if light > 140 {
		return color.NRGBA{A: 255}
	}
	return color.NRGBA{255, 255, 255, 255}
}
