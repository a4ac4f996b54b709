package checking

import (
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/reference"
	"onelayer/engine/refusal"
)

// ridge starts to solve ridge regression from the trainer's reply to gram.
func (s *Session) ridge(id int, c protocol.Ridge) error {
	if len(c.Counts) == 0 || len(c.XX) != cifar10.Dim*cifar10.Dim || len(c.XY) != len(c.Counts)*cifar10.Dim {
		return refusal.Missing("xx")
	}
	if !(c.L2 > 0) || math.IsInf(c.L2, 1) {
		return refusal.NotAbove("l2", 0, 1e3)
	}
	r := reference.NewRidge(c.XX, c.XY, c.Counts, c.L2)
	const parts = 1000
	solved := true
	s.begin(task{
		id: id,
		advance: func(int) bool {
			done, ok := r.Advance()
			solved = ok
			return done
		},
		progress: func() (int, int) { return int(r.Progress() * parts), parts },
		value: func() any {
			W, b := r.Solution()
			return protocol.RidgeResult{
				Parameters: protocol.Parameters{Weights: narrow(W), Bias: narrow(b)},
				Solved:     solved,
			}
		},
	})
	return nil
}

func narrow(values []float64) []float32 {
	short := make([]float32, len(values))
	for i, v := range values {
		short[i] = float32(v)
	}
	return short
}
