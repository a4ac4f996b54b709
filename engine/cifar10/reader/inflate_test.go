package reader_test

import (
	"bytes"
	"io"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// A file that can be inflated elsewhere is: a gzip file whole, a zip archive's
// files each at its place; what is inside an archive is not part of any file.
func TestReaderInflatesInPlace(t *testing.T) {
	want := cifar10test.Random("a", 5, 1)
	shard := cifar10test.Content{Name: "a.bin", Data: cifar10test.Binary(want)}
	tar := cifar10test.Tar(t, shard)
	for name, test := range map[string]struct {
		content  []byte
		inflated int
	}{
		"a.tar.gz":    {cifar10test.Gzip(t, tar), 1},
		"a.zip":       {cifar10test.Zip(t, shard, cifar10test.Content{Name: "b.bin", Data: shard.Data}), 2},
		"a.tar.gz.gz": {cifar10test.Gzip(t, cifar10test.Gzip(t, tar)), 1},
	} {
		t.Run(name, func(t *testing.T) {
			inflated := 0
			file := cifar10test.File(name, test.content)
			file.Inflate = func(form reader.Compression, from, size int64) (io.ReadCloser, error) {
				inflated++
				return reader.Decompress(form, bytes.NewReader(test.content[from:from+size]))
			}
			shards := 0
			for got, err := range new(reader.Reader).Shards(file) {
				if err != nil {
					t.Fatal(err)
				}
				shards++
				if !bytes.Equal(got.Pixels, want.Pixels) || got.Len() != 5 ||
					got.Image(4)[cifar10.Dim-1] != want.Image(4)[cifar10.Dim-1] {
					t.Error("the shard is not the one that was written")
				}
			}
			if inflated != test.inflated || shards == 0 {
				t.Errorf("%d streams were inflated in place, want %d; %d shards", inflated, test.inflated, shards)
			}
		})
	}
}
