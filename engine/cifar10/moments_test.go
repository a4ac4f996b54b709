package cifar10

import (
	"math/rand/v2"
	"testing"
)

// More images than a block, with the largest bytes among them: the fast sums
// are those of the plain loops, to the last unit.
func TestMomentsAreExact(t *testing.T) {
	const n = 2*block + 3
	pixels := make([]uint8, n*Dim)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range pixels {
		pixels[i] = uint8(rng.IntN(256))
		if d := i % Dim; d < 20 || d == Dim-1 {
			pixels[i] = 255
		}
	}
	var got, want moments
	got.add(pixels)
	addBlockPlain(&want.sum, &want.squares, pixels)
	want.n = n
	if got != want {
		t.Error("the sums differ from those of the plain loops")
	}
	if want.sum[0] != n*255 || want.squares[Dim-1] != n*255*255 {
		t.Errorf("sums of white are %d and %d", want.sum[0], want.squares[Dim-1])
	}
}

// A shard filled from records has its sums; part of one, or one that
// was made otherwise, is summed on demand.
func TestMomentsOfASplit(t *testing.T) {
	const n = 7
	records := make([]uint8, n*RecordSize)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range records {
		records[i] = uint8(rng.IntN(Classes))
	}
	shard, err := NewShard("a", n)
	if err != nil {
		t.Fatal(err)
	}
	for from := 0; from < len(records); from += 3 * RecordSize {
		if err := shard.AddRecords(records[from:min(from+3*RecordSize, len(records))]); err != nil {
			t.Fatal(err)
		}
	}
	if shard.moments.n != n {
		t.Errorf("%d images were summed as they came, want %d", shard.moments.n, n)
	}
	other := &Shard{Pixels: shard.Pixels, Labels: shard.Labels}
	split := SplitOf(shard, other)
	split.Append(shard, 2, 5)
	var want moments
	for _, pixels := range [][]uint8{shard.Pixels, shard.Pixels, shard.Pixels[2*Dim : 5*Dim]} {
		addBlockPlain(&want.sum, &want.squares, pixels)
		want.n += len(pixels) / Dim
	}
	if *split.moments() != want {
		t.Error("the sums differ from those of the plain loops")
	}
}

func BenchmarkMoments(b *testing.B) {
	pixels := make([]uint8, 1000*Dim)
	b.SetBytes(int64(len(pixels)))
	var m moments
	for b.Loop() {
		m.add(pixels)
	}
}
