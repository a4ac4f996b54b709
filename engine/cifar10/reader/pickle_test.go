package reader_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

func TestReadPickle(t *testing.T) {
	want := cifar10test.Random("data_batch_1", 300, 1)
	want.Title = "training batch 1 of 5"
	file := cifar10test.Pickle(want, want.Title)
	for _, hint := range []int64{0, int64(len(file))} {
		got, err := reader.ReadPickle(iotest.HalfReader(bytes.NewReader(file)), want.Name, hint)
		if err != nil {
			t.Fatalf("size hint %d: %v", hint, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("size hint %d: the shard that was read differs from the one that was written", hint)
		}
	}
}

// Python's own pickler wrote these: see testdata/pickles/make.py.
func TestReadPickleSavedAgain(t *testing.T) {
	for _, path := range pickles(t) {
		file := read(t, path)
		shard, err := reader.ReadPickle(bytes.NewReader(file), path, int64(len(file)))
		if err != nil {
			t.Error(err)
			continue
		}
		if shard.Len() != 2 || shard.Labels[0] != 3 || shard.Labels[1] != 4 {
			t.Errorf("%s: %d images, labels %v", path, shard.Len(), shard.Labels)
		}
		for i, x := range shard.Pixels {
			if x != uint8(i*7%251) {
				t.Errorf("%s: byte %d of the pixels is %d, want %d", path, i, x, i*7%251)
				break
			}
		}
	}
}

// pickles returns the paths of the files that Python's own pickler wrote.
func pickles(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob("testdata/pickles/*_*")
	if err != nil || len(paths) < 8 {
		tb.Fatalf("%d pickles, error %v", len(paths), err)
	}
	return append(paths, "testdata/pickles/fortran", "testdata/pickles/interleaved")
}

func read(tb testing.TB, path string) []byte {
	tb.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return file
}

func TestReadPickleRefuses(t *testing.T) {
	good := cifar10test.Pickle(cifar10test.Random("shard", 2, 1), "")
	swap := func(old, new string) []byte {
		if !bytes.Contains(good, []byte(old)) {
			t.Fatalf("the pickle holds no %q", old)
		}
		return bytes.Replace(good, []byte(old), []byte(new), 1)
	}
	tests := []struct {
		name string
		file []byte
		says string
	}{
		{"empty", nil, "ends too early"},
		{"cut in the labels", good[:60], "ends too early"},
		{"cut in the pixels", good[:3000], "ends too early"},
		{"cut before its end", good[:len(good)-1], "ends too early"},
		{"os.system", []byte("\x80\x02cos\nsystem\nU\x06reboot\x85R."), `asks for “os.system”`},
		{"os.system, protocol 4", []byte("\x80\x04\x8c\x02os\x8c\x06system\x93."), `asks for “os.system”`},
		{"eval", []byte("\x80\x02c__builtin__\neval\nU\x011\x85R."), `asks for “__builtin__.eval”`},
		{"a longer name", []byte("\x80\x02c" + strings.Repeat("x", 5000)), "a name of more than 128 bytes"},
		{"protocol 0", []byte("(dp0\nS'data'\n"), "ends too early"},
		{"protocol 9", []byte("\x80\x09}."), "protocol 9 does not exist"},
		{"no dict", []byte("\x80\x02]."), "without images and labels"},
		{"an empty dict", []byte("\x80\x02}."), `without images and labels`},
		{"CIFAR-100", []byte("\x80\x02}(U\x0bfine_labels]U\x04data]u."), "is CIFAR-100, with 100 classes"},
		{"a string of 2 GB", []byte("\x80\x02T\xff\xff\xff\x7f"), "needs more than"},
		{"a string of 2⁶³ bytes", []byte("\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\xff"), "needs more than"},
		{"a million marks", append([]byte("\x80\x02"), bytes.Repeat([]byte("("), 1_000_000)...), "needs more than"},
		{"an object", []byte("\x80\x02ccopy_reg\n_reconstructor\n."), `asks for “copy_reg._reconstructor”`},
		{"an empty stack", []byte("\x80\x02."), "the stack is empty"},
		{"an unknown memo", []byte("\x80\x02h\x07."), "nothing is stored under 7"},
		{"label 10", swap("K\x01e", "K\x0ae"), "label 10 in record 2"},
		{"a label too few", swap("K\x01e", "e"), "1 labels for 2 images"},
		{"text for a label", swap("K\x01e", "U\x01xe"), "no list of whole numbers"},
		{"floats", swap("U\x02u1", "U\x02f1"), "array of type"},
		{"objects", swap("U\x02u1", "U\x02O8"), "an array of values without a list of them"},
		{"another shape", swap("J\x02\x00\x00\x00M\x00\x0c", "J\x04\x00\x00\x00M\x00\x06"), "shape 4×1536; images are"},
		{"a shape too large", swap("J\x02\x00\x00\x00", "J\x02\x00\x00\x70"), "is damaged"},
		{"a negative shape", swap("J\x02\x00\x00\x00", "J\x02\x00\x00\xf0"), "is damaged"},
		{"batches.meta", cifar10test.BatchesMeta(), "holds no images"},
	}
	for _, test := range tests {
		for _, hint := range []int64{0, int64(len(test.file))} {
			shard, err := reader.ReadPickle(bytes.NewReader(test.file), "wrong", hint)
			cifar10test.Refused(t, test.name, shard, err, "wrong", test.says)
		}
	}
}

func TestReadPickleGenuine(t *testing.T) {
	file := cifar10test.Read(t, "py/first_1000_of_test_batch")
	shard, err := reader.ReadPickle(bytes.NewReader(file), "test_batch", int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	sameAsTestBatch(t, shard)
	if shard.Title != "testing batch 1 of 1" {
		t.Errorf("the title is %q", shard.Title)
	}
	meta := cifar10test.Read(t, "py/batches.meta")
	if _, err := reader.ReadPickle(bytes.NewReader(meta), "batches.meta", 0); !errors.Is(err, reader.ErrNoImages) {
		t.Errorf("batches.meta gives %v", err)
	}
}

// sameAsTestBatch compares a shard with the first 1,000 images of the binary
// version's test_batch.
func sameAsTestBatch(t *testing.T, shard *cifar10.Shard) {
	t.Helper()
	want := cifar10test.Shard(t, "test_batch")
	const n = 1000
	if shard.Len() != n || !bytes.Equal(shard.Labels, want.Labels[:n]) ||
		!bytes.Equal(shard.Pixels, want.Pixels[:n*cifar10.Dim]) {
		t.Errorf("%d images, not the first %d of test_batch.bin", shard.Len(), n)
	}
}

func FuzzReadPickle(f *testing.F) {
	for _, path := range pickles(f) {
		f.Add(read(f, path), true)
	}
	good := cifar10test.Pickle(cifar10test.Random("shard", 1, 1), "")
	f.Add(good, true)
	f.Add(good[:2000], false)
	f.Add(cifar10test.BatchesMeta(), true)
	for _, seed := range smallCases() {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, file []byte, sized bool) {
		hint := int64(0)
		if sized {
			hint = int64(len(file))
		}
		// Twice the file while it grows, and a hundred bytes for each value.
		most := 4*uint64(len(file)) + 64<<20
		cifar10test.Check(t, most, func() (*cifar10.Shard, error) {
			return reader.ReadPickleWithin(bytes.NewReader(file), "fuzz", hint, cifar10test.FuzzRoom)
		})
	})
}

func BenchmarkReadPickle(b *testing.B) {
	file := cifar10test.Pickle(cifar10test.Random("shard", 10_000, 1), "")
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := reader.ReadPickle(bytes.NewReader(file), "shard", int64(len(file))); err != nil {
			b.Fatal(err)
		}
	}
}
