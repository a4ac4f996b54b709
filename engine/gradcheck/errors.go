package gradcheck

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// relativeError returns ‖a − b‖ / max(eps, ‖a‖ + ‖b‖) in Frobenius norms.
func relativeError(a, b []float64, eps float64) float64 {
	return floats.Distance(a, b, 2) / math.Max(eps, floats.Norm(a, 2)+floats.Norm(b, 2))
}

// elementErrors returns |a − b| / max(eps, |a| + |b|) of each pair.
func elementErrors(a, b []float64, eps float64) []float64 {
	e := make([]float64, len(a))
	for i := range e {
		e[i] = math.Abs(a[i]-b[i]) / math.Max(eps, math.Abs(a[i])+math.Abs(b[i]))
	}
	return e
}

// spread returns the median and the largest of errors, and the place of the
// largest.
func spread(e []float64) (median, largest float64, at int) {
	at = floats.MaxIdx(e)
	sorted := slices.Sorted(slices.Values(e))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2, e[at], at
}
