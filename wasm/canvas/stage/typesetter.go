//go:build js && wasm

package stage

import (
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// Typesetter lets the browser measure and draw the view's texts: no typeface and
// no text shaper are shipped in the binary.
type Typesetter struct {
	canvas *port.TextCanvas
}

// newTypesetter returns a typesetter that calls loaded when texts look different
// because their typeface has loaded.
func newTypesetter(loaded func()) *Typesetter {
	return &Typesetter{canvas: port.NewTextCanvas(loaded)}
}

// Width implements scene.Measurer.
func (t *Typesetter) Width(text string, font scene.Font) float64 {
	return t.canvas.Width(text, font.Size, font.Bold)
}

// Typeset draws a line of text and returns its coverage, width×height bytes
// row-major; left and top say how far its first pixel is left of and above the
// left end of the baseline.
func (t *Typesetter) Typeset(text string, font scene.Font) (alpha []byte, width, height, left, top int) {
	return t.canvas.Draw(text, font.Size, font.Bold)
}

// CSS returns a font as the browser's 2D canvas takes it.
func (t *Typesetter) CSS(font scene.Font) string { return t.canvas.CSS(font.Size, font.Bold) }
