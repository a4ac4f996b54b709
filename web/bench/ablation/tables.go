package main

import (
	"fmt"

	"onelayer/engine/cifar10"
	"onelayer/engine/experiment"
	"onelayer/engine/loss"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// seeds are those of each row.
var seeds = []uint64{1, 2, 3}

// row is a setting that is measured with every seed.
type row struct {
	name     string
	data     *train.Data
	settings func(seed uint64) train.Hyperparameters
}

// best prints the preset, the loss of accuracy without each of its settings, and the
// ensemble.
func best(s *shelf) {
	all := s.data(5, experiment.BestHoldOut)
	without := func(change func(*train.Hyperparameters)) func(uint64) train.Hyperparameters {
		return func(seed uint64) train.Hyperparameters {
			hp := experiment.Best(seed)
			change(&hp)
			return hp
		}
	}
	printHeading()
	runs := row{"best one layer", all, experiment.Best}.print()
	fmt.Printf("| their ensemble, mean probability | %.2f %% | |\n", 100*ensemble(all, runs))
	for _, r := range []row{
		{"without flips", all, without(func(h *train.Hyperparameters) { h.Flip = 0 })},
		{"without smoothing", all, without(func(h *train.Hyperparameters) { h.Smoothing = 0 })},
		{"without decay", all, without(func(h *train.Hyperparameters) { h.Schedule = train.Constant })},
		{"with one shard of five (9,000 images)", s.data(1, experiment.BestHoldOut), experiment.Best},
		{"with shifts of a pixel as well", all, without(func(h *train.Hyperparameters) { h.Shift = 1 })},
		{"all five shards alone", all, without(func(h *train.Hyperparameters) {
			h.Flip, h.Smoothing, h.Schedule = 0, 0, train.Constant
		})},
		{"the report's setting C", s.report(), experiment.Settings[2].Hyperparameters},
	} {
		r.print()
	}
}

// losses prints what each loss reaches at the report's settings B and C, and at ten
// times their η: the sigmoid's loss is a mean over ten classes.
func losses(s *shelf) {
	data := s.report()
	printHeading()
	for _, setting := range experiment.Settings[1:3] {
		for _, factor := range []float64{1, 10} {
			for kind, name := range loss.Names {
				row{
					fmt.Sprintf("%s, λ = %g, η = %g", name, setting.L2, factor*setting.LearningRate),
					data,
					func(seed uint64) train.Hyperparameters {
						hp := setting.Hyperparameters(seed)
						hp.Loss, hp.LearningRate = loss.Kind(kind), factor*setting.LearningRate
						return hp
					},
				}.print()
			}
		}
	}
}

func printHeading() {
	fmt.Println("| setting | test accuracy, mean of three seeds | each |\n|---|---|---|")
}

// print trains a row's runs and prints their test accuracies.
func (r row) print() []*train.Trainer {
	var runs []*train.Trainer
	sum, each := 0.0, ""
	for _, seed := range seeds {
		t := finish(r.data, r.settings(seed))
		runs = append(runs, t)
		if t.Test() == nil {
			each += " diverged"
			continue
		}
		sum += t.Test().Accuracy
		each += fmt.Sprintf(" %.2f", 100*t.Test().Accuracy)
	}
	fmt.Printf("| %s | %.2f %% |%s |\n", r.name, 100*sum/float64(len(seeds)), each)
	return runs
}

// ensemble returns the test accuracy of runs' mean probabilities.
func ensemble(all *train.Data, runs []*train.Trainer) float64 {
	const n, k = 100, cifar10.Classes
	data := runs[0].Data()
	P, sum := make([]float32, n*k), make([]float32, n*k)
	batch, right := softmax.NewBatch(n, k), 0
	for from := 0; from < data.Test.Len(); from += n {
		data.Fill(batch, data.Test, from, n)
		clear(sum)
		for _, t := range runs {
			t.Classifier().Probabilities(batch, P)
			for i, p := range P {
				sum[i] += p
			}
		}
		for i := range n {
			if largest(sum[i*k:][:k]) == int(data.Test.Label(from+i)) {
				right++
			}
		}
	}
	return float64(right) / float64(all.Test.Len())
}

// largest returns the index of the largest value.
func largest(values []float32) int {
	at := 0
	for i, v := range values {
		if v > values[at] {
			at = i
		}
	}
	return at
}
