package cifar10_test

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"io"
	"reflect"
	"slices"
	"testing"
	"testing/iotest"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/refusal"
)

func TestReadBinary(t *testing.T) {
	want := cifar10test.Random("shard", 23, 1)
	file := cifar10test.Binary(want)
	readers := map[string]func(io.Reader) io.Reader{
		"whole":        func(r io.Reader) io.Reader { return r },
		"byte by byte": iotest.OneByteReader,
		"halves":       iotest.HalfReader,
		"data and EOF": iotest.DataErrReader,
	}
	for name, wrap := range readers {
		for _, hint := range []int64{-1, 0, int64(len(file)), cifar10.RecordSize} {
			got, err := cifar10.ReadBinary(wrap(bytes.NewReader(file)), "shard", hint)
			if err != nil {
				t.Fatalf("%s, size hint %d: %v", name, hint, err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s, size hint %d: the shard that was read differs from the one that was written", name, hint)
			}
		}
	}
}

func TestReadBinaryRefuses(t *testing.T) {
	file := cifar10test.Binary(cifar10test.Random("shard", 3, 1))
	badLabel := bytes.Clone(file)
	badLabel[cifar10.RecordSize] = 10
	tests := []struct {
		name string
		file []byte
		hint int64
		says string
	}{
		{"empty", nil, 0, "is empty"},
		{"cut inside an image", file[:2*cifar10.RecordSize+100], 0, "ends inside image 2: 100 of its 3073 bytes"},
		{"cut after a label", file[:cifar10.RecordSize+1], 0, "ends inside image 1: 1 of its 3073 bytes"},
		{"cut, size known", file[:2*cifar10.RecordSize+100], 2*cifar10.RecordSize + 100, "2 whole records of 3073"},
		{"label 10", badLabel, 0, "label 10 in record 2"},
		{"text", []byte("not a shard"), 0, "label 110"},
		{"size beyond all reason", file, cifar10.RecordSize << 40, "too large"},
	}
	for _, test := range tests {
		shard, err := cifar10.ReadBinary(bytes.NewReader(test.file), "wrong.bin", test.hint)
		cifar10test.Refused(t, test.name, shard, err, "wrong.bin ", test.says)
	}
}

func TestReadBinaryKeepsTheCause(t *testing.T) {
	cause := errors.New("the disk is gone")
	file := cifar10test.Binary(cifar10test.Random("shard", 2, 1))
	for _, cut := range []int{0, 1, 100, cifar10.RecordSize, cifar10.RecordSize + 1} {
		r := io.MultiReader(bytes.NewReader(file[:cut]), iotest.ErrReader(cause))
		if _, err := cifar10.ReadBinary(r, "shard", 0); !errors.Is(err, cause) {
			t.Errorf("after %d bytes: %v does not wrap the reader's error", cut, err)
		}
	}
}

// The sums are those of the official files.
func TestReadBinaryGenuine(t *testing.T) {
	tests := []struct {
		name, md5 string
		counts    [cifar10.Classes]int
	}{
		{
			"data_batch_1",
			"5dd7e06a14cb22eb9f671a540d1b7c25",
			[...]int{1005, 974, 1032, 1016, 999, 937, 1030, 1001, 1025, 981},
		},
		{
			"data_batch_2",
			"5ea93a67294ea407fff1d09f752e9692",
			[...]int{984, 1007, 1010, 995, 1010, 988, 1008, 1026, 987, 985},
		},
		{
			"test_batch",
			"803d5f7f4d78ea53de84dbe85f74fb6d",
			[...]int{1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			shard := cifar10test.Shard(t, test.name)
			if err := shard.Validate(); err != nil {
				t.Error(err)
			}
			if got := shard.Counts(); shard.Len() != 10_000 || !slices.Equal(got, test.counts[:]) {
				t.Errorf("%d images, %v of each class; want %v", shard.Len(), got, test.counts)
			}
			sum := md5.Sum(cifar10test.Binary(shard))
			if got := hex.EncodeToString(sum[:]); got != test.md5 {
				t.Errorf("written again, the shard has MD5 %s, not %s", got, test.md5)
			}
		})
	}
}

func TestReadBinaryBoundsItsMemory(t *testing.T) {
	_, err := cifar10.ReadBinaryWithin(cifar10test.Endless(0), "zeros", 0, 5*cifar10.Dim)
	var room *refusal.Error
	if !errors.As(err, &room) || room.Code() != "no-room" || room.Values()["images"] != 6 {
		t.Errorf("an endless file gives %v", err)
	}
}

func FuzzReadBinary(f *testing.F) {
	f.Fuzz(func(t *testing.T, file []byte, hint int64) {
		shard, ok := cifar10test.Check(t, 5*cifar10test.FuzzRoom, func() (*cifar10.Shard, error) {
			return cifar10.ReadBinaryWithin(bytes.NewReader(file), "fuzz", hint, cifar10test.FuzzRoom)
		})
		if ok && !bytes.Equal(cifar10test.Binary(shard), file) {
			t.Error("written again, the shard differs from the file")
		}
	})
}

func BenchmarkReadBinary(b *testing.B) {
	file := cifar10test.Binary(cifar10test.Random("shard", 10_000, 1))
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := cifar10.ReadBinary(bytes.NewReader(file), "shard", int64(len(file))); err != nil {
			b.Fatal(err)
		}
	}
}
