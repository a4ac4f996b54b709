package protocol

import "onelayer/engine/train"

// PointSize is how many numbers a point of a history has in a message: the epoch,
// then loss, cost and accuracy of the training split, then of the validation
// split.
const PointSize = 7

// EncodePoints returns points as one row of numbers, PointSize for each.
func EncodePoints(points []train.Point) []float64 {
	row := make([]float64, 0, len(points)*PointSize)
	for _, p := range points {
		row = append(row, float64(p.Epoch),
			p.Train.Loss, p.Train.Cost, p.Train.Accuracy,
			p.Validation.Loss, p.Validation.Cost, p.Validation.Accuracy)
	}
	return row
}

// DecodePoints reads what EncodePoints wrote. A rest of less than a point is
// dropped.
func DecodePoints(row []float64) []train.Point {
	points := make([]train.Point, len(row)/PointSize)
	for i := range points {
		p := row[i*PointSize:]
		points[i] = train.Point{
			Epoch:      int(p[0]),
			Train:      train.Metrics{Loss: p[1], Cost: p[2], Accuracy: p[3]},
			Validation: train.Metrics{Loss: p[4], Cost: p[5], Accuracy: p[6]},
		}
	}
	return points
}

// The frames are what the worker sends straight to the canvas.
type (
	// WeightsFrame is W (10×3072, row-major) of a run at a step.
	WeightsFrame struct {
		Run, Epoch, Step int
		Weights          []float32
	}
	// HistoryFrame replaces a run's history from point From on.
	HistoryFrame struct {
		Run, From int
		Points    []train.Point
	}
	// MinibatchFrame replaces a run's minibatch losses from value From on: means
	// over Width epochs each, the first from the epoch Start on.
	MinibatchFrame struct {
		Run, From    int
		Start, Width float64
		Values       []float32
	}
)

// Encode implements Event.
func (f WeightsFrame) Encode() map[string]any {
	return map[string]any{"frame": "weights", "run": f.Run, "epoch": f.Epoch, "step": f.Step, "weights": f.Weights}
}

// Encode implements Event.
func (f HistoryFrame) Encode() map[string]any {
	return map[string]any{"frame": "history", "run": f.Run, "from": f.From, "points": EncodePoints(f.Points)}
}

// Encode implements Event.
func (f MinibatchFrame) Encode() map[string]any {
	return map[string]any{"frame": "minibatch", "run": f.Run, "from": f.From, "start": f.Start, "width": f.Width, "values": f.Values}
}
