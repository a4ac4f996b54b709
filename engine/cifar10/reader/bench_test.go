package reader_test

import (
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// BenchmarkReader measures from a file's bytes to shards, in megabytes of the
// binary version per second, on three real shards.
func BenchmarkReader(b *testing.B) {
	var shards []*cifar10.Shard
	for _, name := range []string{"data_batch_1", "data_batch_2", "test_batch"} {
		shards = append(shards, cifar10test.Shard(b, name))
	}
	forms := map[reader.Form]func(*cifar10.Shard) []byte{
		reader.Binary: cifar10test.Binary,
		reader.Pickle: func(s *cifar10.Shard) []byte { return cifar10test.Pickle(s, "") },
		reader.MAT:    func(s *cifar10.Shard) []byte { return cifar10test.MAT(s, true) },
	}
	for form, write := range forms {
		var contents []cifar10test.Content
		for _, shard := range shards {
			contents = append(contents, cifar10test.Content{Name: "cifar/" + shard.Name, Data: write(shard)})
		}
		archive := cifar10test.Content{Name: "cifar.tar.gz", Data: cifar10test.Gzip(b, cifar10test.Tar(b, contents...))}
		benchmarkReader(b, string(form)+"/folder", cifar10test.Files(contents...))
		benchmarkReader(b, string(form)+"/tar.gz", cifar10test.Files(archive))
	}
}

func benchmarkReader(b *testing.B, name string, files []reader.File) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(3 * 10_000 * cifar10.RecordSize)
		for b.Loop() {
			if shards, messages := collect(new(reader.Reader).Shards(files...)); len(shards) != 3 {
				b.Fatal(messages)
			}
		}
	})
}

// BenchmarkDecodePicture measures one genuine picture as a PNG file.
func BenchmarkDecodePicture(b *testing.B) {
	content := cifar10test.PNG(b, cifar10test.Shard(b, "test_batch"), 0)
	decode := reader.PictureDecoder()
	pixels := make([]uint8, 0, cifar10.Dim)
	b.SetBytes(cifar10.Dim)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(pixels, content); err != nil {
			b.Fatal(err)
		}
	}
}
