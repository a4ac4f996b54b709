package gradcheck

// Mistake is a mistake that students make in a gradient, to see whether the check
// notices.
type Mistake string

// The mistakes.
const (
	HalfPenalty   Mistake = "halfPenalty"   // λW in place of 2λW
	DoublePenalty Mistake = "doublePenalty" // 4λW in place of 2λW
	NoMean        Mistake = "noMean"        // the sum over the images without 1/n
	WrongSign     Mistake = "wrongSign"     // Y − P in place of P − Y, the penalty too
	NoBias        Mistake = "noBias"        // the bias is never moved
	SharedBias    Mistake = "sharedBias"    // db summed over all classes, the sum given to each
	Unshifted     Mistake = "unshifted"     // softmax without its shift: the same until exp overflows
	OwnMean       Mistake = "ownMean"       // each split standardized by its own mean: not a mistake in the gradient
)

// mistakes are all of them.
var mistakes = []string{
	string(HalfPenalty), string(DoublePenalty), string(NoMean), string(WrongSign),
	string(NoBias), string(SharedBias), string(Unshifted), string(OwnMean),
}

// mistaken returns the gradient with the options' mistake.
func (c *Check) mistaken() []float64 {
	wrong := append([]float64(nil), c.gradient...)
	weights, l2 := c.shape.weights, c.options.L2
	penalty := func(p int) float64 { return 2 * l2 * c.cost.theta[p] }
	for p := range wrong {
		isWeight := p < weights
		switch c.options.Mistake {
		case HalfPenalty, DoublePenalty:
			if isWeight {
				wrong[p] += map[Mistake]float64{HalfPenalty: -.5, DoublePenalty: 1}[c.options.Mistake] * penalty(p)
			}
		case NoMean:
			mean := wrong[p]
			if isWeight {
				mean -= penalty(p)
			}
			wrong[p] += float64(c.options.BatchSize-1) * mean
		case WrongSign:
			wrong[p] = -wrong[p]
		case NoBias:
			if !isWeight {
				wrong[p] = 0
			}
		}
	}
	if c.options.Mistake == SharedBias {
		shareBias(wrong[weights:])
	}
	return wrong
}

// shareBias gives every class the sum over all classes.
func shareBias(db []float64) {
	sum := 0.0
	for _, part := range db {
		sum += part
	}
	for k := range db {
		db[k] = sum
	}
}
