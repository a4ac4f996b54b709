package cifar10_test

import (
	"bytes"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestRecordsMakeTheShardAgainInAnyPieces(t *testing.T) {
	want := cifar10test.Random("data_batch_1.bin", 7, 1)
	for _, piece := range []int{1, 3, 7} {
		got, err := cifar10.NewShard(want.Name, want.Len())
		if err != nil {
			t.Fatal(err)
		}
		first := got.Pixels[:1]
		for from := 0; from < want.Len(); from += piece {
			if err := got.AddRecords(want.AppendRecords(nil, from, min(from+piece, want.Len()))); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(got.Pixels, want.Pixels) || !bytes.Equal(got.Labels, want.Labels) {
			t.Errorf("in pieces of %d: other images or labels", piece)
		}
		if &first[0] != &got.Pixels[0] {
			t.Errorf("in pieces of %d: the images were moved in memory", piece)
		}
	}
}

func TestRecordsAreWhole(t *testing.T) {
	shard := cifar10test.Random("a", 2, 1)
	records := cifar10test.Binary(shard)
	for _, damaged := range [][]uint8{nil, records[1:], records[:cifar10.RecordSize+1]} {
		if err := shard.AddRecords(damaged); err == nil {
			t.Errorf("%d bytes were taken", len(damaged))
		}
	}
	for _, n := range []int{-1, 0, cifar10.MaxImages + 1} {
		if _, err := cifar10.NewShard("a", n); err == nil {
			t.Errorf("a shard of %d images was made", n)
		}
	}
}
