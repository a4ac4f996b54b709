package gradcheck

import "gonum.org/v1/gonum/floats"

// Result is the outcome of a check.
type Result struct {
	Options       // as used, with its defaults
	Parameters    int
	Weights, Bias Comparison
}

// Comparison compares the analytic gradient ga of W or of b with the numeric gn.
type Comparison struct {
	SumAnalytic, SumNumeric float64 // Σ ga, Σ gn: the report's table

	RelativeError float64 // ‖ga − gn‖ / max(eps, ‖ga‖ + ‖gn‖), Frobenius norms

	// Of the elements' own errors |ga − gn| / max(eps, |ga| + |gn|). The
	// largest is found where the gradient is nearly zero.
	Median, Largest float64
	LargestAt       Position
}

// Result returns the outcome. It panics if the check is not done.
func (c *Check) Result() *Result {
	if c.Done() < c.Parameters() {
		panic("gradcheck: result of a check that is not done")
	}
	return &Result{
		Options:    c.options,
		Parameters: c.Parameters(),
		Weights:    c.compare(0, c.shape.weights),
		Bias:       c.compare(c.shape.weights, c.Parameters()),
	}
}

// compare compares the parameters from ≤ p < to.
func (c *Check) compare(from, to int) Comparison {
	ga, gn := c.analytic[from:to], c.numeric[from:to]
	median, largest, at := spread(elementErrors(ga, gn, c.options.Eps))
	return Comparison{
		SumAnalytic:   floats.Sum(ga),
		SumNumeric:    floats.Sum(gn),
		RelativeError: relativeError(ga, gn, c.options.Eps),
		Median:        median,
		Largest:       largest,
		LargestAt:     c.shape.position(from + at),
	}
}

// Errors returns the relative errors of the single parameters done so far: at the
// end all Parameters of them, of which those of W form pictures like the weights.
func (c *Check) Errors() []float64 {
	return elementErrors(c.analytic[:c.Done()], c.numeric, c.options.Eps)
}

// Distance returns the relative errors, in Frobenius norms, of another gradient
// of the same cost, such as a float32 kernel's, against the float64 gradient: dW
// is K×D row by row, db is K. It ignores Options.Mistake.
func (c *Check) Distance(dW, db []float32) (weights, bias float64) {
	return relativeError(c.gradient[:c.shape.weights], widen(dW), c.options.Eps),
		relativeError(c.gradient[c.shape.weights:], widen(db), c.options.Eps)
}

func widen(v []float32) []float64 {
	wide := make([]float64, len(v))
	for i, x := range v {
		wide[i] = float64(x)
	}
	return wide
}
