package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/softmax"
	"onelayer/engine/theory"
	"onelayer/engine/train"
)

// classifierAs returns the classifier of a member, the data as it sees them, which may
// have to be prepared, and its settings.
func (s *Session) classifierAs(m protocol.Member) (*softmax.Classifier, *train.Data, train.Hyperparameters, error) {
	seen, hp, err := s.seenBy(m.Settings)
	if err != nil {
		return nil, nil, hp, err
	}
	c, err := s.classifierOf(m.Weights)
	if err != nil {
		return nil, nil, hp, err
	}
	c.Loss = hp.Loss
	return c, seen, hp, nil
}

// task is the work of a look once the data are ready.
type task struct {
	advance func() (done bool)
	answer  func() any
}

// look queues a task, which is created when the data are ready.
func (s *Session) look(id int, seen *train.Data, begin func() task) {
	var t *task
	s.looks.queue = append(s.looks.queue, look{
		id: id,
		advance: func() bool {
			if !seen.Prepare(preparedAtOnce) {
				return false
			}
			if t == nil {
				begun := begin()
				t = &begun
			}
			return t.advance()
		},
		answer: func() any { return t.answer() },
	})
}

func (s *Session) measureCurvature(id int, c protocol.Curvature) error {
	classifier, seen, hp, err := s.classifierAs(c.Member)
	if err != nil {
		return err
	}
	if c.Images < 1 {
		return refusal.NotWholeFromTo("images", 1, seen.Train.Len())
	}
	s.look(id, seen, func() task {
		m := theory.NewCurvature(seen, c.Images, classifier, hp.L2)
		return task{m.Advance, func() any {
			return protocol.CurvatureResult{
				LargestEigenvalue: m.Largest,
				Iterations:        m.Iterations,
				Residual:          m.Residual,
			}
		}}
	})
	return nil
}

func (s *Session) measureEnsemble(id int, c protocol.Ensemble) error {
	if len(c.Members) == 0 {
		return refusal.Missing("members")
	}
	members, data := make([]theory.Member, len(c.Members)), make([]*train.Data, len(c.Members))
	alike := true
	for i, m := range c.Members {
		classifier, seen, hp, err := s.classifierAs(m)
		if err != nil {
			return err
		}
		members[i].Classifier, data[i] = classifier, seen
		alike = alike && seen == data[0] && hp.Loss == members[0].Classifier.Loss
	}
	var e *theory.Ensemble
	var averaged []*theory.Accuracy
	ready := 0
	s.looks.queue = append(s.looks.queue, look{
		id: id,
		advance: func() bool {
			for ; ready < len(data); ready++ {
				if !data[ready].Prepare(preparedAtOnce) {
					return false
				}
				members[ready].View = data[ready].View()
			}
			if e == nil {
				e = theory.NewEnsemble(members, s.data.Test)
				for n := range members {
					if alike {
						averaged = append(
							averaged,
							theory.NewAccuracy(members[0].View, theory.Average(members[:n+1]), s.data.Test),
						)
					}
				}
			}
			if !e.Advance() {
				return false
			}
			for _, a := range averaged {
				if !a.Advance() {
					return false
				}
			}
			return true
		},
		answer: func() any {
			right := make([]int, len(averaged))
			for n, a := range averaged {
				right[n] = a.Right[0]
			}
			return protocol.EnsembleResult{
				Images:   e.Images,
				Vote:     numbers(e.Vote),
				Mean:     numbers(e.Mean),
				Averaged: numbers(right),
			}
		},
	})
	return nil
}

func (s *Session) measureLine(id int, c protocol.Line) error {
	from, seen, hp, err := s.classifierAs(c.From)
	if err != nil {
		return err
	}
	to, err := s.classifierOf(c.To.Weights)
	if err != nil {
		return err
	}
	s.look(id, seen, func() task {
		l := theory.NewLine(seen, c.Images, from, to, c.Shares, hp.L2)
		return task{l.Advance, func() any { return protocol.LineResult{Distance: l.Distance, Costs: l.Costs} }}
	})
	return nil
}

func (s *Session) findNearestMean(id int, c protocol.NearestMean) error {
	seen, _, err := s.seenBy(c.Settings)
	if err != nil {
		return err
	}
	s.look(id, seen, func() task {
		means := cifar10.NewClassMeans(seen.Train, seen.Classes)
		return task{func() bool { return means.Advance(100) }, func() any {
			W, b := weightsOf(theory.NearestMean(seen, means))
			return protocol.Parameters{Weights: W, Bias: b}
		}}
	})
	return nil
}

func (s *Session) sumGram(id int, c protocol.Gram) error {
	seen, _, err := s.seenBy(c.Settings)
	if err != nil {
		return err
	}
	s.look(id, seen, func() task {
		g := theory.NewGram(seen)
		told := 0
		return task{
			func() bool {
				finished := g.Advance()
				if done, all := g.Progress(); done != told {
					told = done
					s.Post(protocol.Summed{Share: float64(done) / float64(all)})
				}
				return finished
			},
			func() any { return protocol.GramSums{XX: g.XX, XY: g.XY, Counts: g.Counts} },
		}
	})
	return nil
}

func (s *Session) measureAccuracies(id int, c protocol.Accuracies) error {
	classifier, seen, _, err := s.classifierAs(c.Member)
	if err != nil {
		return err
	}
	s.look(id, seen, func() task {
		a := theory.NewAccuracy(seen.View(), classifier, seen.TrainAsRead(s.data), s.data.Validation, s.data.Test)
		return task{a.Advance, func() any {
			share := func(split int) float64 { return float64(a.Right[split]) / float64(a.Images[split]) }
			return protocol.SplitAccuracies{Train: share(0), Validation: share(1), Test: share(2)}
		}}
	})
	return nil
}

// numbers returns integers as the page's Float64Array.
func numbers(whole []int) []float64 {
	list := make([]float64, len(whole))
	for i, n := range whole {
		list[i] = float64(n)
	}
	return list
}
