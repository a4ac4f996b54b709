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

// css returns a box in CSS pixels.
func (b Box) css(scale float64) protocol.PanelBox {
	return protocol.PanelBox{X: b.X / scale, Y: b.Y / scale, Width: b.Width / scale, Height: b.Height / scale}
}

// Laid tells the page where the panels, the cells and the space for its buttons are, with
// scale device pixels to a CSS pixel.
func (d Drawing) Laid(scale float64) protocol.Laid {
	laid := protocol.Laid{Buttons: d.Buttons.css(scale)}
	for _, box := range d.Boxes {
		laid.Boxes = append(laid.Boxes, box.css(scale))
	}
	for _, cell := range d.Cells {
		laid.Cells = append(laid.Cells, cell.css(scale))
	}
	return laid
}
