package softmax

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"testing"

	"onelayer/engine/cifar10"
)

var update = flag.Bool("update", false, "write the figures that the page's explanation is held to anew")

// TestPageExplainsTheSame writes down what the kernels make of images that a
// formula draws; web/js/inspect/explain.test.js holds the page's own arithmetic
// to it.
func TestPageExplainsTheSame(t *testing.T) {
	const file, images = "../../web/js/inspect/testdata/probabilities.json", 3
	z := new(cifar10.Standardization)
	for d := range dim {
		z.Mean[d], z.Std[d] = 110+20*noise(uint32(d)), 55+20*noise(uint32(d+dim))
	}
	shard := &cifar10.Shard{Pixels: make([]uint8, images*dim), Labels: make([]uint8, images)}
	for i := range shard.Pixels {
		shard.Pixels[i] = uint8(256 * (.5 + noise(uint32(i+7*dim))))
	}
	W, b := make([]float32, classes*dim), make([]float32, classes)
	for i := range W {
		W[i] = float32(.08 * noise(uint32(i+11*dim)))
	}
	for k := range b {
		b[k] = float32(noise(uint32(k)))
	}
	c, batch := New(), NewBatch(images)
	c.SetWeights(W, b)
	batch.FillRange(cifar10.SplitOf(shard), 0, images, NewScaler(z))
	got := make([]float32, images*classes)
	c.Probabilities(batch, got)

	if *update {
		text, err := json.Marshal(got)
		if err == nil {
			err = os.WriteFile(file, append(text, '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []float32
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if d := difference(got, float64s(want)); len(want) != len(got) || d > 1e-5 {
		t.Errorf("probabilities differ by %.1e from those of the page's test; if that is right, run with -update", d)
	}
}

// noise returns a number from −½ to ½ for each i: a multiplicative hash, which
// JavaScript computes to the same bits.
func noise(i uint32) float64 {
	h := i*2654435761 + 12345
	h ^= h >> 15
	h *= 2246822519
	h ^= h >> 13
	return float64(h)/math.MaxUint32 - .5
}

func float64s(values []float32) []float64 {
	wide := make([]float64, len(values))
	for i, v := range values {
		wide[i] = float64(v)
	}
	return wide
}
