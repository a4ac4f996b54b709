package protocol

import "onelayer/engine/protocol/wire"

// Packer is what the packer and the page say to each other.
var Packer = wire.Program{
	Name: "packer",
	Commands: []wire.Exchange{
		{PackWeights{}, []uint8{}},
		{UnpackWeights{}, UnpackedWeights{}},
	},
}

type (
	// PackWeights answers with the bytes of a NumPy archive.
	PackWeights struct {
		Weights, Bias []float32 // W row by row, and b
		Mean          []float64 `wire:"optional"` // of the standardization, 3072
		Std           []float64 `wire:"optional"`
		Settings      string    // what describes the run, in the page's own words
		Moments       []float32 `wire:"optional"` // as Carried has them
		Best          []float32 `wire:"optional"`
	}
	// UnpackWeights reads such an archive, or one that NumPy wrote.
	UnpackWeights struct{ Bytes []uint8 }
	// UnpackedWeights is the contents of an archive; what it lacks is empty.
	UnpackedWeights struct {
		Weights, Bias []float32
		Settings      string
		Moments, Best []float32
	}
)
