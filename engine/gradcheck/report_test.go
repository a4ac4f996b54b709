package gradcheck_test

import (
	"fmt"
	"testing"

	"onelayer/engine/gradcheck"
)

// report writes a result on one line.
func report(r *gradcheck.Result) string {
	return fmt.Sprintf("ε_W %.2g (median %.2g, largest %.2g), ε_b %.2g; Σ W %.1e / %.1e, Σ b %.1e / %.1e",
		r.Weights.RelativeError, r.Weights.Median, r.Weights.Largest, r.Bias.RelativeError,
		r.Weights.SumAnalytic, r.Weights.SumNumeric, r.Bias.SumAnalytic, r.Bias.SumNumeric)
}

// BenchmarkCheck is a whole check of the report's larger batch.
func BenchmarkCheck(b *testing.B) {
	split, z := noise()()
	for b.Loop() {
		check, err := gradcheck.New(untrained(), split, z, gradcheck.Options{BatchSize: 100})
		if err != nil {
			b.Fatal(err)
		}
		check.Advance(gradcheck.Parameters)
		check.Result()
	}
}
