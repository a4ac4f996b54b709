package npz

import (
	"archive/zip"
	"bytes"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/sbinet/npyio/npy"

	"onelayer/engine/cifar10"
)

// network returns one of noise.
func network() *Network {
	rng := rand.New(rand.NewPCG(1, 2))
	n := &Network{
		W: make([]float32, cifar10.Classes*cifar10.Dim), B: make([]float32, cifar10.Classes),
		Mean: make([]float64, cifar10.Dim), Std: make([]float64, cifar10.Dim),
		Settings: `{"name":"λ 0.1"}`,
	}
	for i := range n.W {
		n.W[i] = float32(rng.NormFloat64())
	}
	for i := range n.B {
		n.B[i] = float32(rng.NormFloat64())
	}
	n.Moments, n.Best = make([]float32, 2*(len(n.W)+len(n.B))), slices.Concat(n.W, n.B)
	for i := range n.Moments {
		n.Moments[i] = float32(rng.NormFloat64())
	}
	for i := range n.Mean {
		n.Mean[i], n.Std[i] = 255*rng.Float64(), 64*rng.Float64()
	}
	return n
}

func written(t *testing.T, n *Network) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := n.Write(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func read(file []byte) (*Network, error) {
	return Read(bytes.NewReader(file), int64(len(file)))
}

func TestRoundTrip(t *testing.T) {
	want := network()
	got, err := read(written(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.W, want.W) || !slices.Equal(got.B, want.B) {
		t.Error("the weights come back changed")
	}
	if !slices.Equal(got.Moments, want.Moments) || !slices.Equal(got.Best, want.Best) {
		t.Error("what the run carries comes back changed")
	}
	if !slices.Equal(got.Mean, want.Mean) || !slices.Equal(got.Std, want.Std) {
		t.Error("the standardization comes back changed")
	}
	if got.Settings != want.Settings {
		t.Errorf("the settings come back as %q", got.Settings)
	}
}

// Networks of other numbers of classes come back as they are.
func TestOtherClasses(t *testing.T) {
	ten := network()
	for _, k := range []int{2, 3, 9, 20} {
		want := &Network{W: slices.Repeat(ten.W, 2)[:k*cifar10.Dim], B: slices.Repeat(ten.B, 2)[:k]}
		got, err := read(written(t, want))
		if err != nil || !slices.Equal(got.W, want.W) || !slices.Equal(got.B, want.B) {
			t.Errorf("%d classes: %v", k, err)
		}
	}
}

func TestBareWeights(t *testing.T) {
	n := network()
	n.Mean, n.Std, n.Settings = nil, nil, ""
	if got, err := read(written(t, n)); err != nil || got.Mean != nil || got.Settings != "" {
		t.Errorf("W and b alone: %v", err)
	}
}

// archive returns a file with the given entries.
func archive(t *testing.T, entries map[string][]byte) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, content := range entries {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func array(t *testing.T, v any) []byte {
	t.Helper()
	var content bytes.Buffer
	if err := npy.Write(&content, v); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// TestFortranOrder reads what NumPy writes of a transposed W.
func TestFortranOrder(t *testing.T) {
	want := network()
	columns := new([cifar10.Dim][cifar10.Classes]float32)
	for k := range cifar10.Classes {
		for d := range cifar10.Dim {
			columns[d][k] = want.W[k*cifar10.Dim+d]
		}
	}
	W := array(t, *columns)
	const inC, inFortran = "False, 'shape': (3072, 10), }", "True, 'shape': (10, 3072), } "
	if !bytes.Contains(W, []byte(inC)) {
		t.Fatalf("another header than expected: %q", W[:128])
	}
	W = bytes.Replace(W, []byte(inC), []byte(inFortran), 1)
	got, err := read(archive(t, map[string][]byte{"W.npy": W, "b.npy": array(t, [10]float32(want.B))}))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.W, want.W) {
		t.Error("the weights come back in another order")
	}
}

func TestRefused(t *testing.T) {
	whole := array(t, matrix(network().W, 10))
	weights := func(W []byte) []byte { return archive(t, map[string][]byte{"W.npy": W}) }
	for name, tc := range map[string]struct {
		file []byte
		want string
	}{
		"no archive":    {[]byte("not a zip"), "no .npz"},
		"no W":          {archive(t, map[string][]byte{"b.npy": array(t, [10]float32{})}), "no array W"},
		"another shape": {weights(array(t, [10][12]float32{})), "shape"},
		"another type":  {weights(array(t, [10][3072]int32{})), "type"},
		"no header":     {weights([]byte("\x93NUMPY\x01\x00\x04\x00    ")), "W cannot be read"},
		"a huge header": {weights([]byte("\x93NUMPY\x02\x00\xff\xff\xff\xff")), "cut off"},
		"cut off":       {weights(whole[:1000]), ""},
	} {
		if _, err := read(tc.file); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want an error with %q", name, err, tc.want)
		}
	}
}

// A small archive that unpacks to very much is refused before most is unpacked.
func TestBomb(t *testing.T) {
	var bomb bytes.Buffer
	w := zip.NewWriter(&bomb)
	file, err := w.Create("W.npy")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 256 {
		file.Write(zeros)
	}
	w.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = read(bomb.Bytes())
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("it is read as %v", err)
	}
	if memory := after.TotalAlloc - before.TotalAlloc; memory > 16<<20 {
		t.Errorf("%d MB were allocated", memory>>20)
	}
}

func FuzzRead(f *testing.F) {
	// Zeros compress to a small file, so that a change meets what holds them together more often than a weight.
	zeros := &Network{W: make([]float32, cifar10.Classes*cifar10.Dim), B: make([]float32, cifar10.Classes)}
	described := *zeros
	described.Mean, described.Std, described.Settings = make([]float64, cifar10.Dim), make([]float64, cifar10.Dim), "{}"
	for _, n := range []*Network{zeros, &described} {
		var file bytes.Buffer
		if err := n.Write(&file); err != nil {
			f.Fatal(err)
		}
		f.Add(file.Bytes())
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if n, err := read(file); err == nil &&
			(len(n.W) != cifar10.Classes*cifar10.Dim || len(n.B) != cifar10.Classes) {
			t.Errorf("%d weights and %d biases were read", len(n.W), len(n.B))
		}
	})
}
