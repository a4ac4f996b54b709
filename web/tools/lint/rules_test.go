package main

import (
	"bytes"
	"testing"
)

// source makes a Go file of the tree.
func source(t *testing.T, name, content string) file {
	t.Helper()
	f, err := parseFile(name, []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRules(t *testing.T) {
	const needsJS = "//go:build js && wasm\n\npackage p\n\nimport \"syscall/js\"\n"
	for _, test := range []struct {
		what  string
		check func(tree) []violation
		tree  tree
		want  int // violations
	}{
		{"syscall/js in the port", onlyThePortTouchesJavaScript, tree{files: []file{source(t, "wasm/port/a.go", needsJS)}}, 0},
		{"syscall/js elsewhere", onlyThePortTouchesJavaScript, tree{files: []file{source(t, "wasm/trainer/a.go", needsJS)}}, 1},

		{"Ebitengine in the canvas", noEbitengineBesideTheCanvas, tree{packages: []listedPackage{
			{"onelayer/wasm/canvas", []string{"github.com/hajimehoshi/ebiten/v2"}}}}, 0},
		{"Ebitengine in the worker", noEbitengineBesideTheCanvas, tree{packages: []listedPackage{
			{"onelayer/wasm/trainer", []string{"fmt", "github.com/hajimehoshi/ebiten/v2/internal/ui"}}}}, 1},

		{"an import to the left", enginePackagesImportLeftwards, tree{files: []file{
			source(t, "engine/train/a.go", "package train\n\nimport \"onelayer/engine/cifar10\"\n")}}, 0},
		{"an import to the right", enginePackagesImportLeftwards, tree{files: []file{
			source(t, "engine/cifar10/a.go", "package cifar10\n\nimport \"onelayer/engine/train\"\n")}}, 1},
		{"a test's import to the right", enginePackagesImportLeftwards, tree{files: []file{
			source(t, "engine/cifar10/a_test.go", "package cifar10\n\nimport \"onelayer/engine/train\"\n")}}, 0},
		{"an import out of the engine", enginePackagesImportLeftwards, tree{files: []file{
			source(t, "engine/protocol/a.go", "package protocol\n\nimport \"onelayer/wasm/port\"\n")}}, 1},
		{"a package without a place", enginePackagesImportLeftwards, tree{files: []file{
			source(t, "engine/utilities/a.go", "package utilities\n")}}, 1},

		{"a tagged port", buildTagsWhereTheyBelong, tree{files: []file{source(t, "wasm/port/a.go", needsJS)}}, 0},
		{"an untagged user of the port", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "wasm/trainer/a.go", "package main\n\nimport \"onelayer/wasm/port\"\n")}}, 1},
		{"a tagged kernel", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "engine/softmax/kernel_simd.go", "//go:build goexperiment.simd && wasm\n\npackage softmax\n")}}, 0},
		{"another tagged file in the engine", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "engine/train/a.go", "//go:build wasm\n\npackage train\n")}}, 1},
		{"a tagged session", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "wasm/trainer/session/a.go", "//go:build js && wasm\n\npackage session\n")}}, 1},

		{"a small file", noLargeFiles, tree{files: []file{{name: "a.png", content: make([]byte, 2<<20)}}}, 0},
		{"a large file", noLargeFiles, tree{files: []file{{name: "a.bin", content: make([]byte, 2<<20+1)}}}, 1},

		{"a hint given its text by script", nothingLeftUnfinished, tree{files: []file{{name: "a.js", content: []byte("place" + "holder=text\n")}}}, 0},
		{"an input's hint", nothingLeftUnfinished, tree{files: []file{{name: "a.html", content: []byte(`<input place` + `holder="λ">`)}}}, 0},
		{"unfinished code", nothingLeftUnfinished, tree{files: []file{{name: "a.go", content: []byte("// TO" + "DO: later\n")}}}, 1},
		{"a word in a data file", nothingLeftUnfinished, tree{files: []file{{name: "a.txt", content: []byte("TO" + "DO")}}}, 0},
	} {
		if found := test.check(test.tree); len(found) != test.want {
			t.Errorf("%s: %d violations %v, want %d", test.what, len(found), found, test.want)
		}
	}
}

func TestParseFileReadsImportsAndConstraint(t *testing.T) {
	content := "//go:build js && wasm\n\n// Package p is a package.\npackage p\n\nimport (\n\t\"fmt\"\n\tport \"onelayer/wasm/port\"\n)\n"
	f := source(t, "wasm/p/p.go", content)
	if f.dir() != "wasm/p" || len(f.imports) != 2 || f.imports[1] != "onelayer/wasm/port" || f.build == nil {
		t.Errorf("parsed %+v", f)
	}
	if !bytes.Equal(f.content, []byte(content)) {
		t.Error("content changed")
	}
	if _, err := parseFile("a.go", []byte("not Go")); err == nil {
		t.Error("a broken Go file parsed")
	}
}
