package gradcheck

import (
	"slices"

	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
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
	Eps       float64    // smallest denominator of a relative error
	Formula   fd.Formula // of the first derivative: fd.Central (the default) or fd.Forward
	WholeCost bool       // difference whole costs, not image by image
	Mistake   Mistake    // in the analytic gradient that is compared; usually none
}

// withDefaults returns o with the defaults filled in, or an error that names the
// option that is wrong for a split.
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
		return o, refusal.NotWholeFromTo("batchSize", 1, split.Len())
	case !(o.L2 >= 0 && o.L2 <= 1e3):
		return o, refusal.NotFromTo("l2", 0, 1e3)
	case !(o.H >= 1e-14 && o.H <= 1):
		return o, refusal.NotFromTo("h", 1e-14, 1)
	case !(o.Eps > 0 && o.Eps <= 1):
		return o, refusal.NotAbove("eps", 0, 1)
	case o.Mistake != "" && !slices.Contains(mistakes, string(o.Mistake)):
		return o, refusal.NotOneOf("mistake", mistakes...)
	case o.Formula.Derivative != 1:
		return o, refusal.NotOneOf("formula", "central", "forward")
	}
	return o, nil
}
