package train

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/loss"
)

// Flip is the smallest change of an image that turns its class into another. For one layer it has a
// closed form: s_k − s_c is linear in the pixels, so it grows fastest along its gradient g = (W_k −
// W_c)/std, and δ = (s_c − s_k)/‖g‖²·g is the shortest way to where both are equal.
type Flip struct {
	From, To int     // the class, and the nearest one; −1 where nothing is predicted
	Length   float64 // ‖δ‖
	Pixels   []uint8 // the changed image, in whole numbers; empty where 0 to 255 do not suffice
	Mean     float64 // of the differences of Pixels
	Most     int     // the largest of them

	change []float64 // δ
}

const (
	flipStrides = 60 // how many lengths are tried beyond the shortest
	flipStride  = 1.05
)

// Flip finds the smallest change that flips the prediction of W then b. The view must not be one of
// smoothed images.
func (v View) Flip(parameters []float32, image []uint8) Flip {
	flip := v.shortest(parameters, image)
	if flip.From < 0 {
		return flip
	}
	// As much longer than the exact change as rounding requires for the other class to win.
	factor := 1.
	for range flipStrides {
		changed := flip.apply(image, factor)
		if v.Explain(parameters, loss.Softmax, changed).Predicted != flip.From {
			flip.Pixels = changed
			flip.measure(image)
			break
		}
		factor *= flipStride
	}
	return flip
}

// shortest finds the shortest of the changes towards each other class.
func (v View) shortest(parameters []float32, image []uint8) Flip {
	logits := v.Explain(parameters, loss.Softmax, image).Logits
	flip := Flip{From: largest(logits), To: -1}
	if flip.From < 0 {
		return flip
	}
	own := parameters[flip.From*cifar10.Dim:][:cifar10.Dim]
	for k := range logits {
		if k == flip.From {
			continue
		}
		change, squares := make([]float64, cifar10.Dim), 0.
		for d, w := range parameters[k*cifar10.Dim:][:cifar10.Dim] {
			change[d] = (float64(w) - float64(own[d])) * float64(v.scaler.Scale(d))
			squares += change[d] * change[d]
		}
		lead := logits[flip.From] - logits[k]
		length := lead / math.Sqrt(squares)
		if flip.To >= 0 && !(length < flip.Length) {
			continue
		}
		for d := range change {
			change[d] *= lead / squares
		}
		flip.To, flip.Length, flip.change = k, length, change
	}
	return flip
}

// apply returns the image with factor times the change, in whole numbers.
func (f *Flip) apply(image []uint8, factor float64) []uint8 {
	changed := make([]uint8, cifar10.Dim)
	for d, v := range image {
		changed[d] = uint8(math.Floor(max(0, min(255, float64(v)+factor*f.change[d])) + .5))
	}
	return changed
}

// measure sets how far the pixels are from the image.
func (f *Flip) measure(image []uint8) {
	sum := 0
	for d, v := range image {
		difference := max(int(v), int(f.Pixels[d])) - min(int(v), int(f.Pixels[d]))
		sum += difference
		f.Most = max(f.Most, difference)
	}
	f.Mean = float64(sum) / cifar10.Dim
}
