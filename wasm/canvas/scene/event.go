package scene

import (
	"math"

	"onelayer/engine/protocol"
)

// hovered tells the page the epoch under the pointer, NaN for none.
func hovered(epoch float64) protocol.Hovered {
	if math.IsNaN(epoch) {
		return protocol.Hovered{}
	}
	return protocol.Hovered{Epoch: &epoch}
}

// Zoomed tells the page which epochs the charts show, or move to.
func (w Window) Zoomed() protocol.Zoomed {
	return protocol.Zoomed{From: w.From, To: w.To, Whole: w.Whole()}
}

// Laid tells the page where the panels, the cells and the space for its buttons are, with
// scale device pixels to a CSS pixel.
func (d Drawing) Laid(scale float64) protocol.Laid {
	css := func(b Box) protocol.PanelBox {
		return protocol.PanelBox{X: b.X / scale, Y: b.Y / scale, Width: b.Width / scale, Height: b.Height / scale}
	}
	laid := protocol.Laid{Buttons: css(d.Buttons)}
	for _, box := range d.Boxes {
		laid.Boxes = append(laid.Boxes, css(box))
	}
	for _, cell := range d.Cells {
		laid.Cells = append(laid.Cells, css(cell))
	}
	return laid
}
