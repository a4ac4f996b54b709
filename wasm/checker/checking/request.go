package checking

import (
	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
	"onelayer/engine/gradcheck"
	"onelayer/engine/protocol"
	"onelayer/engine/reference"
	"onelayer/engine/refusal"
)

// request is the request for a check.
type request struct {
	model           *reference.Model
	images          *cifar10.Split
	standardization *cifar10.Standardization
	kernelGradient  []float32 // dW then db, or nil
	options         gradcheck.Options
}

// newRequest takes the options and the trainer's reply to gradientInputs. The
// batch is all of the inputs' images.
func newRequest(inputs protocol.CheckInputs, o protocol.CheckOptions) (*request, error) {
	shard := &cifar10.Shard{Name: "the minibatch", Pixels: inputs.Pixels, Labels: inputs.Labels}
	if err := shard.Validate(); err != nil {
		return nil, err
	}
	if len(inputs.Mean) != cifar10.Dim || len(inputs.Std) != cifar10.Dim ||
		len(inputs.Bias) == 0 || len(inputs.Weights) != len(inputs.Bias)*cifar10.Dim {
		return nil, refusal.Missing("inputs")
	}
	r := &request{
		images: cifar10.SplitOf(shard),
		standardization: &cifar10.Standardization{
			Mean: [cifar10.Dim]float64(inputs.Mean),
			Std:  [cifar10.Dim]float64(inputs.Std),
		},
		model:          reference.New(len(inputs.Bias), cifar10.Dim),
		kernelGradient: inputs.KernelGradient,
		options: gradcheck.Options{
			BatchSize: shard.Len(), L2: o.L2, H: o.H, Eps: o.Eps, Formula: formulas[o.Formula], WholeCost: o.WholeCost,
		},
	}
	if o.Break {
		r.options.Mistake = gradcheck.HalfPenalty
	}
	if o.Mistake != "" {
		r.options.Mistake = gradcheck.Mistake(o.Mistake)
	}
	r.model.SetWeights(inputs.Weights, inputs.Bias)
	r.model.Kind = inputs.Loss
	return r, nil
}

// formulas are the differences that a check can use.
var formulas = map[protocol.DifferenceFormula]fd.Formula{
	protocol.CentralDifference: fd.Central,
	protocol.ForwardDifference: fd.Forward,
}
