package reader_test

import (
	"fmt"
	"testing"

	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

func TestEstimate(t *testing.T) {
	tests := map[string][]reader.File{
		"parquet":  {cifar10test.File("a", read(t, "testdata/parquet/hyparquet"))},
		"pictures": cifar10test.Files(classFolders(t, "", cifar10test.Random("", 30, 1))...),
		"zipped":   {cifar10test.File("a", cifar10test.Zip(t, classFolders(t, "", cifar10test.Random("", 30, 1))...))},
		"mistakes": cifar10test.Files(
			cifar10test.Content{Name: "a", Data: []byte("Hello")},
			cifar10test.Content{Name: "b"},
		),
	}
	want := map[string]int{"parquet": 5, "pictures": 30, "zipped": 30, "mistakes": 0}
	for _, form := range []reader.Form{reader.Binary, reader.Pickle, reader.MAT} {
		contents := version(form)
		tar := cifar10test.Tar(t, contents...)
		for way, files := range map[string][]reader.File{
			"folder": cifar10test.Files(contents...),
			"tar":    {cifar10test.File("a", tar)},
			"tar.gz": {cifar10test.File("a", cifar10test.Gzip(t, tar))},
			"zip":    {cifar10test.File("a", cifar10test.Zip(t, contents...))},
		} {
			name := fmt.Sprint(form, "/", way)
			tests[name], want[name] = files, 18
		}
	}
	for name, files := range tests {
		got := reader.Estimate(files...)
		// Archives add their own bytes to so few images.
		if got < want[name] || got > want[name]+want[name]/2 {
			t.Errorf("%s: about %d images, and there are %d", name, got, want[name])
		}
	}
}
