package packing

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/wasm/service"
)

func TestPackAndUnpack(t *testing.T) {
	events := make(chan map[string]any, 10)
	s := New(service.Host{Post: func(event map[string]any) { events <- event }})
	done := make(chan struct{})
	defer close(done)
	go s.Run(done)
	if ready := <-events; ready["event"] != "Ready" {
		t.Fatalf("the first event is %v", ready)
	}

	W, b := make([]float32, cifar10.Classes*cifar10.Dim), []float32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	W[3072] = .5
	s.Receive(map[string]any{"command": "packWeights", "id": 1.0, "weights": W, "bias": b, "settings": "{}"})
	file, _ := (<-events)["value"].([]byte)
	s.Receive(map[string]any{"command": "unpackWeights", "id": 2.0, "bytes": file})
	value, _ := (<-events)["value"].(map[string]any)
	if got, _ := value["weights"].([]float32); !slices.Equal(got, W) {
		t.Error("the weights come back changed")
	}
	if got, _ := value["bias"].([]float32); !slices.Equal(got, b) || value["settings"] != "{}" {
		t.Errorf("b and the settings come back as %v and %v", got, value["settings"])
	}
}

func TestRefused(t *testing.T) {
	for _, message := range []map[string]any{
		{"command": "fly"},
		{"command": "packWeights"},
		{"command": "unpackWeights", "bytes": []uint8("a text")},
	} {
		var answer map[string]any
		s := New(service.Host{Post: func(event map[string]any) { answer = event }})
		message["id"] = 3.0
		s.Receive(message)
		s.Turn()
		if answer["event"] != "Refused" || answer["id"] != 3 {
			t.Errorf("%v was answered by %v", message, answer)
		}
	}
}
