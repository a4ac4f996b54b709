//go:build js && wasm

package main

import (
	"math"

	"onelayer/wasm/canvas/svg"
)

// Bounds of an exported picture's sides in pixels.
const (
	leastSide   = 160
	largestSide = 8000
)

// export answers with the present scene as an SVG picture of the wanted size.
func (c *connection) export(message map[string]any) {
	width, _ := message["width"].(float64)
	height, _ := message["height"].(float64)
	width, height = side(width), side(height)
	view := c.game.view.At(width, height)
	frame := view.Frame(c.game.typesetter)
	c.page.Post(map[string]any{
		"view": "exported", "id": message["id"], "svg": svg.Write(frame.Ops, view.Theme(), width, height),
	})
}

func side(pixels float64) float64 {
	if math.IsNaN(pixels) {
		return leastSide
	}
	return max(leastSide, min(float64(int(pixels)), largestSide))
}
