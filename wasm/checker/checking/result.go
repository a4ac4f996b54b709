package checking

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/gradcheck"
	"onelayer/engine/protocol"
)

// resultOf returns a check's outcome for the page. kernelGradient is the float32
// kernels' dW then db, or nil.
func resultOf(c *gradcheck.Check, kernelGradient []float32) protocol.CheckResult {
	r := c.Result()
	result := protocol.CheckResult{
		Parameters:    r.Parameters,
		BatchSize:     r.BatchSize,
		L2:            r.L2,
		H:             r.H,
		Eps:           r.Eps,
		Sums:          protocol.SumsOfParts{Weights: sums(r.Weights), Bias: sums(r.Bias)},
		RelativeError: protocol.PartErrors{Weights: r.Weights.RelativeError, Bias: r.Bias.RelativeError},
		Elementwise:   protocol.SpreadOfParts{Weights: spread(r.Weights), Bias: spread(r.Bias)},
		Errors:        c.Errors(),
	}
	if W := c.Parameters() / (cifar10.Dim + 1) * cifar10.Dim; len(kernelGradient) == c.Parameters() {
		weights, bias := c.Distance(kernelGradient[:W], kernelGradient[W:])
		result.Kernel = &protocol.PartErrors{Weights: weights, Bias: bias}
	}
	return result
}

func sums(c gradcheck.Comparison) protocol.GradientSums {
	return protocol.GradientSums{Analytic: c.SumAnalytic, Numeric: c.SumNumeric}
}

func spread(c gradcheck.Comparison) protocol.ErrorSpread {
	at := c.LargestAt
	return protocol.ErrorSpread{Median: c.Median, Largest: c.Largest, At: protocol.ParameterPlace{
		Class: at.Class, Bias: at.Bias, Channel: at.Channel, Row: at.Row, Column: at.Column,
	}}
}

func pointsOf(s *gradcheck.Sweep) protocol.SweepResult {
	var result protocol.SweepResult
	for _, p := range s.Points() {
		result.Points = append(result.Points, protocol.SweepPoint{H: p.H, Weights: p.Weights, Bias: p.Bias})
	}
	return result
}
