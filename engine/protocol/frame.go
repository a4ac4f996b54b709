package protocol

import "onelayer/engine/train"

// PointSize is how many numbers a point of a history has in a message: the epoch,
// then loss, cost and accuracy of the training split, then of the validation
// split, then λ, λΣW², ‖W‖, η before and after the point, and the updates done.
const PointSize = 13

// Points are a history, on the wire one row of numbers: PointSize for each.
type Points []train.Point

// Encode implements wire.Value.
func (points Points) Encode() any {
	row := make([]float64, 0, len(points)*PointSize)
	for _, p := range points {
		row = append(row, float64(p.Epoch),
			p.Train.Loss, p.Train.Cost, p.Train.Accuracy,
			p.Validation.Loss, p.Validation.Cost, p.Validation.Accuracy,
			p.L2, p.Penalty, p.Norm, p.LearningRate, p.NextRate, float64(p.Step))
	}
	return row
}

// Decode reads what Encode wrote. A remainder shorter than a point is dropped.
func (points *Points) Decode(value any) error {
	row, _ := value.([]float64)
	*points = make(Points, len(row)/PointSize)
	for i := range *points {
		p := row[i*PointSize:]
		(*points)[i] = train.Point{
			Epoch:      int(p[0]),
			Train:      train.Metrics{Loss: p[1], Cost: p[2], Accuracy: p[3]},
			Validation: train.Metrics{Loss: p[4], Cost: p[5], Accuracy: p[6]},
			L2:         p[7], Penalty: p[8], Norm: p[9], LearningRate: p[10], NextRate: p[11], Step: int(p[12]),
		}
	}
	return nil
}

// The frames are figures for the view: those of training runs come straight from their
// worker, others from the page.
type (
	// WeightsFrame is W (K×3072, row-major) and b (K) of a run.
	WeightsFrame struct {
		Run           RunKey
		Weights, Bias []float32
	}
	// HistoryFrame replaces a run's history, starting at point From.
	HistoryFrame struct {
		Run    RunKey
		From   int
		Points Points
	}
	// MinibatchFrame replaces a run's minibatch losses, starting at value From:
	// means over Width epochs each, the first starting at epoch Start.
	MinibatchFrame struct {
		Run          RunKey
		From         int
		Start, Width float64
		Values       []float32
	}
	// DataFrame is the data that the view shows: the training split's
	// standardization, 3072 numbers each, and some images of each class, their n
	// labels and n×3072 bytes.
	DataFrame struct {
		Mean, Std      []float32
		Labels, Pixels []uint8
	}
	// MinibatchImagesFrame is the first images of the Size images in the minibatch of
	// a run's last step, 3072 bytes each.
	MinibatchImagesFrame struct {
		Run    RunKey
		Size   int
		Pixels []uint8
	}
	// ImageFrame is the image on which the network is shown at work, 3072 bytes, and
	// what the run sees of it if that is not the standardized image.
	ImageFrame struct {
		Pixels  []uint8
		X       []float32 `wire:"optional"`
		Label   int       // -1 without
		Caption string
	}
	// MeansFrame is the mean image of each class, K×3072 bytes.
	MeansFrame struct{ Pixels []uint8 }
	// ErrorsFrame is the relative error of each parameter in a gradient check, W row by
	// row, then b; an empty list clears the picture of that key.
	ErrorsFrame struct {
		Key    string
		Errors []float64
	}
)

// Frames are all kinds of frames.
var Frames = []any{
	WeightsFrame{}, HistoryFrame{}, MinibatchFrame{}, DataFrame{}, MinibatchImagesFrame{}, ImageFrame{}, MeansFrame{},
	ErrorsFrame{},
}

// Drawn is the view's answer to a worker: the weights of its last frame are on the screen.
type Drawn struct{ Milliseconds float64 }
