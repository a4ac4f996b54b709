package protocol

import "onelayer/engine/train"

// The commands about a sweep: many runs outside the list, of which only the figures
// are sent, by CellMeasured.
type (
	// StartSweep trains cells side by side, instead of the previous ones.
	StartSweep struct{ Cells []Cell }
	// PlaySweep and PauseSweep act on all of them.
	PlaySweep  struct{}
	PauseSweep struct{}
	// DropCells ends some of them; the sweep forgets them.
	DropCells struct{ Cells []int }
	// CellWeights answers with the present CellState of a cell.
	CellWeights struct{ Cell int }
)

// Cell is a run of a sweep, by a number that the page gives it.
type Cell struct {
	ID       int
	Settings Settings
}

// CellState is W then b of a cell, and its epoch and step.
type CellState struct {
	Weights     []float32
	Step, Epoch int
	Carried     *Carried `wire:"optional"`
}

// CellMeasured has a cell's figures after an epoch, or says that it has ended.
type CellMeasured struct {
	Cell int
	train.Point
	Status Status
}
