//go:build js && wasm

package port

import "syscall/js"

// PictureCanvas is the view's canvas, drawn by the browser itself, without WebGL. Its
// methods are those of the browser's CanvasRenderingContext2D,
// in device pixels; colours are CSS colours and paths SVG path data.
type PictureCanvas struct {
	canvas, context js.Value
}

// NewPictureCanvas returns the canvas that the frame gave this worker.
func NewPictureCanvas() *PictureCanvas {
	canvas := js.Global().Get("canvas")
	return &PictureCanvas{canvas: canvas, context: canvas.Call("getContext", "2d")}
}

// Resize sets the size in device pixels, which empties the canvas.
func (c *PictureCanvas) Resize(width, height int) {
	c.canvas.Set("width", width)
	c.canvas.Set("height", height)
}

// Clear empties the canvas.
func (c *PictureCanvas) Clear() {
	c.context.Call("clearRect", 0, 0, c.canvas.Get("width"), c.canvas.Get("height"))
}

// FillRect fills a box.
func (c *PictureCanvas) FillRect(x, y, width, height float64, color string) {
	c.context.Set("fillStyle", color)
	c.context.Call("fillRect", x, y, width, height)
}

// Fill fills the inside of a path.
func (c *PictureCanvas) Fill(path, color string) {
	c.context.Set("fillStyle", color)
	c.context.Call("fill", js.Global().Get("Path2D").New(path))
}

// Stroke draws along a path with round joins; a dash above zero cuts it into
// dashes and gaps of that length.
func (c *PictureCanvas) Stroke(path string, width, dash float64, color string) {
	dashes, ends := []any{}, "round"
	if dash > 0 {
		dashes, ends = []any{dash}, "butt" // round ends would close the gaps
	}
	c.context.Set("strokeStyle", color)
	c.context.Set("lineWidth", width)
	c.context.Set("lineJoin", "round")
	c.context.Set("lineCap", ends)
	c.context.Call("setLineDash", dashes)
	c.context.Call("stroke", js.Global().Get("Path2D").New(path))
}

// FillText sets a line of text from the left end of its baseline.
func (c *PictureCanvas) FillText(text string, x, y float64, font, color string) {
	c.context.Set("font", font)
	c.context.Set("fillStyle", color)
	c.context.Call("fillText", text, x, y)
}

// Bitmap is an image that the browser keeps.
type Bitmap struct{ canvas js.Value }

// NewBitmap returns an image of width×height pixels of RGBA, row-major.
func NewBitmap(pixels []byte, width, height int) *Bitmap {
	canvas := js.Global().Get("OffscreenCanvas").New(width, height)
	data := js.Global().Get("ImageData").New(width, height)
	js.CopyBytesToJS(data.Get("data"), pixels)
	canvas.Call("getContext", "2d").Call("putImageData", data, 0, 0)
	return &Bitmap{canvas: canvas}
}

// DrawBitmap draws a part of an image into a box, its pixels as crisp squares; in a
// smaller box they are smoothed.
func (c *PictureCanvas) DrawBitmap(b *Bitmap, fromX, fromY, fromWidth, fromHeight, x, y, width, height float64) {
	c.context.Set("imageSmoothingEnabled", width < fromWidth)
	c.context.Call("drawImage", b.canvas, fromX, fromY, fromWidth, fromHeight, x, y, width, height)
}

// EachFrame calls draw in each of the browser's animation frames, for the
// program's life.
func EachFrame(draw func()) {
	window := js.Global()
	var frame js.Func
	frame = js.FuncOf(func(js.Value, []js.Value) any {
		draw()
		window.Call("requestAnimationFrame", frame)
		return nil
	})
	window.Call("requestAnimationFrame", frame)
}

// WatchSize calls sized with the frame's size in CSS pixels and the device pixels per
// CSS pixel, now and whenever they change: window and document are those of
// web/js/view/stand_in.js.
func WatchSize(sized func(width, height, scale float64)) {
	window := js.Global().Get("window")
	body := js.Global().Get("document").Get("body")
	tell := js.FuncOf(func(js.Value, []js.Value) any {
		sized(body.Get("clientWidth").Float(), body.Get("clientHeight").Float(), window.Get("devicePixelRatio").Float())
		return nil
	})
	window.Call("addEventListener", "resize", tell)
	tell.Invoke()
}
