// Package loss names the losses that a one-layer network can be trained with. For an image with
// logits s, K of them, and label y:
//
//	Softmax   −log p_y                         p = softmax(s): cross-entropy
//	Sigmoid   −(1/K) Σ_k log q_k               q_y = σ(s_y), and 1 − σ(s_k) for the others:
//	                                           binary cross-entropy, the mean over the classes
//	Hinge     Σ_{k≠y} max(0, s_k − s_y + 1)    the multi-class support vector machine, margin 1
//
// All use the same λ. The arithmetic is in packages softmax (float32) and reference (float64).
package loss

import "slices"

// Kind is one of the losses. The zero value is Softmax.
type Kind uint8

// The losses.
const (
	Softmax Kind = iota
	Sigmoid
	Hinge
)

// Names are the losses' names on the page, in the order of their kinds.
var Names = []string{"softmax", "bce", "svm"}

// String returns the loss's name on the page.
func (k Kind) String() string { return Names[k] }

// Parse returns the loss with that name, and false if there is none.
func Parse(name string) (Kind, bool) {
	i := slices.Index(Names, name)
	return Kind(max(i, 0)), i >= 0
}
