package softmax

import "onelayer/engine/cifar10"

// Scaler is a Standardization ready for Fill: (x − mean)/std as x·scale + shift.
// Make one for each training split and keep it.
type Scaler struct {
	scale, shift [dim]float32 // 1/std and −mean/std
}

// NewScaler prepares z. Later changes of z have no effect on the Scaler.
func NewScaler(z *cifar10.Standardization) *Scaler {
	s := new(Scaler)
	for d := range dim {
		s.scale[d] = float32(1 / z.Std[d])
		s.shift[d] = float32(-z.Mean[d] / z.Std[d])
	}
	return s
}
