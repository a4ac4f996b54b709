package softmax

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"onelayer/engine/cifar10"
)

var batchSizes = []int{1, 2, 7, 99, 100, 128}

// TestAgainstOracle compares losses, probabilities, gradients and updates of every
// kernel with float64, for batch sizes that do and don't fill the vectors.
func TestAgainstOracle(t *testing.T) {
	const l2, learningRate, tolerance = 0.1, 0.01, 2e-6
	split := randomSplit(150, 1)
	z := cifar10.Standardize(split)
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(slices.Max(batchSizes), kernel)
		for _, n := range batchSizes {
			c := randomClassifier(uint64(n))
			want := newOracle(c, split, 3, n, z)
			wantDW, wantDb := want.gradient(l2)
			b.FillRange(split, 3, n, NewScaler(z))

			P := make([]float32, n*classes)
			c.Probabilities(b, P)
			if d := difference(P, want.p); d > tolerance {
				t.Errorf("n=%d: probabilities differ by %.1e", n, d)
			}
			dW, db := make([]float32, weights), make([]float32, classes)
			loss := c.Gradient(b, l2, dW, db)
			if d := math.Abs(loss-want.loss) / want.loss; d > tolerance {
				t.Errorf("n=%d: loss %v, want %v", n, loss, want.loss)
			}
			if d := difference(dW, wantDW); d > tolerance {
				t.Errorf("n=%d: ∂J/∂W differs by %.1e", n, d)
			}
			if d := difference(db, wantDb); d > tolerance {
				t.Errorf("n=%d: ∂J/∂b differs by %.1e", n, d)
			}
			if lossSum, _ := c.Score(b); lossSum != loss*float64(n) {
				t.Errorf("n=%d: Score gives loss sum %v, Gradient %v", n, lossSum, loss*float64(n))
			}
			if got := c.Step(b, learningRate, l2); got != loss {
				t.Errorf("n=%d: Step gives loss %v, Gradient %v", n, got, loss)
			}
			for j, d := range wantDW {
				want.w[j] -= learningRate * d
			}
			for k, d := range wantDb {
				want.b[k] -= learningRate * d
			}
			c.Weights(dW, db)
			if d := max(difference(dW, want.w), difference(db, want.b)); d > tolerance {
				t.Errorf("n=%d: weights after Step differ by %.1e", n, d)
			}
		}
	})
}

// TestGradientAgainstDifferences checks the oracle, and with it the kernels, by
// centred differences of the cost for some parameters.
func TestGradientAgainstDifferences(t *testing.T) {
	const l2, tolerance = 0.1, 1e-7
	split := randomSplit(10, 2)
	o := newOracle(randomClassifier(2), split, 0, 10, cifar10.Standardize(split))
	dW, db := o.gradient(l2)
	check := func(name string, parameter *float64, want float64) {
		before := *parameter
		got := fd.Derivative(func(v float64) float64 {
			*parameter = v
			return o.cost(l2)
		}, before, &fd.Settings{Formula: fd.Central})
		*parameter = before
		if math.Abs(got-want) > tolerance {
			t.Errorf("%s: %v by differences, %v analytically", name, got, want)
		}
	}
	for k := range classes {
		check(fmt.Sprintf("b[%d]", k), &o.b[k], db[k])
		at := k*dim + k*277
		check(fmt.Sprintf("W[%d]", at), &o.w[at], dW[at])
	}
}

// TestFill gives the same minibatch by range and by indices, from two shards.
func TestFill(t *testing.T) {
	first, second := randomSplit(5, 3), randomSplit(6, 4)
	both := new(cifar10.Split)
	for _, s := range []*cifar10.Split{first, second} {
		shard := &cifar10.Shard{}
		for i := range s.Len() {
			shard.Pixels = append(shard.Pixels, s.Image(i)...)
			shard.Labels = append(shard.Labels, s.Label(i))
		}
		both.Append(shard, 0, shard.Len())
	}
	z := cifar10.Standardize(both)
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b, shuffled := newBatch(9, kernel), newBatch(9, kernel)
		b.FillRange(both, 2, 9, NewScaler(z)) // larger first: its images must not count
		b.FillRange(both, 3, 5, NewScaler(z))
		shuffled.Fill(both, []int32{3, 4, 5, 6, 7}, NewScaler(z))
		if b.Len() != 5 || shuffled.Len() != 5 {
			t.Fatalf("lengths %d and %d, want 5", b.Len(), shuffled.Len())
		}
		for i := range 5 {
			for d := range dim {
				at := d/tile*b.padded*tile + i*tile + d%tile
				want := (float64(both.Image(3 + i)[d]) - z.Mean[d]) / z.Std[d]
				if math.Abs(float64(b.x[at])-want) > 1e-6 || b.x[at] != shuffled.x[at] {
					t.Fatalf("image %d, input %d: %v by range, %v by index, want %v",
						i, d, b.x[at], shuffled.x[at], want)
				}
			}
			if b.labels[i] != both.Label(3+i) || b.labels[i] != shuffled.labels[i] {
				t.Errorf("image %d has label %d, want %d", i, b.labels[i], both.Label(3+i))
			}
		}
	})
}

func TestFillRefuses(t *testing.T) {
	split := randomSplit(10, 5)
	s := NewScaler(cifar10.Standardize(split))
	for _, test := range []struct{ from, n int }{{0, 0}, {0, 9}, {5, 6}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d images from %d on fit a batch of 8", test.n, test.from)
				}
			}()
			NewBatch(8, classes).FillRange(split, test.from, test.n, s)
		}()
	}
}

// TestWeights round-trips weights and shows that a clone is apart.
func TestWeights(t *testing.T) {
	c := New(classes)
	W, b := make([]float32, weights), make([]float32, classes)
	for j := range W {
		W[j] = float32(j)
	}
	b[9] = 7
	c.SetWeights(W, b)
	clone := c.Clone()
	c.Init(rand.New(rand.NewPCG(1, 1)), 0.01)
	gotW, gotB := make([]float32, weights), make([]float32, classes)
	clone.Weights(gotW, gotB)
	if !slices.Equal(W, gotW) || !slices.Equal(b, gotB) {
		t.Error("the weights are not those that were set")
	}
}

// TestInit pins the order of the draws: W row by row, then b.
func TestInit(t *testing.T) {
	c := New(classes)
	c.Init(rand.New(rand.NewPCG(5, 6)), 0.01)
	W, b := make([]float32, weights), make([]float32, classes)
	c.Weights(W, b)
	rng := rand.New(rand.NewPCG(5, 6))
	var squares float64
	for j, v := range append(W, b...) {
		if want := float32(rng.NormFloat64() * 0.01); v != want {
			t.Fatalf("parameter %d is %v, want %v", j, v, want)
		}
		if j < weights {
			squares += float64(v) * float64(v)
		}
	}
	if got := c.SumSquares(); math.Abs(got-squares) > 1e-12 {
		t.Errorf("SumSquares is %v, want %v", got, squares)
	}
}

// TestExtremes: large logits stay exact, and NaN and infinite weights give NaN
// results.
func TestExtremes(t *testing.T) {
	split := randomSplit(8, 6)
	s := NewScaler(cifar10.Standardize(split))
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(8, kernel)
		b.FillRange(split, 0, 8, s)
		for _, test := range []struct {
			bias        float32 // of class 3
			loss, other float64 // of an image of class 3, and of another
		}{
			{1e6, 0, 1e6},
			{-1e6, 1e6 + math.Log(9), math.Log(9)},
			{float32(math.NaN()), math.NaN(), math.NaN()},
			{float32(math.Inf(1)), math.NaN(), math.NaN()},
		} {
			c := New(classes)
			c.b[3] = test.bias
			var want float64
			for i := range 8 {
				if split.Label(i) == 3 {
					want += test.loss
				} else {
					want += test.other
				}
			}
			got, correct := c.Score(b)
			if math.IsNaN(want) != math.IsNaN(got) || math.Abs(got-want) > 1e-7*want {
				t.Errorf("bias %v: loss sum %v, want %v", test.bias, got, want)
			}
			if math.IsNaN(float64(test.bias)) && correct != 0 {
				t.Errorf("%d images are correct with NaN logits", correct)
			}
			c.Step(b, 0.1, 0)
			if W := c.w[0]; math.IsNaN(want) != math.IsNaN(float64(W)) {
				t.Errorf("bias %v: a weight is %v after Step", test.bias, W)
			}
		}
	})
}

// TestLearns: 40 epochs of full-batch descent fit the noise.
func TestLearns(t *testing.T) {
	split := randomSplit(200, 7)
	s := NewScaler(cifar10.Standardize(split))
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b, c := newBatch(200, kernel), New(classes)
		b.FillRange(split, 0, 200, s)
		first := c.Step(b, 0.01, 0)
		for range 40 {
			c.Step(b, 0.01, 0)
		}
		lossSum, correct := c.Score(b)
		if math.Abs(first-math.Log(classes)) > 1e-6 {
			t.Errorf("first loss %v, want log 10", first)
		}
		if lossSum/200 > 0.25 || correct != 200 {
			t.Errorf("after 40 steps the loss is %v and %d of 200 are correct", lossSum/200, correct)
		}
	})
}

func TestNoAllocation(t *testing.T) {
	split := randomSplit(10, 8)
	s := NewScaler(cifar10.Standardize(split))
	c, indices := New(classes), []int32{3, 1, 2}
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(10, kernel)
		if n := testing.AllocsPerRun(5, func() {
			b.Fill(split, indices, s)
			b.FillRange(split, 0, 10, s)
			c.Step(b, 0.1, 0.1)
			c.Score(b)
		}); n != 0 {
			t.Errorf("Fill, Step and Score make %v allocations", n)
		}
	})
}

// TestPredict compares Predict with Score and Probabilities, for every kernel.
func TestPredict(t *testing.T) {
	split := randomSplit(150, 4)
	scaler := NewScaler(cifar10.Standardize(split))
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		b := newBatch(slices.Max(batchSizes), kernel)
		for _, n := range batchSizes {
			c := randomClassifier(uint64(n))
			b.FillRange(split, 3, n, scaler)
			P := make([]float32, n*classes)
			c.Probabilities(b, P)
			_, want := c.Score(b)
			class, ofLabel, ofClass := make([]uint8, n), make([]float32, n), make([]float32, n)
			c.Predict(b, class, ofLabel, ofClass)
			correct := 0
			for i := range n {
				p, y := P[i*classes:][:classes], split.Label(3+i)
				if class[i] == y {
					correct++
				}
				if ofLabel[i] != p[y] || ofClass[i] != p[class[i]] || ofClass[i] != slices.Max(p) {
					t.Errorf("n=%d, image %d: class %d, %v and %v of %v", n, i, class[i], ofLabel[i], ofClass[i], p)
				}
			}
			if correct != want {
				t.Errorf("n=%d: %d right, Score counts %d", n, correct, want)
			}
		}
	})
}

func TestPredictWithoutNumbers(t *testing.T) {
	split := randomSplit(2, 5)
	c := randomClassifier(1)
	c.b[3] = float32(math.NaN())
	b := NewBatch(2, classes)
	b.FillRange(split, 0, 2, NewScaler(cifar10.Standardize(split)))
	class, ofLabel, ofClass := make([]uint8, 2), make([]float32, 2), make([]float32, 2)
	c.Predict(b, class, ofLabel, ofClass)
	if class[0] != Unclear || class[1] != Unclear {
		t.Errorf("classes %v of logits that are no numbers", class)
	}
}
