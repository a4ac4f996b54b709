package softmax

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
)

// TestAugment compares the images of a transformed minibatch with the definition: out(y, x) is the
// standardized in(y − dy, ±(x − dx)), or 0 outside, with draws inside their bounds.
func TestAugment(t *testing.T) {
	const n, shift = 41, 3
	split := randomSplit(n, 11)
	s := NewScaler(cifar10.Standardize(split))
	eachKernel(t, func(t *testing.T, kernel *kernels) {
		plain, bent := newBatch(n, kernel), newBatch(n, kernel)
		plain.FillRange(split, 0, n, s)
		a := &Augmenter{Flip: .5, Shift: shift}
		a.Seed(7, 1)
		bent.FillRangeAugmented(split, 0, n, s, a)
		flips, moves := 0, map[move]bool{}
		for i := range n {
			by, flipped, found := howBent(plain, bent, s, split, i, shift)
			if !found {
				t.Fatalf("image %d is bent in no way that it may be", i)
			}
			if flipped {
				flips++
			}
			moves[by] = true
			if bent.labels[i] != split.Label(i) {
				t.Errorf("image %d has label %d, want %d", i, bent.labels[i], split.Label(i))
			}
		}
		if flips < 10 || flips > 31 || len(moves) < 15 {
			t.Errorf("%d of %d images are flipped, and there are %d moves", flips, n, len(moves))
		}
	})
}

// howBent finds the flip and the move that make image i of plain that of bent.
func howBent(plain, bent *Batch, s *Scaler, split *cifar10.Split, i, shift int) (by move, flipped, found bool) {
	for dy := -shift; dy <= shift; dy++ {
		for dx := -shift; dx <= shift; dx++ {
			for _, flipped := range []bool{false, true} {
				if isBent(bent, s, split.Image(i), i, dx, dy, flipped) {
					return move{dx, dy}, flipped, true
				}
			}
		}
	}
	return move{}, false, false
}

func isBent(bent *Batch, s *Scaler, image []uint8, i, dx, dy int, flipped bool) bool {
	for d := range dim {
		plane, y, x := d/1024*1024, d%1024/32, d%32
		fromY, fromX := y-dy, x-dx
		want := float32(0)
		if fromY >= 0 && fromY < 32 && fromX >= 0 && fromX < 32 {
			if flipped {
				fromX = 31 - fromX
			}
			want = float32(image[plane+fromY*32+fromX])*s.scale[d] + s.shift[d]
		}
		if got := bent.x[d/tile*bent.padded*tile+i*tile+d%tile]; got-want > 1e-6 || want-got > 1e-6 {
			return false
		}
	}
	return true
}

func TestAugmentBySeed(t *testing.T) {
	split := randomSplit(20, 12)
	s := NewScaler(cifar10.Standardize(split))
	fill := func(seed, stream uint64) []float32 {
		b, a := NewBatch(20, classes), &Augmenter{Flip: .5, Shift: 2}
		a.Seed(seed, stream)
		b.FillAugmented(split, []int32{3, 1, 19, 7}, s, a)
		return slices.Clone(b.x)
	}
	if !slices.Equal(fill(1, 2), fill(1, 2)) {
		t.Error("the same seed bends in another way")
	}
	if slices.Equal(fill(1, 2), fill(1, 3)) || slices.Equal(fill(1, 2), fill(2, 2)) {
		t.Error("another seed bends in the same way")
	}
}

func TestAugmentAllocatesNothing(t *testing.T) {
	split := randomSplit(10, 13)
	s := NewScaler(cifar10.Standardize(split))
	b, a, indices := NewBatch(10, classes), &Augmenter{Flip: .5, Shift: 1}, []int32{3, 1, 2}
	if n := testing.AllocsPerRun(5, func() {
		a.Seed(1, 1)
		b.FillRangeAugmented(split, 0, 10, s, a)
		b.FillAugmented(split, indices, s, a)
	}); n != 0 {
		t.Errorf("bending makes %v allocations", n)
	}
}
