package train

import (
	"cmp"
	"math"
	"slices"

	"onelayer/engine/softmax"
)

// Confusion summarizes predictions. A share of nothing is NaN.
type Confusion struct {
	Counts    [][]int     // K×K: images by true class, then by predicted class
	Shares    [][]float64 // K×K: of the images of the true class; on the diagonal the recall
	OfClass   []int       // K: images of each true class
	TakenFor  []int       // K: images of each predicted class
	Precision []float64   // K: of the images taken for a class, the share that belongs to it
	Right     int
	Unclear   int // images without a predicted class: the weights have diverged
	Accuracy  float64
	Mistakes  []Confused // the most frequent by their share first
	// Images by the probability of their true class, in bins of equal width from 0 to 1.
	RightBins, WrongBins []int
}

// Confused is images of one class that were taken for another.
type Confused struct {
	Label, Predicted int
	Share            float64
}

// ProbabilityBins is the number of bins of equal width for probabilities.
const ProbabilityBins = 20

const mostMistakes = 6

// Confusion summarizes a finished prediction with that many classes.
func (p *Prediction) Confusion(classes int) Confusion {
	c := Confusion{
		OfClass: make([]int, classes), TakenFor: make([]int, classes),
		RightBins: make([]int, ProbabilityBins), WrongBins: make([]int, ProbabilityBins),
	}
	for range classes {
		c.Counts = append(c.Counts, make([]int, classes))
	}
	for i, label := range p.Labels {
		c.add(int(label), p.Predicted[i], float64(p.OfLabel[i]))
	}
	c.divide(len(p.Labels))
	return c
}

func (c *Confusion) add(label int, predicted uint8, probability float64) {
	c.OfClass[label]++
	right := int(predicted) == label
	if right {
		c.Right++
	}
	if predicted == softmax.Unclear {
		c.Unclear++
	} else {
		c.TakenFor[predicted]++
		c.Counts[label][predicted]++
	}
	if math.IsNaN(probability) {
		return
	}
	bins := c.WrongBins
	if right {
		bins = c.RightBins
	}
	bins[min(int(probability*ProbabilityBins), ProbabilityBins-1)]++
}

// divide turns the counts into shares.
func (c *Confusion) divide(images int) {
	share := func(part, whole int) float64 {
		if whole == 0 {
			return math.NaN()
		}
		return float64(part) / float64(whole)
	}
	c.Accuracy = share(c.Right, images)
	for label, counts := range c.Counts {
		row := make([]float64, len(counts))
		for predicted, n := range counts {
			row[predicted] = share(n, c.OfClass[label])
			if label != predicted && n > 0 {
				c.Mistakes = append(c.Mistakes, Confused{label, predicted, row[predicted]})
			}
		}
		c.Shares = append(c.Shares, row)
		c.Precision = append(c.Precision, share(counts[label], c.TakenFor[label]))
	}
	slices.SortStableFunc(c.Mistakes, func(a, b Confused) int { return cmp.Compare(b.Share, a.Share) })
	c.Mistakes = c.Mistakes[:min(len(c.Mistakes), mostMistakes)]
}
