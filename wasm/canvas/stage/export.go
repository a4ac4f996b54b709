//go:build js && wasm

package stage

import (
	"onelayer/engine/protocol"
	"onelayer/wasm/canvas/svg"
)

// offerPicture sends the page the current scene, which it may have to print at once.
func (c *connection) offerPicture() {
	if c.isOpen {
		c.tell(protocol.Picture{SVG: c.picture()})
	}
}

// picture returns the current scene as an SVG picture of the view's size in CSS pixels.
func (c *connection) picture() string {
	width, height := c.stage.width/c.stage.scale, c.stage.height/c.stage.scale
	view := c.stage.view.At(width, height)
	drawing := view.Drawing(c.stage.typesetter)
	return svg.Write(drawing.Ops, view.Theme(), width, height)
}
