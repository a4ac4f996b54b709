package reader_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"reflect"
	"testing"
	"testing/iotest"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

func TestReadMAT(t *testing.T) {
	for _, n := range []int{1, 2, 5, 300} {
		want := cifar10test.Random("data_batch_1.mat", n, 1)
		for _, compressed := range []bool{false, true} {
			file := cifar10test.MAT(want, compressed)
			for _, hint := range []int64{0, int64(len(file))} {
				got, err := reader.ReadMAT(iotest.HalfReader(bytes.NewReader(file)), want.Name, hint)
				if err != nil {
					t.Fatalf("%d images, compressed %v, size hint %d: %v", n, compressed, hint, err)
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf(
						"%d images, compressed %v, size hint %d: the shard that was read differs from the one that was written",
						n,
						compressed,
						hint,
					)
				}
			}
		}
	}
}

func TestReadMATImageAColumn(t *testing.T) {
	want := cifar10test.Random("shard", 3, 1)
	file := cifar10test.MATFile(true,
		cifar10test.MATBytes("labels", want.Labels, 1, 3),
		cifar10test.MATBytes("data", want.Pixels, cifar10.Dim, 3))
	got, err := reader.ReadMAT(bytes.NewReader(file), "shard", 0)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("the shard that was read differs from the one that was written")
	}
}

func TestReadMATRefuses(t *testing.T) {
	shard := cifar10test.Random("shard", 2, 1)
	plain, packed := cifar10test.MAT(shard, false), cifar10test.MAT(shard, true)
	labels, data := cifar10test.MATBytes(
		"labels",
		shard.Labels,
		2,
		1,
	), cifar10test.MATBytes(
		"data",
		shard.Pixels,
		2,
		cifar10.Dim,
	)
	level4 := bytes.Clone(plain)
	binary.LittleEndian.PutUint16(level4[124:], 0x0200)
	flipped := bytes.Clone(packed)
	flipped[len(flipped)/2] ^= 0x40
	tests := []struct {
		name string
		file []byte
		says string
	}{
		{"empty", nil, "ends too early"},
		{"a header alone", plain[:128], "without “data” and “labels”"},
		{"cut in the pixels", plain[:3000], "ends too early"},
		{"cut in packed pixels", packed[:3000], "ends too early"},
		{"cut before the labels", plain[:len(plain)-8], "ends too early"},
		{"a flipped bit", flipped, "is damaged"},
		{"another version", level4, "a version other than 5"},
		{"no labels", cifar10test.MATFile(true, data), "without “data” and “labels”"},
		{"no data", cifar10test.MATFile(true, labels), "without “data” and “labels”"},
		{
			"another shape",
			cifar10test.MATFile(false, labels, cifar10test.MATBytes("data", make([]byte, 2*1024), 2, 1024)),
			"“data” of shape 2×1024",
		},
		{
			"a label too few",
			cifar10test.MATFile(false, data, cifar10test.MATBytes("labels", []byte{1}, 1, 1)),
			"1 labels for 2 images",
		},
		{
			"label 10",
			cifar10test.MATFile(false, data, cifar10test.MATBytes("labels", []byte{1, 10}, 2, 1)),
			"label 10 in record 2",
		},
		{
			"CIFAR-100",
			cifar10test.MATFile(true, data, cifar10test.MATBytes("fine_labels", []byte{1, 1}, 2, 1)),
			"is CIFAR-100, with 100 classes",
		},
		{"data twice", cifar10test.MATFile(true, data, data), "holds \"data\" twice"},
		{
			"a shape without its bytes",
			cifar10test.MATFile(true, cifar10test.MATBytes("data", nil, 100_000, cifar10.Dim)),
			"is damaged",
		},
	}
	for _, test := range tests {
		shard, err := reader.ReadMAT(bytes.NewReader(test.file), "wrong.mat", 0)
		cifar10test.Refused(t, test.name, shard, err, "wrong.mat", test.says)
	}
}

func TestReadMATGenuine(t *testing.T) {
	file := cifar10test.Read(t, "mat/first_1000_of_test_batch.mat")
	shard, err := reader.ReadMAT(bytes.NewReader(file), "test_batch.mat", int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	sameAsTestBatch(t, shard)
	meta := cifar10test.Read(t, "mat/batches.meta.mat")
	if _, err := reader.ReadMAT(bytes.NewReader(meta), "batches.meta.mat", int64(len(meta))); !errors.Is(
		err,
		reader.ErrNoImages,
	) {
		t.Errorf("batches.meta.mat gives %v", err)
	}
}

func FuzzReadMAT(f *testing.F) {
	shard := cifar10test.Random("shard", 1, 1)
	plain, packed := cifar10test.MAT(shard, false), cifar10test.MAT(shard, true)
	for _, file := range [][]byte{plain, packed, plain[:1000], packed[:1000], plain[:128]} {
		f.Add(file, true)
	}
	f.Fuzz(func(t *testing.T, file []byte, sized bool) {
		hint := int64(0)
		if sized {
			hint = int64(len(file))
		}
		cifar10test.Check(t, 3*cifar10test.FuzzRoom+2<<20, func() (*cifar10.Shard, error) {
			return reader.ReadMATWithin(bytes.NewReader(file), "fuzz", hint, cifar10test.FuzzRoom, reader.Decompress)
		})
	})
}

func BenchmarkReadMAT(b *testing.B) {
	shard := cifar10test.Random("shard", 10_000, 1)
	for name, packed := range map[string]bool{"plain": false, "packed": true} {
		file := cifar10test.MAT(shard, packed)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := reader.ReadMAT(bytes.NewReader(file), "shard", int64(len(file))); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
