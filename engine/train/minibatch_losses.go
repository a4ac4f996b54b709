package train

// lossesPerEpoch is how many means of its minibatch losses a run keeps per epoch,
// or as many as it has steps.
const lossesPerEpoch = 50

// mostLosses bounds the means kept of a run: at that number, each two are merged.
const mostLosses = 2048

// MinibatchLosses are a run's losses before each step, as means over a few steps:
// the faint line under the epochs' own figures. Its size is fixed however long the
// run becomes.
type MinibatchLosses struct {
	start         float64 // epochs done before the first step
	stepsPerEpoch int
	width         int // steps of a mean
	sum           float64
	count         int // steps in the current sum
	means         [mostLosses]float32
	done          int // means that are complete
}

// NewMinibatchLosses returns the losses of a run that starts at an epoch, or within
// one, with that many steps per epoch.
func NewMinibatchLosses(epoch float64, stepsPerEpoch int) *MinibatchLosses {
	return &MinibatchLosses{start: epoch, stepsPerEpoch: stepsPerEpoch, width: max(1, stepsPerEpoch/lossesPerEpoch)}
}

// Add takes in the loss of the next step. It allocates nothing.
func (m *MinibatchLosses) Add(loss float64) {
	m.sum += loss
	m.count++
	if m.count < m.width {
		return
	}
	m.means[m.done] = float32(m.sum / float64(m.count))
	m.sum, m.count = 0, 0
	m.done++
	if m.done == mostLosses {
		m.halve()
	}
}

func (m *MinibatchLosses) halve() {
	m.done /= 2
	for i := range m.done {
		m.means[i] = (m.means[2*i] + m.means[2*i+1]) / 2
	}
	m.width *= 2
}

// Start returns the epoch at which the first mean begins.
func (m *MinibatchLosses) Start() float64 { return m.start }

// Width returns how much of an epoch each mean covers. It changes when there are
// too many: then all means change.
func (m *MinibatchLosses) Width() float64 { return float64(m.width) / float64(m.stepsPerEpoch) }

// Means returns the means so far. The next Add may change them.
func (m *MinibatchLosses) Means() []float32 { return m.means[:m.done] }
