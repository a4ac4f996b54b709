package session

import "onelayer/engine/gradcheck"

// encodeCheck returns a check's outcome for the page. kernelGradient is the float32
// kernels' dW then db, or nil.
func encodeCheck(c *gradcheck.Check, kernelGradient []float32) map[string]any {
	r := c.Result()
	object := map[string]any{
		"parameters":    r.Parameters,
		"batchSize":     r.BatchSize,
		"l2":            r.L2,
		"h":             r.H,
		"eps":           r.Eps,
		"sums":          map[string]any{"weights": encodeSums(r.Weights), "bias": encodeSums(r.Bias)},
		"relativeError": map[string]any{"weights": r.Weights.RelativeError, "bias": r.Bias.RelativeError},
		"elementwise":   map[string]any{"weights": encodeSpread(r.Weights), "bias": encodeSpread(r.Bias)},
		"errors":        c.Errors(),
		"kernel":        nil,
	}
	if len(kernelGradient) == gradcheck.Parameters {
		weights, bias := c.Distance(kernelGradient[:gradcheck.Weights], kernelGradient[gradcheck.Weights:])
		object["kernel"] = map[string]any{"weights": weights, "bias": bias}
	}
	return object
}

func encodeSums(c gradcheck.Comparison) map[string]any {
	return map[string]any{"analytic": c.SumAnalytic, "numeric": c.SumNumeric}
}

func encodeSpread(c gradcheck.Comparison) map[string]any {
	at := c.LargestAt
	return map[string]any{"median": c.Median, "largest": c.Largest, "at": map[string]any{
		"class": at.Class, "bias": at.Bias, "channel": at.Channel, "row": at.Row, "column": at.Column,
	}}
}

func encodeSweep(s *gradcheck.Sweep) map[string]any {
	points := make([]any, len(s.Points()))
	for i, p := range s.Points() {
		points[i] = map[string]any{"h": p.H, "weights": p.Weights, "bias": p.Bias}
	}
	return map[string]any{"points": points}
}
