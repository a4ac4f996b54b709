//go:build js && wasm

// Command canvas2d is the view for browsers without WebGL 2, such as on remote
// desktops: the same stage and the same shapes as Command canvas, drawn with the
// browser's 2D canvas instead of Ebitengine.
package main

import (
	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/canvas/stage"
	"onelayer/wasm/canvas2d/paint"
	"onelayer/wasm/port"
)

func main() {
	canvas := port.NewPictureCanvas()
	view := stage.New(port.ViewingPage(), func() {})
	painter := paint.New[*port.Bitmap](canvas, view.Typesetter().CSS, port.NewBitmap)
	port.WatchSize(func(width, height, scale float64) {
		width, height = float64(int(width*scale)), float64(int(height*scale))
		if view.Resize(width, height, scale) {
			canvas.Resize(int(width), int(height))
			view.Refresh()
		}
	})
	view.Open()
	port.EachFrame(func() {
		view.Draw(func(ops []scene.Op) { painter.Paint(ops) })
	})
	select {}
}
