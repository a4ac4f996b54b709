//go:build js && wasm

// Command trainer is the program of the Web Worker: it connects a session to the page. Its tests are
// in package training.
package main

import (
	"runtime/debug"
	"time"

	"onelayer/wasm/port"
	"onelayer/wasm/service"
	"onelayer/wasm/trainer/training"
)

// garbagePercent bounds the garbage relative to the images in memory, which never shrink. Training
// makes none, so collecting early costs nothing.
const garbagePercent = 10

func main() {
	page := port.Self()
	outbox := port.NewOutbox(page)
	begin := training.New
	switch port.WorkerName() {
	case "crew":
		begin = training.NewCrew
		boundGarbage()
	case "trainer, empty":
		begin = training.NewEmpty
		boundGarbage()
	}
	s := begin(training.Host{
		Host: service.Host{Post: outbox.Post, Flush: outbox.Flush, Yield: port.NewYielder().Yield},
		Now:  time.Now,
		// The sample is small: collecting while it is drawn would cost time and free little.
		Settled: boundGarbage,
		NewHash: newHash,
	})
	page.Listen(s.Receive)
	s.Run(nil)
}

func newHash() training.Hash {
	if hash := port.NewHash(training.HashSize); hash != nil {
		return hash
	}
	return nil
}

func boundGarbage() { debug.SetGCPercent(garbagePercent) }
