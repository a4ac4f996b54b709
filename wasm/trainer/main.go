//go:build js && wasm

// Command trainer is the program of the Web Worker: it connects a session to the
// page. Its tests are the session's.
package main

import (
	"context"
	"runtime/debug"
	"time"

	"onelayer/wasm/port"
	"onelayer/wasm/trainer/session"
)

// garbagePercent bounds what garbage may add to the images in memory, which never
// shrinks. Training makes none, so collecting early costs nothing.
const garbagePercent = 10

func main() {
	debug.SetGCPercent(garbagePercent)
	page := port.Self()
	begin := session.New
	switch port.WorkerName() {
	case "crew":
		begin = session.NewCrew
	case "trainer, empty":
		begin = session.NewEmpty
	}
	s := begin(session.Host{
		Post:  page.Post,
		Yield: port.NewYielder().Yield,
		Now:   time.Now,
	})
	page.Listen(context.Background(), s.Receive)
	s.Run(context.Background())
}
