//go:build js && wasm

package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// pointer has the view's hand answer the mouse and the finger, and tells the page
// what came of it. A wheel and two fingers are taken over a chart only.
func (g *game) pointer(event port.PointerEvent) (taken bool) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	at := scene.Point{X: event.X * scale, Y: event.Y * scale}
	if event.Kind == port.Fingers {
		return g.frame.OnPlot(at)
	}
	kind := scene.InputKind(event.Kind)
	if event.Kind == port.ZoomWheel {
		kind, taken = scene.Wheeled, g.frame.OnPlot(at)
	}
	answer := g.hand.Take(g.frame, scene.Input{
		Kind: kind, Pointer: event.Pointer, Touch: event.Touch, At: at,
		Milliseconds: event.Milliseconds, Turn: event.Turn, Pinch: event.Pinch,
	})
	if answer.Cursor != g.cursor {
		g.cursor = answer.Cursor
		port.SetCursor(answer.Cursor)
	}
	if answer.Changed {
		g.change(port.Soon)
	}
	for _, event := range answer.Events {
		g.connection.page.Post(event.Encode())
	}
	return taken
}
