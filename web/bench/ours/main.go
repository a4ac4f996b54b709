//go:build js && wasm

// Command ours is our engine as a contestant of the bench: the trainer of the
// page's worker, driven by the bench's clock. It takes the messages of
// web/bench/browser/worker.js.
package main

import (
	"bytes"
	"runtime/debug"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
	"onelayer/wasm/inbox"
	"onelayer/wasm/port"
)

// contestant is the state that load leaves for the rounds.
type contestant struct {
	data     *train.Data
	settings train.Hyperparameters
	initial  *softmax.Classifier
}

func main() {
	debug.SetGCPercent(10) // as the page's worker does
	page, messages, c := port.Self(), inbox.New(), new(contestant)
	page.Listen(func(message map[string]any) {
		messages.Push(func() { page.Post(c.answer(message)) })
	})
	page.Post(map[string]any{"listening": true})
	for {
		messages.Wait(nil)
		messages.Do()
	}
}

func (c *contestant) answer(message map[string]any) map[string]any {
	if message["do"] != "load" {
		return c.round()
	}
	work, _ := message["work"].(map[string]any)
	options, _ := message["options"].(map[string]any)
	settings, _ := options["settings"].(map[string]any)
	if err := c.load(work, settings); err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{}
}

// load takes the fields of Work in web/bench/work.js, and settings.
func (c *contestant) load(work, settings map[string]any) error {
	number := func(name string) float64 { v, _ := work[name].(float64); return v }
	dataset := &cifar10.Dataset{Roles: []cifar10.Role{cifar10.Train, cifar10.Validation}}
	for _, name := range []string{"train", "validation"} {
		records, _ := work[name].([]uint8)
		records = records[:int(number("images"))*cifar10.RecordSize]
		shard, err := cifar10.ReadBinary(bytes.NewReader(records), name, int64(len(records)))
		if err != nil {
			return err
		}
		dataset.Shards = append(dataset.Shards, shard)
	}
	c.data = train.NewData(dataset)
	c.settings = train.Hyperparameters{
		L2: number("l2"), LearningRate: number("learningRate"), BatchSize: int(number("batch")), Epochs: 1,
	}
	var err error
	if c.settings, err = protocol.Settings(settings).Apply(c.settings); err != nil {
		return err
	}
	const W = cifar10.Classes * cifar10.Dim
	weights, _ := work["weights"].([]float32)
	c.initial = softmax.New(cifar10.Classes)
	c.initial.SetWeights(weights[:W], weights[W:])
	return nil
}

// round trains an epoch from the initial weights and measures both splits.
func (c *contestant) round() map[string]any {
	begun := train.State{Classifier: c.initial.Clone(), History: []train.Point{{Epoch: 0}}}
	t, err := train.Resume(c.data, c.settings, begun)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	start := time.Now()
	for t.Stepping() {
		t.Advance()
	}
	middle := time.Now()
	for len(t.History()) == 1 {
		t.Advance()
	}
	end := time.Now()
	point := t.History()[1]
	return map[string]any{
		"epoch": milliseconds(middle.Sub(start)), "evaluation": milliseconds(end.Sub(middle)),
		"train": encode(point.Train), "validation": encode(point.Validation),
	}
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1e3 }

func encode(m train.Metrics) map[string]any {
	return map[string]any{"loss": m.Loss, "cost": m.Cost, "accuracy": m.Accuracy}
}
