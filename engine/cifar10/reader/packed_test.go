package reader_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// madeShard is a shard as testdata/archives/make.py makes it.
func madeShard(name string, first int) *cifar10.Shard {
	shard := &cifar10.Shard{Name: name}
	for i := range 3 {
		shard.Labels = append(shard.Labels, uint8(i))
		for j := range cifar10.Dim {
			shard.Pixels = append(shard.Pixels, uint8(7*i+j/16+first))
		}
	}
	return shard
}

func TestSevenZip(t *testing.T) {
	want := []*cifar10.Shard{madeShard("data_batch_1.bin", 0), madeShard("test_batch.bin", 100)}
	for _, name := range []string{"lzma2", "lzma", "deflate", "bzip2", "copy"} {
		t.Run(name, func(t *testing.T) {
			file := cifar10test.File(name+".7z", read(t, "testdata/archives/"+name+".7z"))
			read, messages := collect(new(reader.Reader).Shards(file))
			if messages != nil || len(read) != len(want) {
				t.Fatalf("%d shards, messages %q", len(read), messages)
			}
			for i, shard := range read {
				sameEnds(t, shard, want[i])
			}
		})
	}
}

func TestZstd(t *testing.T) {
	file := cifar10test.File("shards.tar.zst", read(t, "testdata/archives/shards.tar.zst"))
	read, messages := collect(new(reader.Reader).Shards(file))
	if messages != nil || len(read) != 2 {
		t.Fatalf("%d shards, messages %q", len(read), messages)
	}
	for _, shard := range read {
		first := map[string]int{"data_batch_1.bin": 0, "test_batch.bin": 100}[shard.Name]
		sameEnds(t, shard, madeShard(shard.Name, first))
	}
}

func TestSevenZipRefused(t *testing.T) {
	good := read(t, "testdata/archives/copy.7z")
	flipped := bytes.Clone(good)
	flipped[1000] ^= 1
	header := bytes.Clone(good)
	header[len(header)-1] ^= 1
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"another method":     {read(t, "testdata/archives/ppmd.7z"), "packed in a way that is not read here"},
		"an end too early":   {good[:len(good)/2], "ends too early"},
		"a flipped bit":      {flipped, "a checksum does not match"},
		"a damaged list":     {header, "a checksum does not match"},
		"in another archive": {cifar10test.Gzip(t, good), "is an archive in another archive"},
	} {
		read, messages := collect(new(reader.Reader).Shards(cifar10test.File("a.7z", c.data)))
		if len(messages) == 0 || !strings.Contains(messages[0], c.says) {
			t.Errorf("%s: %d shards, messages %q", name, len(read), messages)
		}
	}
}

func FuzzSevenZip(f *testing.F) {
	paths, err := filepath.Glob("testdata/archives/*.7z")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzzShards(t, cifar10test.File("a.7z", file))
	})
}
