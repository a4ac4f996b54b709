package gradcheck

import "onelayer/engine/cifar10"

// The parameters of ten classes. They are numbered W row by row, then b.
const (
	Weights    = cifar10.Classes * cifar10.Dim
	Bias       = cifar10.Classes
	Parameters = Weights + Bias // 30,730
)

// shape is how many parameters there are.
type shape struct{ weights, parameters int }

func shapeOf(classes int) shape {
	weights := classes * cifar10.Dim
	return shape{weights: weights, parameters: weights + classes}
}

// Position is the place of a parameter.
type Position struct {
	Class                int
	Bias                 bool // of the class; the rest is 0
	Channel, Row, Column int  // of the weight's pixel
}

// PositionOf returns the position of parameter p of ten classes, 0 ≤ p < Parameters.
func PositionOf(p int) Position { return shapeOf(cifar10.Classes).position(p) }

func (s shape) position(p int) Position {
	if p >= s.weights {
		return Position{Class: p - s.weights, Bias: true}
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
