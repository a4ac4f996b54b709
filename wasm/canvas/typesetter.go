//go:build js && wasm

package main

import (
	"onelayer/wasm/canvas/paint"
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// typesetter has the browser measure and draw the view's texts: no typeface
// and no text shaper need to be shipped in the binary.
type typesetter struct {
	canvas *port.TextCanvas
}

func newTypesetter() *typesetter { return &typesetter{canvas: port.NewTextCanvas()} }

// Width implements scene.Measurer.
func (t *typesetter) Width(text string, font scene.Font) float64 {
	return t.canvas.Width(text, font.Size, font.Bold)
}

// Typeset implements paint.Typesetter.
func (t *typesetter) Typeset(text string, font scene.Font) paint.Mask {
	var mask paint.Mask
	mask.Alpha, mask.Width, mask.Height, mask.Left, mask.Top = t.canvas.Draw(text, font.Size, font.Bold)
	return mask
}
