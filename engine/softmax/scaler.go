package softmax

import "onelayer/engine/cifar10"

// Scaler is a Standardization ready for Fill: (x − mean)/std as x·scale + shift.
// Make one for each training split and keep it.
type Scaler struct {
	scale, shift [dim]float32 // 1/std and −mean/std
}

// Standardize writes to x an image as the network sees it.
func (s *Scaler) Standardize(x []float32, image []uint8) {
	for d, v := range image {
		x[d] = float32(v)*s.scale[d] + s.shift[d]
	}
}

// Scale returns the factor of an input, 1/std.
func (s *Scaler) Scale(d int) float32 { return s.scale[d] }

// NewScaler prepares z. Later changes of z have no effect on the Scaler.
func NewScaler(z *cifar10.Standardization) *Scaler {
	s := new(Scaler)
	for d := range dim {
		s.scale[d] = float32(1 / z.Std[d])
		s.shift[d] = float32(-z.Mean[d] / z.Std[d])
	}
	return s
}
