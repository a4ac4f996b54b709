package gradcheck

import (
	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/reference"
)

// Check is a gradient check in progress. It is done in slices, so that the caller
// can show its progress, and stop.
type Check struct {
	shape    shape
	options  Options
	cost     *cost
	gradient []float64 // of all parameters: the analytic gradient
	analytic []float64 // of all parameters: compared with numeric; gradient unless a mistake is made on purpose
	numeric  []float64 // the differences taken so far
}

// New prepares the check of a model's gradient on the first images of a split,
// which are standardized by z. It takes one forward and one backward pass. The
// model may change afterwards.
func New(m *reference.Model, split *cifar10.Split, z *cifar10.Standardization, o Options) (*Check, error) {
	o, err := o.withDefaults(split)
	if err != nil {
		return nil, err
	}
	X, y := reference.Inputs(split, z, 0, o.BatchSize)
	classes, _ := m.W.Dims()
	c := &Check{
		shape:    shapeOf(classes),
		options:  o,
		cost:     newCost(m, X, y, o.L2, o.WholeCost),
		gradient: flat(m.Gradient(X, y, o.L2)),
	}
	c.numeric = make([]float64, 0, c.Parameters())
	c.analytic = c.gradient
	if o.Mistake != "" {
		c.analytic = c.mistaken()
	}
	return c, nil
}

// Advance takes the differences of some further parameters. It reports whether all
// are done.
func (c *Check) Advance(parameters int) (done bool) {
	settings := &fd.Settings{Formula: c.options.Formula, Step: c.options.H}
	for range min(parameters, c.Parameters()-len(c.numeric)) {
		p := len(c.numeric)
		c.numeric = append(c.numeric, fd.Derivative(c.cost.along(p), c.cost.theta[p], settings))
	}
	return c.Done() == c.Parameters()
}

// Parameters returns how many there are: (D+1)·K.
func (c *Check) Parameters() int { return c.shape.parameters }

// Done returns how many of the Parameters have been differenced.
func (c *Check) Done() int { return len(c.numeric) }

// flat returns a gradient's parameters, W row by row, then b.
func flat(dW *mat.Dense, db *mat.VecDense) []float64 {
	return append(mat.DenseCopyOf(dW).RawMatrix().Data, db.RawVector().Data...)
}
