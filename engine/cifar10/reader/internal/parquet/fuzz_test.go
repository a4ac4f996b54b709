package parquet

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen reads every column, without the cost of decoding pictures.
func FuzzOpen(f *testing.F) {
	paths, err := filepath.Glob("../../testdata/parquet/*_*")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no parquet files: %v", err)
	}
	for _, path := range append(paths, "../../testdata/parquet/hyparquet") {
		file, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, leaf := range file.Leaves {
			if !leaf.IsBytes() && !leaf.IsInteger() {
				continue
			}
			const most = 1000 // a few bytes can stand for any number of equal values
			column := leaf.Column()
			for range most {
				if _, err := column.Next(); err != nil {
					break
				}
			}
		}
	})
}
