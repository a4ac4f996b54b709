//go:build js && wasm

// Command canvas is the view: in its own worker it draws the weight pictures and
// the charts that the page asks for, from the figures that the worker sends. If
// it ends, training continues.
package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/wasm/port"
)

func main() {
	page := port.ViewingPage()
	if err := run(page); err != nil {
		page.Post(wire.View(protocol.ViewFailed{Message: err.Error()}))
	}
}

func run(page *port.MessagePort) error {
	game, err := newGame(page)
	if err != nil {
		return err
	}
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(game, &ebiten.RunGameOptions{
		ScreenTransparent: true,
		InitUnfocused:     true,
	})
}
