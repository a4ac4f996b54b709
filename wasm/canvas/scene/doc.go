// Package scene decides what the view shows and where. It takes the page's Scene
// and the worker's figures (weights and histories) and turns them, for any size,
// into a Drawing: a list of rectangles, tiles, lines, dots and texts in device
// pixels. It depends on no browser and no graphics library, so a test reads a
// drawing as text.
//
// Lengths in this package are device pixels. A length given in CSS pixels is
// multiplied by the view's scale (the device pixel ratio) where it is used.
package scene
