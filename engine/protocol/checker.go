package protocol

import "onelayer/engine/protocol/wire"

// Checker is what the checker and the page say to each other.
var Checker = wire.Program{
	Name: "checker",
	Commands: []wire.Exchange{
		{CheckGradient{}, CheckResult{}},
		{SweepGradient{}, SweepResult{}},
		{Ridge{}, RidgeResult{}},
		{CancelGradient{}, nil},
	},
	Events: []any{GradientProgressed{}},
}

// DifferenceFormula is how a numeric derivative is taken.
type DifferenceFormula string

// The formulas.
const (
	CentralDifference DifferenceFormula = "central"
	ForwardDifference DifferenceFormula = "forward"
)

func init() { wire.Choose(CentralDifference, ForwardDifference) }

// The commands of the checker.
type (
	// CheckGradient compares the gradient on the images of the inputs.
	CheckGradient struct {
		Inputs CheckInputs
		CheckOptions
	}
	// SweepGradient does so with one step size after the other.
	SweepGradient struct {
		Inputs CheckInputs
		CheckOptions
	}
	// Ridge solves ridge regression from the trainer's reply to gram.
	Ridge struct {
		GramSums
		L2 float64
	}
	// CancelGradient stops the command in progress, which is refused.
	CancelGradient struct{}
)

// CheckOptions say how a gradient is checked. An absent field has its default.
type CheckOptions struct {
	L2        float64           `wire:"optional"`
	H         float64           `wire:"optional"` // the step of the differences
	Eps       float64           `wire:"optional"` // the smallest denominator of a relative error
	Formula   DifferenceFormula `wire:"optional"`
	WholeCost bool              `wire:"optional"` // difference whole costs, else image by image
	Break     bool              `wire:"optional"` // compares a wrong gradient: λW instead of 2λW
	Mistake   string            `wire:"optional"` // compares a gradient with this mistake
}

// RidgeResult is the classifier, and whether the equations could be solved.
type RidgeResult struct {
	Parameters
	Solved bool
}

// GradientProgressed says how many of the parameters are done.
type GradientProgressed struct{ Done, Total int }

// CheckResult is the result of a check.
type CheckResult struct {
	Parameters    int
	BatchSize     int
	L2, H, Eps    float64
	Sums          SumsOfParts
	RelativeError PartErrors // of the whole gradient, in Frobenius norms
	Elementwise   SpreadOfParts
	Errors        []float64   // of each parameter: W row by row, then b
	Kernel        *PartErrors // the distance of the float32 kernels' gradient from the analytic one
}

// The parts of a CheckResult: for W and for b.
type (
	// PartErrors are relative errors.
	PartErrors struct{ Weights, Bias float64 }
	// SumsOfParts are sums over all elements.
	SumsOfParts struct{ Weights, Bias GradientSums }
	// GradientSums are those of the analytic and of the numeric gradient.
	GradientSums struct{ Analytic, Numeric float64 }
	// SpreadOfParts are the errors of single elements.
	SpreadOfParts struct{ Weights, Bias ErrorSpread }
	// ErrorSpread is the median and the largest of the errors, with the place of
	// the largest.
	ErrorSpread struct {
		Median, Largest float64
		At              ParameterPlace
	}
	// ParameterPlace is where a parameter is; a bias belongs to its class alone.
	ParameterPlace struct {
		Class                int
		Bias                 bool
		Channel, Row, Column int
	}
)

// SweepResult has a point for each step.
type SweepResult struct{ Points []SweepPoint }

// SweepPoint is the relative errors with one step of the differences.
type SweepPoint struct{ H, Weights, Bias float64 }
