package gradcheck

import (
	"fmt"

	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
)

// Defaults of Options. DefaultEps only keeps 0/0 from being an error.
const (
	DefaultH   = 1e-5
	DefaultEps = 1e-16
)

// Options say what is compared. The zero value of H, Eps and Formula stands for
// the default.
type Options struct {
	BatchSize int        // n: the first n images of the split
	L2        float64    // λ
	H         float64    // the difference's step
	Eps       float64    // least denominator of a relative error
	Formula   fd.Formula // of the first derivative: fd.Central (the default) or fd.Forward
	WholeCost bool       // difference the costs as whole numbers, not image by image
	Break     bool       // compare a wrong analytic gradient: λW instead of 2λW
}

// withDefaults returns o with the defaults filled in, or an error that names the
// option which is wrong for a split.
func (o Options) withDefaults(split *cifar10.Split) (Options, error) {
	if o.H == 0 {
		o.H = DefaultH
	}
	if o.Eps == 0 {
		o.Eps = DefaultEps
	}
	if o.Formula.Stencil == nil {
		o.Formula = fd.Central
	}
	switch {
	case o.BatchSize < 1 || o.BatchSize > split.Len():
		return o, fmt.Errorf("batchSize: expected a whole number from 1 to %d, the images there are", split.Len())
	case !(o.L2 >= 0 && o.L2 <= 1e3):
		return o, fmt.Errorf("l2: expected a number from 0 to 1000")
	case !(o.H >= 1e-14 && o.H <= 1):
		return o, fmt.Errorf("h: expected a number from 1e-14 to 1")
	case !(o.Eps > 0 && o.Eps <= 1):
		return o, fmt.Errorf("eps: expected a number above 0, up to 1")
	case o.Formula.Derivative != 1:
		return o, fmt.Errorf("formula: expected one of the first derivative")
	}
	return o, nil
}
