package protocol

// The commands that measure what the theory says. Weights is W then b of a run, and
// Settings are the run's, which decide how it sees images and its loss; training
// goes on meanwhile.
type (
	// Curvature answers with the CurvatureResult of the cost's Hessian on the first
	// Images training images.
	Curvature struct {
		Member
		Images int
	}
	// Ensemble answers with an EnsembleResult.
	Ensemble struct{ Members []Member }
	// NearestMean answers with the Parameters of the classifier by the nearest class mean
	// of the training split, as a run with these settings sees it.
	NearestMean struct {
		Settings Settings `wire:"optional"`
	}
	// Gram answers with GramSums of the training split as a run with these settings
	// sees it. Summed reports the progress.
	Gram struct {
		Settings Settings `wire:"optional"`
	}
	// Line answers with a LineResult: the distance between two classifiers, and the cost
	// on the first Images training images at fractions of the way from one to the other,
	// with the first one's settings.
	Line struct {
		From, To Member
		Shares   []float64
		Images   int
	}
	// Accuracies answers with SplitAccuracies.
	Accuracies struct{ Member }
)

// Member is a classifier and its run's settings.
type Member struct {
	Weights  []float32
	Settings Settings `wire:"optional"`
}

// The answers about the theory.
type (
	// CurvatureResult is the largest eigenvalue, and how it was found.
	CurvatureResult struct {
		LargestEigenvalue float64
		Iterations        int
		Residual          float64
	}
	// EnsembleResult is how many test images 1, 2, … members get right by majority, by
	// mean probability, and as the classifier of their mean weights: the last is empty if
	// they do not all transform images the same way.
	EnsembleResult struct {
		Images               int
		Vote, Mean, Averaged []float64
	}
	// LineResult is ‖W − W'‖ with b as a further column, and a cost for each
	// fraction.
	LineResult struct {
		Distance float64
		Costs    []float64
	}
	// Parameters are W, row by row, and b.
	Parameters struct{ Weights, Bias []float32 }
	// GramSums are XᵀX from the diagonal on (D×D), XᵀY (K×D), and the number of images of
	// each class.
	GramSums struct{ XX, XY, Counts []float64 }
	// SplitAccuracies are the shares of images that are right; NaN for a split
	// without images.
	SplitAccuracies struct{ Train, Validation, Test float64 }
)

// Summed says how far a Gram has come.
type Summed struct{ Share float64 }
