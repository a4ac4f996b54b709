package train

import "math"

// Schedule is how η changes over a run.
type Schedule uint8

// The schedules, with η the run's learning rate, e the whole epochs done, t the steps
// done and T those that the run will have in all.
const (
	Constant Schedule = iota // η
	Step                     // η·factor^⌊e/every⌋
	Linear                   // η·(1 − t/T)
	Cosine                   // η·(1 + cos(πt/T))/2
	Plateau                  // η·factor^k: k times, every epochs passed without a better validation accuracy
)

// Schedules are their names on the page.
var Schedules = []string{"constant", "step", "linear", "cosine", "plateau"}

// String returns the schedule's name on the page.
func (s Schedule) String() string { return Schedules[s] }

// byEpochs reports whether η depends on how many epochs the run will have.
func (s Schedule) byEpochs() bool { return s == Linear || s == Cosine }

// rate returns η of the step after that many, in a run with that history.
func (h *Hyperparameters) rate(steps, stepsPerEpoch int, history []Point) float64 {
	done := min(float64(steps)/float64(h.Epochs*stepsPerEpoch), 1)
	switch h.Schedule {
	case Step:
		if h.DecayEvery > 0 {
			return h.LearningRate * math.Pow(h.DecayFactor, float64(steps/stepsPerEpoch/h.DecayEvery))
		}
	case Linear:
		return h.LearningRate * (1 - done)
	case Cosine:
		return h.LearningRate * (1 + math.Cos(math.Pi*done)) / 2
	case Plateau:
		return h.LearningRate * math.Pow(h.DecayFactor, float64(plateaus(history, h.DecayEvery)))
	}
	return h.LearningRate
}

// plateaus counts how often that many epochs passed without a better accuracy,
// starting again after each. Every 0 epochs is never.
func plateaus(history []Point, every int) int {
	count, since, best := 0, 0, math.Inf(-1)
	for _, p := range history {
		if a := p.watched(); a > best {
			best, since = a, 0
			continue
		}
		if since++; since == every {
			count, since = count+1, 0
		}
	}
	return count
}

// watched is the accuracy by which epochs are compared: the validation split's, or
// the training split's if there is none.
func (p Point) watched() float64 {
	if math.IsNaN(p.Validation.Accuracy) {
		return p.Train.Accuracy
	}
	return p.Validation.Accuracy
}

// bestPoint returns the index of the first of the points with the highest watched
// accuracy, or -1 without any.
func bestPoint(history []Point) int {
	best := -1
	for i, p := range history {
		if best < 0 || p.watched() > history[best].watched() {
			best = i
		}
	}
	return best
}
