package scene

import (
	"fmt"

	"onelayer/engine/protocol"
)

// Metric is what a chart shows.
type Metric = protocol.Metric

// The metrics of a chart.
const (
	Cost     = protocol.CostMetric
	Loss     = protocol.LossMetric
	Accuracy = protocol.AccuracyMetric
)

// Split says whose figure it is.
type Split = protocol.SeriesSplit

// The splits that are measured after every epoch.
const (
	Train      = protocol.TrainSeries
	Validation = protocol.ValidationSeries
)

// rowLength is the number of figures a row of a history has: the epoch, then
// loss, cost and accuracy of train, then the same of validation, then what the view
// does not draw: λ, λΣW², ‖W‖, η before and after it, and the step.
const rowLength = 13

// History holds a run's figures, row-major, one row per epoch.
type History []float64

// Len returns the number of rows.
func (h History) Len() int { return len(h) / rowLength }

// Epoch returns row i's epoch.
func (h History) Epoch(i int) float64 { return h[i*rowLength] }

// Value returns one figure of row i.
func (h History) Value(i int, metric Metric, split Split) float64 {
	return h[i*rowLength+column(metric, split)]
}

func column(metric Metric, split Split) int {
	c := 1
	switch metric {
	case Cost:
		c = 2
	case Accuracy:
		c = 3
	}
	if split == Validation {
		c += 3
	}
	return c
}

// At returns the figure of an epoch, and whether the history has that epoch.
func (h History) At(epoch float64, metric Metric, split Split) (float64, bool) {
	for i := range h.Len() {
		if h.Epoch(i) == epoch {
			return h.Value(i, metric, split), true
		}
	}
	return 0, false
}

// replace returns the history with its rows from the given one replaced by
// points.
func (h History) replace(from int, points []float64) (History, error) {
	if len(points)%rowLength != 0 {
		return h, fmt.Errorf("history of %d numbers is not a multiple of %d", len(points), rowLength)
	}
	if from < 0 || from > h.Len() {
		return h, fmt.Errorf("history from row %d on, but only %d rows are known", from, h.Len())
	}
	return append(h[:from*rowLength:from*rowLength], points...), nil
}
