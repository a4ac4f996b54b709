package scene

import "math"

// maxTicks is the largest number of ticks on an axis.
const maxTicks = 5

// Tick is a labelled value of an axis.
type Tick struct {
	Value float64
	Label string
}

// valueTicks returns at most n round values within the scale; if n gives fewer
// than two, which it takes to read a scale, it returns more, up to maxTicks.
func valueTicks(s Scale, metric Metric, n int) []Tick {
	var ticks []Tick
	for ; len(ticks) < 2 && n <= maxTicks; n++ {
		if s.Log {
			ticks = logTicks(s, metric, n)
		}
		if len(ticks) < 2 {
			ticks = linearTicks(s, metric, n)
		}
	}
	return ticks
}

func linearTicks(s Scale, metric Metric, n int) []Tick {
	step := roundStep(s.High-s.Low, n)
	var ticks []Tick
	first, last := math.Ceil(s.Low/step-1e-9), math.Floor(s.High/step+1e-9)
	for k := first; k <= last && len(ticks) < n; k++ {
		value := k*step + 0 // turns -0 into 0
		ticks = append(ticks, Tick{Value: value, Label: formatTick(value, step, metric)})
	}
	return ticks
}

// roundStep returns the smallest of 1, 2 and 5 times a power of ten that cuts a
// span into fewer than n parts, so that at most n ticks fit.
func roundStep(span float64, n int) float64 {
	power := math.Pow(10, math.Floor(math.Log10(span/float64(n))))
	for _, factor := range []float64{1, 2, 5, 10, 20} {
		if span/(factor*power) < float64(n) {
			return factor * power
		}
	}
	return 50 * power
}

// logTicks returns powers of ten, every one or every few; within two decades also
// their halves and doubles.
func logTicks(s Scale, metric Metric, n int) []Tick {
	for _, factors := range [][]float64{{1, 2, 5}, {1}} {
		if ticks := decadeTicks(s, metric, factors, 1); len(ticks) <= n {
			return ticks
		}
	}
	decades := math.Log10(s.High) - math.Log10(s.Low)
	return decadeTicks(s, metric, []float64{1}, roundDecades(decades, n))
}

// roundDecades returns how many powers of ten to go from tick to tick.
func roundDecades(decades float64, n int) int {
	for _, every := range []int{2, 5, 10, 20, 50, 100} {
		if decades/float64(every) < float64(n) {
			return every
		}
	}
	return 200
}

func decadeTicks(s Scale, metric Metric, factors []float64, every int) []Tick {
	var ticks []Tick
	first := math.Floor(math.Log10(s.Low)/float64(every)) * float64(every)
	for power := first; power <= math.Log10(s.High); power += float64(every) {
		for _, factor := range factors {
			value := factor * math.Pow(10, power)
			if value >= s.Low && value <= s.High {
				ticks = append(ticks, Tick{Value: value, Label: formatTick(value, value/factor, metric)})
			}
		}
	}
	return ticks
}

// epochTicks returns at most n epochs: whole ones, unless hardly any are within
// the scale.
func epochTicks(s Scale, n int) []Tick {
	step := roundStep(s.High-s.Low, n)
	if s.High-s.Low > 2 || s.Low == 0 {
		step = max(1, step)
	}
	var ticks []Tick
	for k := math.Ceil(s.Low/step - 1e-9); k*step <= s.High && len(ticks) < n; k++ {
		epoch := k*step + 0 // turns -0 into 0
		ticks = append(ticks, Tick{Value: epoch, Label: formatTick(epoch, step, "")})
	}
	return ticks
}
