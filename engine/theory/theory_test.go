package theory

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/loss"
	"onelayer/engine/reference"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

func data(n int) *train.Data {
	return train.NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{
			cifar10test.Random("a", n, 1),
			cifar10test.Random("b", n, 2),
			cifar10test.Random("c", n, 3),
		},
		Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
}

func random(seed uint64) *softmax.Classifier {
	c := softmax.New(cifar10.Classes)
	c.Init(rand.New(rand.NewPCG(seed, 0)), .02)
	return c
}

func twin(c *softmax.Classifier) *reference.Model {
	m := reference.New(c.Classes(), cifar10.Dim)
	W, b := make([]float32, c.Classes()*cifar10.Dim), make([]float32, c.Classes())
	c.Weights(W, b)
	m.SetWeights(W, b)
	m.Kind = c.Loss
	return m
}

// TestCurvatureAgainstReference: the largest eigenvalue is that of a power iteration in
// float64, for every loss.
func TestCurvatureAgainstReference(t *testing.T) {
	const n, l2 = 130, .1
	d := data(n)
	X, _ := reference.Inputs(d.Train, d.Standardization, 0, n)
	for kind, name := range loss.Names {
		c := random(1)
		c.Loss = loss.Kind(kind)
		m := NewCurvature(d, n, c, l2)
		for !m.Advance() {
		}
		model, v := twin(c), twin(random(9))
		want := 0.0
		for range 300 {
			dW, db := model.HessianProduct(X, v, l2)
			all := append(mat.DenseCopyOf(dW).RawMatrix().Data, db.RawVector().Data...)
			want = floats.Norm(all, 2)
			v = &reference.Model{W: dW, B: db}
			v.W.Scale(1/want, v.W)
			v.B.ScaleVec(1/want, v.B)
		}
		if math.Abs(m.Largest-want) > 2e-3*want || m.Residual > 1e-2 {
			t.Errorf("%s: L = %v after %d iterations, residual %v; want %v",
				name, m.Largest, m.Iterations, m.Residual, want)
		}
	}
}

// TestEnsemble: with one member it is that member; the average of a classifier with itself
// is itself; more members than one can outvote the first.
func TestEnsemble(t *testing.T) {
	d := data(130)
	a, b, c := random(1), random(2), random(3)
	members := []Member{{a, d.View()}, {b, d.View()}, {c, d.View()}}
	e := NewEnsemble(members, d.Test)
	for !e.Advance() {
	}
	right := func(c *softmax.Classifier) int {
		m := NewAccuracy(d.View(), c, d.Test)
		for !m.Advance() {
		}
		return m.Right[0]
	}
	if e.Vote[0] != right(a) || e.Mean[0] != right(a) {
		t.Errorf("one member is right %d and %d times, want %d", e.Vote[0], e.Mean[0], right(a))
	}
	if got := e.Mean[2]; got != byMean(d, a, b, c) {
		t.Errorf("three by mean probability are right %d times, want %d", got, byMean(d, a, b, c))
	}
	if got := right(Average([]Member{members[0], members[0]})); got != right(a) {
		t.Errorf("the average of twice the same is right %d times, want %d", got, right(a))
	}
}

// TestLine: the ends cost what the reference says, and nothing between them lies above
// the chord.
func TestLine(t *testing.T) {
	const n, l2 = 130, .1
	d, from, to := data(n), random(1), random(2)
	l := NewLine(d, n, from, to, []float64{0, .5, 1}, l2)
	for !l.Advance() {
	}
	X, y := reference.Inputs(d.Train, d.Standardization, 0, n)
	for i, c := range []*softmax.Classifier{from, to} {
		if want := twin(c).Cost(X, y, l2); math.Abs(l.Costs[2*i]-want) > 1e-4*want {
			t.Errorf("an end costs %v, want %v", l.Costs[2*i], want)
		}
	}
	if chord := (l.Costs[0] + l.Costs[2]) / 2; l.Costs[1] >= chord {
		t.Errorf("the middle costs %v, the chord's is %v", l.Costs[1], chord)
	}
	if same := NewLine(d, n, from, from, nil, l2); !same.Advance() || same.Distance != 0 || !(l.Distance > 0) {
		t.Errorf("distances %v and %v", same.Distance, l.Distance)
	}
}

// byMean counts by the reference.
func byMean(d *train.Data, classifiers ...*softmax.Classifier) int {
	X, y := reference.Inputs(d.Test, d.Standardization, 0, d.Test.Len())
	var sum mat.Dense
	for i, c := range classifiers {
		P := reference.Probabilities(twin(c).Logits(X))
		if i == 0 {
			sum.CloneFrom(P)
		} else {
			sum.Add(&sum, P)
		}
	}
	return int(math.Round(reference.Accuracy(&sum, y) * float64(len(y))))
}

// TestNearestMean: it predicts the class whose mean is nearest.
func TestNearestMean(t *testing.T) {
	d := data(130)
	means := cifar10.NewClassMeans(d.Train, d.Classes)
	means.Advance(d.Train.Len())
	c := NearestMean(d, means)
	m := NewAccuracy(d.View(), c, d.Train, d.Validation)
	for !m.Advance() {
	}
	z, mean, want := d.Standardization, means.Means(), 0
	for i := range d.Validation.Len() {
		best, at := math.Inf(1), 0
		for k := range d.Classes {
			distance := 0.0
			for j, x := range d.Validation.Image(i) {
				v := (float64(x) - float64(mean[k*cifar10.Dim+j])) / z.Std[j]
				distance += v * v
			}
			if distance < best {
				best, at = distance, k
			}
		}
		if at == int(d.Validation.Label(i)) {
			want++
		}
	}
	if m.Right[1] != want || m.Images[1] != 130 {
		t.Errorf("%d of %d are right, want %d", m.Right[1], m.Images[1], want)
	}
}

// TestGram compares XᵀX and XᵀY with float64.
func TestGram(t *testing.T) {
	const n = 230
	d := data(n)
	g := NewGram(d)
	for !g.Advance() {
	}
	X, y := reference.Inputs(d.Train, d.Standardization, 0, n)
	rng := rand.New(rand.NewPCG(4, 0))
	for range 300 {
		i := rng.IntN(cifar10.Dim)
		j := i + rng.IntN(cifar10.Dim-i)
		want := mat.Dot(X.ColView(i), X.ColView(j))
		if got := g.XX[i*cifar10.Dim+j]; math.Abs(got-want) > 1e-4*n {
			t.Fatalf("XᵀX[%d][%d] is %v, want %v", i, j, got, want)
		}
		want = 0
		for image := range n {
			if int(y[image]) == i%10 {
				want += X.At(image, j)
			}
		}
		if got := g.XY[i%10*cifar10.Dim+j]; math.Abs(got-want) > 1e-9*n {
			t.Fatalf("XᵀY[%d][%d] is %v, want %v", i%10, j, got, want)
		}
	}
	if sum := floats.Sum(g.Counts); sum != n {
		t.Errorf("%v images are counted", sum)
	}
}
