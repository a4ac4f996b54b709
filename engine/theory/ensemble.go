package theory

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// Member is a classifier and how its run sees images.
type Member struct {
	Classifier *softmax.Classifier
	View       train.View
}

// Ensemble measures on a split what classifiers predict together: the first, the first
// two, and so on.
type Ensemble struct {
	Images     int
	Vote, Mean []int // images that are right by majority and by mean probability, of 1, 2, … members

	members []Member
	split   *cifar10.Split
	batch   *softmax.Batch
	next    int
	p, sum  []float32 // n×K
	votes   []int     // n×K
}

// NewEnsemble starts with members: at least one, all with the same number of
// classes.
func NewEnsemble(members []Member, split *cifar10.Split) *Ensemble {
	classes := members[0].Classifier.Classes()
	return &Ensemble{
		Images: split.Len(), Vote: make([]int, len(members)), Mean: make([]int, len(members)),
		members: members, split: split, batch: softmax.NewBatch(imagesAtOnce, classes),
		p: make(
			[]float32,
			imagesAtOnce*classes,
		), sum: make([]float32, imagesAtOnce*classes), votes: make([]int, imagesAtOnce*classes),
	}
}

// Advance evaluates the members on some more images, and reports whether all are
// done.
func (e *Ensemble) Advance() (done bool) {
	n := min(imagesAtOnce, e.Images-e.next)
	if n == 0 {
		return true
	}
	k := e.batch.Classes()
	clear(e.sum)
	clear(e.votes)
	for m, member := range e.members {
		member.View.Fill(e.batch, e.split, e.next, n)
		p := e.p[:n*k]
		member.Classifier.Probabilities(e.batch, p)
		for i := range n {
			own := p[i*k:][:k]
			e.votes[i*k+largest(own)]++
			for j, v := range own {
				e.sum[i*k+j] += v
			}
			label := int(e.split.Label(e.next + i))
			if majority(e.votes[i*k:][:k], e.sum[i*k:][:k]) == label {
				e.Vote[m]++
			}
			if largest(e.sum[i*k:][:k]) == label {
				e.Mean[m]++
			}
		}
	}
	e.next += n
	return e.next == e.Images
}

// largest returns the first index of the largest value.
func largest(values []float32) int {
	at := 0
	for i, v := range values {
		if v > values[at] {
			at = i
		}
	}
	return at
}

// majority returns the class with most votes; of several, the one with the
// largest sum.
func majority(votes []int, sum []float32) int {
	at := 0
	for k, v := range votes {
		if v > votes[at] || v == votes[at] && sum[k] > sum[at] {
			at = k
		}
	}
	return at
}

// Average returns the classifier of the members' mean weights. With one layer the mean
// of the weights gives the mean of the logits.
func Average(members []Member) *softmax.Classifier {
	average := members[0].Classifier.Clone()
	share := 1 / float32(len(members))
	average.Combine(share, 0, average, share, 0)
	for _, m := range members[1:] {
		average.Combine(1, share, m.Classifier, 1, share)
	}
	return average
}
