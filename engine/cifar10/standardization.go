package cifar10

import "math"

// Standardization is the mean and the standard deviation of every input
// dimension over the training split. An input x becomes (x − Mean)/Std in all
// three splits.
type Standardization struct {
	Mean, Std [Dim]float64
}

// Standardize measures the training split: mean_d = Σ x/n and the population's
// std_d = √(Σ x²/n − mean_d²), as numpy's mean and std do. Sums of bytes are
// whole numbers, so they are exact. A dimension that never varies gets Std 1
// and so standardizes to 0. It panics on an empty split.
func Standardize(train *Split) *Standardization {
	if train.Len() == 0 {
		panic("cifar10: the training split is empty")
	}
	m := train.moments()
	z := new(Standardization)
	n := uint64(train.Len())
	for d := range Dim {
		z.Mean[d] = float64(m.sum[d]) / float64(n)
		// n²·variance stays below 2⁶⁴ up to 16 million images.
		variance := float64(n*m.squares[d]-m.sum[d]*m.sum[d]) / (float64(n) * float64(n))
		z.Std[d] = math.Sqrt(variance)
		if variance == 0 {
			z.Std[d] = 1
		}
	}
	return z
}
