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

// newTypesetter returns a typesetter that calls loaded when texts look otherwise
// than before, since their typeface has come.
func newTypesetter(loaded func()) *typesetter {
	return &typesetter{canvas: port.NewTextCanvas(loaded)}
}

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
