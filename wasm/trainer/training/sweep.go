package training

import (
	"slices"

	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/engine/train"
)

// sweep is a set of runs outside the list that train side by side, so that runs with
// the same images in the same batches share their conversion.
type sweep struct {
	cells   []*cell
	playing bool
}

type cell struct {
	id      int
	trainer *train.Trainer
}

// mostCells bounds a sweep: each keeps its weights.
const mostCells = 1000

func (s *Session) playSweep(id int, _ protocol.PlaySweep) error {
	s.sweep.playing = s.sweep.leader() != nil
	s.Reply(id, nil)
	return nil
}

func (s *Session) pauseSweep(id int, _ protocol.PauseSweep) error {
	s.sweep.playing = false
	s.Reply(id, nil)
	return nil
}

func (s *Session) dropCells(id int, c protocol.DropCells) error {
	s.sweep.cells = slices.DeleteFunc(s.sweep.cells, func(own *cell) bool { return slices.Contains(c.Cells, own.id) })
	s.Reply(id, nil)
	return nil
}

func (s *Session) startSweep(id int, c protocol.StartSweep) error {
	wanted := c.Cells
	if len(wanted) == 0 {
		return refusal.Missing("cells")
	}
	if len(wanted) > mostCells {
		return refusal.NotWholeFromTo("cells", 1, mostCells)
	}
	cells, trainers := make([]*cell, len(wanted)), make([]*train.Trainer, len(wanted))
	for i, w := range wanted {
		settings, err := w.Settings.Apply(s.settings)
		if err != nil {
			return err
		}
		trainer, err := train.New(s.data, settings)
		if err != nil {
			return err
		}
		cells[i], trainers[i] = &cell{id: w.ID, trainer: trainer}, trainer
	}
	train.GoTogether(trainers...)
	s.sweep = sweep{cells: cells, playing: true}
	s.Reply(id, nil)
	return nil
}

// leader returns the first cell that has work left, or nil.
func (w *sweep) leader() *cell {
	for _, c := range w.cells {
		if !over(c.trainer) {
			return c
		}
	}
	return nil
}

// workSweep trains all cells for a slice of time: each does a unit of work in turn.
func (s *Session) workSweep() {
	deadline := s.now().Add(slice)
	for s.sweep.leader() != nil {
		for _, c := range s.sweep.cells {
			if !over(c.trainer) {
				s.advanceCell(c)
			}
		}
		if s.now().After(deadline) {
			return
		}
	}
	s.sweep.playing = false
}

// advanceCell does one unit of a cell's work and reports the outcome.
func (s *Session) advanceCell(c *cell) {
	t := c.trainer
	points := len(t.History())
	t.Advance()
	history := t.History()
	if len(history) > points || over(t) {
		measured := protocol.CellMeasured{Cell: c.id, Status: status(t, true)}
		if len(history) > 0 {
			measured.Point = history[len(history)-1]
		}
		s.Post(measured)
	}
}

func (s *Session) replyCell(id int, wanted protocol.CellWeights) error {
	for _, c := range s.sweep.cells {
		if c.id == wanted.Cell {
			t := c.trainer
			W, b := weightsOf(t.Classifier())
			s.Reply(
				id,
				protocol.CellState{Weights: append(W, b...), Step: t.Step(), Epoch: t.Epoch(), Carried: carried(t)},
			)
			return nil
		}
	}
	return refusal.New("no-cell", "There is no cell {n} any more.", refusal.Values{"n": wanted.Cell})
}
