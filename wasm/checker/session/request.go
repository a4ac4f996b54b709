package session

import (
	"fmt"

	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
	"onelayer/engine/gradcheck"
	"onelayer/engine/reference"
)

// request is what a check is asked for.
type request struct {
	model           *reference.Model
	images          *cifar10.Split
	standardization *cifar10.Standardization
	kernelGradient  []float32 // dW then db, or nil
	options         gradcheck.Options
}

// decodeRequest reads the options and, in inputs, the trainer's answer to
// gradientInputs.
func decodeRequest(message map[string]any) (*request, error) {
	r := new(request)
	if err := r.decodeInputs(message["inputs"]); err != nil {
		return nil, err
	}
	return r, r.decodeOptions(message)
}

func (r *request) decodeInputs(value any) error {
	inputs, _ := value.(map[string]any)
	pixels, _ := inputs["pixels"].([]uint8)
	labels, _ := inputs["labels"].([]uint8)
	mean, _ := inputs["mean"].([]float64)
	std, _ := inputs["std"].([]float64)
	W, _ := inputs["weights"].([]float32)
	b, _ := inputs["bias"].([]float32)
	shard := &cifar10.Shard{Name: "the minibatch", Pixels: pixels, Labels: labels}
	if err := shard.Validate(); err != nil {
		return err
	}
	if len(mean) != cifar10.Dim || len(std) != cifar10.Dim || len(W) != gradcheck.Weights || len(b) != gradcheck.Bias {
		return fmt.Errorf("inputs: expected what the trainer answers to gradientInputs")
	}
	r.images = cifar10.SplitOf(shard)
	r.standardization = &cifar10.Standardization{Mean: [cifar10.Dim]float64(mean), Std: [cifar10.Dim]float64(std)}
	r.model = reference.New(cifar10.Classes, cifar10.Dim)
	r.model.SetWeights(W, b)
	r.kernelGradient, _ = inputs["kernelGradient"].([]float32)
	return nil
}

// decodeOptions reads l2, h, eps, formula ("central" or "forward"), wholeCost and
// break; any may be absent. The batch is all of the inputs' images.
func (r *request) decodeOptions(message map[string]any) error {
	o := &r.options
	o.BatchSize = r.images.Len()
	for field, to := range map[string]*float64{"l2": &o.L2, "h": &o.H, "eps": &o.Eps} {
		number, isNumber := message[field].(float64)
		if !isNumber && message[field] != nil {
			return fmt.Errorf("%s: expected a number", field)
		}
		*to = number
	}
	switch message["formula"] {
	case nil, "central":
		o.Formula = fd.Central
	case "forward":
		o.Formula = fd.Forward
	default:
		return fmt.Errorf("formula: expected central or forward")
	}
	o.WholeCost, _ = message["wholeCost"].(bool)
	o.Break, _ = message["break"].(bool)
	return nil
}
