package protocol

import "onelayer/engine/train"

// The commands that look at the images of a split.
type (
	// Predict answers with Predictions of W then b of a run, or without them of the
	// current run's. Settings are the run's, since they decide how it sees images, or
	// none for the current run's. Training goes on meanwhile.
	Predict struct {
		Split    SplitName
		Weights  []float32 `wire:"optional"`
		Settings Settings  `wire:"optional"`
	}
	// SplitImages answers with the pixels of some images of a split, 3072 bytes each,
	// in the order of Indices.
	SplitImages struct {
		Split   SplitName
		Indices []int
	}
	// MeasureClasses answers with the ClassMeans of a split. Training goes on meanwhile.
	MeasureClasses struct{ Split SplitName }
	// Explain answers with what W then b compute on some images, 3072 bytes each.
	// Settings are as in Predict.
	Explain struct {
		Pixels   []uint8
		Weights  []float32
		Settings Settings `wire:"optional"`
	}
	// FindFlip answers with the smallest change of an image that makes W then b predict
	// another class. Settings are as in Predict, without smoothing.
	FindFlip struct {
		Pixels   []uint8
		Weights  []float32
		Settings Settings `wire:"optional"`
	}
	// MeasureWeights answers with the WeightFigures of W then b of a run with that
	// much smoothing.
	MeasureWeights struct {
		Weights   []float32
		Smoothing int
	}
	// ShrinkPicture answers with a square of a picture as an image, 3072 bytes. Pixels are
	// red, green, blue and opacity, row by row.
	ShrinkPicture struct {
		Pixels     []uint8
		Width      int
		X, Y, Size float64
	}
)

// The answers about the images of a split.
type (
	// Predictions have an entry for each image of the split in its order, and the
	// figures that follow from them.
	Predictions struct {
		Labels    []uint8
		Predicted []uint8   // classes; 255 where the logits are NaN
		OfLabel   []float32 // probabilities of the labels
		OfClass   []float32 // probabilities of the predicted classes
		Confusion train.Confusion
	}
	// ClassMeans are the mean image of each class of a split.
	ClassMeans struct {
		Means   []float32 // K×3072, in bytes' range
		Counts  []float64 // images of each class
		Overall []float64 // 3072, of all images
	}
	// Explanations are one for each image.
	Explanations struct{ Images []train.Explanation }
	// WeightFigures describe weights.
	WeightFigures struct {
		Norms     []float64 // K: ‖W_k‖
		Templates []float32 // K×3072: W·S, the same weights for images before smoothing; empty without it
	}
)
