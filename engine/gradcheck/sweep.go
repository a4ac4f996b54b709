package gradcheck

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/reference"
)

// Sweep is the same check for each of several steps h: over h, its errors form a
// U. On the right the formula is too coarse (centred differences are off by h²),
// on the left rounding is divided by an ever smaller h.
type Sweep struct {
	check  *Check
	steps  []float64
	points []Point
}

// Point is one step h of a sweep, with the relative errors of W and b in Frobenius
// norms.
type Point struct{ H, Weights, Bias float64 }

// Steps returns the usual steps of a sweep, 1e-2 to 1e-9, two per decade.
func Steps() []float64 {
	var steps []float64
	for half := 4; half <= 18; half++ {
		steps = append(steps, math.Pow(10, -float64(half)/2))
	}
	return steps
}

// NewSweep prepares a sweep over steps. The other arguments are New's; H is not
// used.
func NewSweep(
	m *reference.Model,
	split *cifar10.Split,
	z *cifar10.Standardization,
	o Options,
	steps []float64,
) (*Sweep, error) {
	for _, o.H = range steps {
		if _, err := o.withDefaults(split); err != nil {
			return nil, err
		}
	}
	check, err := New(m, split, z, o)
	if err != nil {
		return nil, err
	}
	return &Sweep{check: check, steps: steps}, nil
}

// Advance takes the differences of some further parameters. It reports whether the
// sweep is done.
func (s *Sweep) Advance(parameters int) (done bool) {
	if len(s.points) == len(s.steps) {
		return true
	}
	c := s.check
	c.options.H = s.steps[len(s.points)]
	if c.Advance(parameters) {
		s.points = append(s.points, Point{
			H:       c.options.H,
			Weights: relativeError(c.analytic[:c.shape.weights], c.numeric[:c.shape.weights], c.options.Eps),
			Bias:    relativeError(c.analytic[c.shape.weights:], c.numeric[c.shape.weights:], c.options.Eps),
		})
		c.numeric = c.numeric[:0]
	}
	return len(s.points) == len(s.steps)
}

// Progress returns how many differences have been taken, and how many there are.
func (s *Sweep) Progress() (done, all int) {
	each := s.check.Parameters()
	return len(s.points)*each + s.check.Done(), len(s.steps) * each
}

// Points returns the steps that are done, in their order.
func (s *Sweep) Points() []Point { return s.points }
