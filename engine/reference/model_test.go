package reference_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/floats/scalar"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/reference"
)

// near reports whether a and b agree within tol, absolutely or relatively.
func near(a, b, tol float64) bool { return scalar.EqualWithinAbsOrRel(a, b, tol, tol) }

// ExampleProbabilities works one image by hand: x = (1, 2), three classes.
func ExampleProbabilities() {
	m := reference.New(3, 2)
	m.W = mat.NewDense(3, 2, []float64{
		1, 0,
		0, 1,
		-1, 0,
	})
	m.B.SetVec(2, 3)
	X := mat.NewDense(1, 2, []float64{1, 2})

	S := m.Logits(X)
	fmt.Println("S", mat.Formatted(S))
	fmt.Printf("P %.4f\n", mat.Formatted(reference.Probabilities(S)))
	// Output:
	// S [1  2  2]
	// P [0.1554  0.4223  0.4223]
}

func TestUntrainedLossIsLogK(t *testing.T) {
	_, X, y := randomCase(5, 10, 3, 1, 8)
	m := reference.New(10, 3)
	if got := m.Cost(X, y, 1); !near(got, math.Log(10), 1e-15) {
		t.Errorf("cost of zero weights = %v, want log 10", got)
	}
}

func TestCostByHand(t *testing.T) {
	// Two images, two classes; logits (0, log 3) for both, so P = (¼, ¾).
	m := reference.New(2, 1)
	m.W.Set(1, 0, math.Log(3))
	X := mat.NewDense(2, 1, []float64{1, 1})
	y := []uint8{0, 1}

	loss := (math.Log(4) + math.Log(4./3)) / 2
	if got := reference.Loss(m.Logits(X), y); !near(got, loss, 1e-15) {
		t.Errorf("loss = %v, want %v", got, loss)
	}
	cost := loss + .5*math.Log(3)*math.Log(3) // λ = ½ and no other ½
	if got := m.Cost(X, y, .5); !near(got, cost, 1e-15) {
		t.Errorf("cost = %v, want %v", got, cost)
	}
	if got := reference.Accuracy(m.Logits(X), y); got != .5 {
		t.Errorf("accuracy = %v, want ½", got)
	}
	// ∂J/∂W = mean of (¼−1, ¾) and (¼, ¾−1), plus 2λW.
	dW, db := m.Gradient(X, y, .5)
	if !near(dW.At(0, 0), -.25, 1e-15) || !near(dW.At(1, 0), .25+math.Log(3), 1e-15) {
		t.Errorf("∂J/∂W = %v", mat.Formatted(dW))
	}
	if !near(db.AtVec(0), -.25, 1e-15) || !near(db.AtVec(1), .25, 1e-15) {
		t.Errorf("∂J/∂b = %v", mat.Formatted(db))
	}
}

// TestLargeLogits: a loss of 2000 is a loss of 2000, not infinity.
func TestLargeLogits(t *testing.T) {
	S := mat.NewDense(2, 2, []float64{1000, -1000, 1000, -1000})
	if got := reference.Loss(S, []uint8{0, 1}); got != 1000 {
		t.Errorf("mean of losses 0 and 2000 = %v", got)
	}
	P := reference.Probabilities(S)
	if P.At(0, 0) != 1 || P.At(0, 1) != 0 {
		t.Errorf("P = %v", mat.Formatted(P))
	}
}

func TestInit(t *testing.T) {
	m := reference.New(10, 3072)
	m.Init(rand.New(rand.NewPCG(1, 0)), .01)
	if std := math.Sqrt(m.SumSquares() / 30720); math.Abs(std-.01) > 1e-4 {
		t.Errorf("standard deviation = %v, want .01", std)
	}
	rng := rand.New(rand.NewPCG(1, 0))
	first, second := .01*rng.NormFloat64(), .01*rng.NormFloat64()
	if m.W.At(0, 0) != first || m.W.At(0, 1) != second {
		t.Error("W is not drawn row by row")
	}
}

func TestFloat32RoundTrip(t *testing.T) {
	W, b := []float32{1, 2, 3, 4, 5, 6}, []float32{.5, .25}
	m := reference.New(2, 3)
	m.SetWeights(W, b)
	if m.W.At(1, 0) != 4 || m.B.AtVec(1) != .25 {
		t.Errorf("W = %v, b = %v", mat.Formatted(m.W), mat.Formatted(m.B))
	}
	gotW, gotB := make([]float32, 6), make([]float32, 2)
	m.Weights(gotW, gotB)
	if fmt.Sprint(gotW, gotB) != fmt.Sprint(W, b) {
		t.Errorf("got %v %v", gotW, gotB)
	}
}
