package reader_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// parquets returns the paths of the files that two other libraries wrote.
func parquets(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob("testdata/parquet/*parquet*")
	if err != nil || len(paths) != 7 {
		tb.Fatalf("%d parquet files, error %v", len(paths), err)
	}
	return paths
}

func TestReaderParquet(t *testing.T) {
	for _, path := range parquets(t) {
		file := cifar10test.File("train-00000-of-00001.parquet", read(t, path))
		shards, messages := collect(new(reader.Reader).Shards(file))
		if messages != nil || len(shards) != 1 {
			t.Errorf("%s: %d shards, messages %q", path, len(shards), messages)
			continue
		}
		shard := shards[0]
		if shard.Name != "train-00000-of-00001" || !bytes.Equal(shard.Labels, []byte{3, 4, 5, 6, 7}) {
			t.Errorf("%s: shard %s with labels %v", path, shard.Name, shard.Labels)
		}
		for i, x := range shard.Pixels {
			if x != uint8(i*7%251) {
				t.Errorf("%s: byte %d of the pixels is %d, want %d", path, i, x, i*7%251)
				break
			}
		}
	}
}

func TestReaderParquetRefuses(t *testing.T) {
	good := read(t, "testdata/parquet/hyparquet")
	swap := func(old, new string) []byte { return bytes.ReplaceAll(good, []byte(old), []byte(new)) }
	tests := []struct {
		name string
		file []byte
		says string
	}{
		{"cut at its end", good[:len(good)-1], "ends too early"},
		{"cut at its start", append([]byte("PAR1"), good[200:]...), "train.parquet"},
		{"other columns", swap("image", "sound"), `columns sound, label; img.bytes and label are expected`},
		{
			"no pictures",
			swap("\x89PNG", "\x00PNG"),
			"the picture in row 1 of train cannot be read: it is no PNG or JPEG picture",
		},
	}
	for _, test := range tests {
		shards, messages := collect(
			new(reader.Reader).Shards(cifar10test.File("train.parquet", test.file)),
		)
		if len(shards) != 0 || len(messages) != 1 || !strings.Contains(messages[0], test.says) {
			t.Errorf("%s: %d shards, messages %q do not say %q", test.name, len(shards), messages, test.says)
		}
	}
}

func TestReaderParquetRoom(t *testing.T) {
	file := cifar10test.File("train", read(t, "testdata/parquet/parquet_go_plain"))
	reader := reader.Reader{Room: 4 * cifar10.Dim}
	shards, messages := collect(reader.Shards(file))
	if len(shards) != 0 || len(messages) != 1 ||
		!strings.HasPrefix(messages[0], "train does not fit: its 5 images need") {
		t.Errorf("%d shards, messages %q", len(shards), messages)
	}
}

func FuzzReadParquet(f *testing.F) {
	for _, path := range parquets(f) {
		f.Add(read(f, path))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		reader := reader.Reader{Room: 20 * cifar10.Dim}
		for shard, err := range reader.Shards(cifar10test.File("fuzz", file)) {
			if err != nil {
				continue
			}
			if err := shard.Validate(); err != nil {
				t.Error(err)
			}
		}
	})
}
