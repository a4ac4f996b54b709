package checking

import (
	"maps"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/protocol"
	"onelayer/wasm/service"
)

// startSession returns a session's Receive and its events.
func startSession(t *testing.T) (send func(map[string]any), events chan map[string]any) {
	events = make(chan map[string]any, 10_000)
	s := New(
		Host{Host: service.Host{Post: func(e map[string]any) { events <- e }, Yield: runtime.Gosched}, Now: time.Now},
	)
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		s.Run(end)
	}()
	t.Cleanup(func() {
		close(end)
		<-ended
	})
	return s.Receive, events
}

// answer returns the answer to a command.
func answer(events chan map[string]any, id int) map[string]any {
	for e := range events {
		if e["id"] == id {
			return e
		}
	}
	return nil
}

// inputs are five images of noise and small weights.
func inputs() map[string]any {
	shard := cifar10test.Random("noise", 5, 1)
	z := cifar10.Standardize(cifar10.SplitOf(cifar10test.Random("more noise", 50, 2)))
	W, b := make([]float32, cifar10.Classes*cifar10.Dim), make([]float32, cifar10.Classes)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range W {
		W[i] = float32(.01 * rng.NormFloat64())
	}
	return map[string]any{
		"pixels": shard.Pixels, "labels": shard.Labels, "mean": z.Mean[:], "std": z.Std[:], "weights": W, "bias": b,
	}
}

func command(name string, id float64, options map[string]any) map[string]any {
	message := map[string]any{"command": name, "id": id, "inputs": inputs()}
	maps.Copy(message, options)
	return message
}

func TestCheck(t *testing.T) {
	send, events := startSession(t)
	if ready := <-events; ready["event"] != "Ready" || ready["version"] != protocol.Version {
		t.Errorf("the first event is %v", ready)
	}
	send(command("checkGradient", 1, map[string]any{"l2": .1}))
	check := answer(events, 1)["value"].(map[string]any)
	for of, e := range check["relativeError"].(map[string]any) {
		if e.(float64) > 1e-9 {
			t.Errorf("the relative error of %s is %g, want at most 1e-9", of, e)
		}
	}
	if n := len(check["errors"].([]float64)); n != 30_730 || check["parameters"] != 30_730 {
		t.Errorf("%d errors of %v parameters", n, check["parameters"])
	}
	send(command("checkGradient", 2, map[string]any{"l2": 1.0, "break": true}))
	broken := answer(events, 2)["value"].(map[string]any)
	if e := broken["relativeError"].(map[string]any)["weights"].(float64); e < 1e-3 {
		t.Errorf("a wrong gradient passes: relative error %g", e)
	}
}

func TestCancel(t *testing.T) {
	send, events := startSession(t)
	send(command("sweepGradient", 1, nil))
	send(map[string]any{"command": "cancelGradient", "id": 2.0})
	if a := answer(events, 1); a["event"] != "Refused" {
		t.Error("a cancelled sweep was answered as if it were done")
	}
	if a := answer(events, 2); a["event"] != "Replied" {
		t.Errorf("cancel was answered by %v", a)
	}
	send(command("sweepGradient", 3, nil))
	send(command("checkGradient", 4, nil))
	if a := answer(events, 3); a["event"] != "Refused" {
		t.Error("a check did not take the sweep's place")
	}
}

func TestRefused(t *testing.T) {
	send, events := startSession(t)
	for i, options := range []map[string]any{
		{"inputs": nil},
		{"h": "small"},
		{"h": -1.0},
		{"formula": "backward"},
		{"command": "fly"},
	} {
		send(command("checkGradient", float64(i), options))
		if a := answer(events, i); a["event"] != "Refused" {
			t.Errorf("%v was not refused", options)
		}
	}
}
