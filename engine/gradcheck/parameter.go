package gradcheck

import "onelayer/engine/cifar10"

// The parameters are numbered: W row by row, then b.
const (
	Weights    = cifar10.Classes * cifar10.Dim
	Bias       = cifar10.Classes
	Parameters = Weights + Bias // 30,730
)

// Position says which parameter a number is.
type Position struct {
	Class                int
	Bias                 bool // of the class; the rest is 0
	Channel, Row, Column int  // of the weight's pixel
}

// PositionOf returns the position of parameter p, 0 ≤ p < Parameters.
func PositionOf(p int) Position {
	if p >= Weights {
		return Position{Class: p - Weights, Bias: true}
	}
	const plane = cifar10.Height * cifar10.Width
	pixel := p % plane
	return Position{
		Class:   p / cifar10.Dim,
		Channel: p % cifar10.Dim / plane,
		Row:     pixel / cifar10.Width,
		Column:  pixel % cifar10.Width,
	}
}
