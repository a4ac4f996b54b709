//go:build js && wasm

package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
	"onelayer/wasm/port"
)

// pointer answers the mouse and the finger: over a chart all figures of the
// nearest epoch are shown, a weight picture is marked and can be pressed. The
// page is told of changes only.
func (g *game) pointer(kind port.PointerKind, x, y float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	at := scene.Point{X: x * scale, Y: y * scale}
	if kind == port.PointerLeft {
		at = scene.Point{X: -1, Y: -1}
	}
	run, class, onTile := g.frame.TileAt(at)
	if kind == port.PointerPressed && onTile {
		g.connection.page.Post(map[string]any{"view": "pressed", "class": class, "run": run})
	}
	if g.view.PointAtTile(run, class, onTile) {
		port.SetCursor(map[bool]string{true: "pointer", false: "default"}[onTile])
		g.change(port.Soon)
	}
	epoch, metric, onChart := g.frame.EpochAt(at)
	if !g.view.PointAtEpoch(epoch) {
		return
	}
	g.change(port.Soon)
	hovered := map[string]any{"view": "hovered", "epoch": nil, "chart": nil, "values": []any{}}
	if onChart {
		hovered["epoch"], hovered["chart"], hovered["values"] = epoch, string(metric), g.values(epoch)
	}
	g.connection.page.Post(hovered)
}

// values returns what all charts say of an epoch.
func (g *game) values(epoch float64) []any {
	values := []any{}
	for _, figure := range g.view.ValuesAt(epoch) {
		values = append(values, map[string]any{"panel": figure.Panel, "label": figure.Label, "value": figure.Value})
	}
	return values
}
