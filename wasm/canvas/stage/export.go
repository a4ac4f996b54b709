//go:build js && wasm

package stage

import (
	"math"

	"onelayer/wasm/canvas/svg"
)

// Bounds of an exported picture's sides in pixels.
const (
	leastSide   = 160
	largestSide = 8000
)

// picture returns the current scene as an SVG picture of that size.
func (c *connection) picture(width, height float64) string {
	width, height = side(width), side(height)
	view := c.stage.view.At(width, height)
	drawing := view.Drawing(c.stage.typesetter)
	return svg.Write(drawing.Ops, view.Theme(), width, height)
}

func side(pixels float64) float64 {
	if math.IsNaN(pixels) {
		return leastSide
	}
	return max(leastSide, min(float64(int(pixels)), largestSide))
}
