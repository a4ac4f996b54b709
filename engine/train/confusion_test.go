package train

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"onelayer/engine/softmax"
)

// TestConfusion: three images of class 0, two of class 1, and one of class 2 whose logits
// are not numbers.
func TestConfusion(t *testing.T) {
	none := float32(math.NaN())
	p := Prediction{
		Labels:    []uint8{0, 0, 0, 1, 1, 2},
		Predicted: []uint8{0, 1, 1, 1, 0, softmax.Unclear},
		OfLabel:   []float32{.75, .25, .05, 1, 0, none},
	}
	c := p.Confusion(3)
	for what, test := range map[string][2]any{
		"counts":    {c.Counts, [][]int{{1, 2, 0}, {1, 1, 0}, {0, 0, 0}}},
		"of class":  {c.OfClass, []int{3, 2, 1}},
		"taken for": {c.TakenFor, []int{2, 3, 0}},
		"shares":    {c.Shares, [][]float64{{1. / 3, 2. / 3, 0}, {.5, .5, 0}, {0, 0, 0}}},
		"precision": {c.Precision, []float64{.5, 1. / 3, math.NaN()}},
		"right":     {c.Right, 2},
		"unclear":   {c.Unclear, 1},
		"accuracy":  {c.Accuracy, 2. / 6},
		"mistakes":  {c.Mistakes, []Confused{{0, 1, 2. / 3}, {1, 0, .5}}},
	} {
		if got, want := fmt.Sprint(test[0]), fmt.Sprint(test[1]); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	right, wrong := make([]int, ProbabilityBins), make([]int, ProbabilityBins)
	right[15], right[ProbabilityBins-1] = 1, 1 // 0.75, and 1 in the last
	wrong[0], wrong[1], wrong[5] = 1, 1, 1
	if !slices.Equal(c.RightBins, right) || !slices.Equal(c.WrongBins, wrong) {
		t.Errorf("bins of right images %v, of wrong ones %v", c.RightBins, c.WrongBins)
	}
}

// TestConfusionListsTheMostFrequentMistakes, not all of them.
func TestConfusionListsTheMostFrequentMistakes(t *testing.T) {
	var p Prediction
	for label := range uint8(10) {
		for range label + 1 {
			p.Labels, p.Predicted = append(p.Labels, label), append(p.Predicted, (label+1)%10)
			p.OfLabel = append(p.OfLabel, 0)
		}
	}
	if c := p.Confusion(10); len(c.Mistakes) != mostMistakes || c.Mistakes[0] != (Confused{0, 1, 1}) {
		t.Errorf("mistakes %v", c.Mistakes)
	}
}

// TestByClassIsTheConfusionsDiagonal: what a run counts while it measures its validation
// split is what a prediction of the split comes to.
func TestByClassIsTheConfusionsDiagonal(t *testing.T) {
	data := noise(250)
	trainer := mustNew(t, data, Hyperparameters{LearningRate: .01, BatchSize: 50, Epochs: 3, Seed: 1})
	points := 0
	for !trainer.Finished() {
		trainer.Advance()
		history := trainer.History()
		if len(history) == points {
			continue
		}
		points = len(history)
		p := NewPrediction(data.View(), data.Validation, trainer.Reached().Clone())
		for batch := NewPredictionBatch(data.Classes); !p.Advance(batch); {
		}
		c, got := p.Confusion(data.Classes), trainer.ByClass()
		right := 0
		for class, counts := range c.Counts {
			if got.Right[class] != counts[class] || got.Images[class] != c.OfClass[class] {
				t.Errorf("epoch %d, class %d: %d of %d right, want %d of %d",
					points-1, class, got.Right[class], got.Images[class], counts[class], c.OfClass[class])
			}
			right += got.Right[class]
		}
		if want := history[points-1].Validation.Accuracy; float64(right)/float64(data.Validation.Len()) != want {
			t.Errorf("epoch %d: %d right, accuracy %g", points-1, right, want)
		}
	}
	if points != 4 {
		t.Errorf("%d points", points)
	}
}
