package scene

import "testing"

// A drawing of the Train page at its fullest: 40 epochs, 2000 losses of minibatches.
func BenchmarkFrame(b *testing.B) {
	message := trainPage(map[string]any{"best": 1.0, "minibatch": 1.0})
	scene, err := Decode(message)
	if err != nil {
		b.Fatal(err)
	}
	view := NewView()
	view.Resize(960, 560, 1)
	view.SetScene(scene)
	losses := MinibatchLosses{Width: 0.02}
	for i := range 2000 {
		losses.Values = append(losses.Values, 2+float32(i%7)/10)
	}
	if view.SetHistory("1", 0, learning(40)) != nil || view.SetMinibatch("1", 0, losses) != nil {
		b.Fatal("no figures")
	}
	for b.Loop() {
		view.Drawing(evenType{})
	}
}
