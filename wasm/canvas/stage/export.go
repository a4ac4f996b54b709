//go:build js && wasm

package stage

import (
	"time"

	"onelayer/engine/protocol"
	"onelayer/wasm/canvas/svg"
)

// offerEach is how often the page gets a view that changes as a picture.
const offerEach = time.Second

// offerPicture sends the page, soon, what is shown: it can't wait for a picture when
// it is printed.
func (s *Stage) offerPicture() {
	if s.offering {
		return
	}
	s.offering = true
	time.AfterFunc(offerEach, func() {
		s.offering = false
		s.connection.tell(protocol.Picture{SVG: s.picture()})
	})
}

// picture returns the current scene as an SVG picture of the view's size in CSS pixels.
func (s *Stage) picture() string {
	width, height := s.width/s.scale, s.height/s.scale
	view := s.view.At(width, height)
	drawing := view.Drawing(s.typesetter)
	return svg.Write(drawing.Ops, view.Theme(), width, height)
}
