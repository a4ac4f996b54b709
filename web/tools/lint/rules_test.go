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

		{"a shape that is drawn", everyShapeIsDrawn, tree{files: []file{
			source(t, "wasm/canvas/scene/a.go", "package scene\n\nfunc (Rect) op() {}\n"),
			source(t, "wasm/canvas2d/paint/painter.go", "package paint\n\nfunc f() {\n\tswitch op.(type) {\n\tcase scene.Rect:\n\t}\n}\n")}}, 0},
		{"a shape that a painter passes over", everyShapeIsDrawn, tree{files: []file{
			source(t, "wasm/canvas/scene/a.go", "package scene\n\nfunc (Rect) op() {}\nfunc (Dot) op() {}\n"),
			source(t, "wasm/canvas2d/paint/painter.go", "package paint\n\nfunc f() {\n\tswitch op.(type) {\n\tcase scene.Rect:\n\t}\n}\n")}}, 1},

		{"a program's own package", programsImportDownwards, tree{files: []file{
			source(t, "wasm/trainer/a.go", "package main\n\nimport (\n\t\"onelayer/wasm/port\"\n\t\"onelayer/wasm/trainer/session\"\n)\n")}}, 0},
		{"another program's package", programsImportDownwards, tree{files: []file{
			source(t, "wasm/loader/a.go", "package main\n\nimport \"onelayer/wasm/trainer/session\"\n")}}, 1},
		{"a session's import of the port", programsImportDownwards, tree{files: []file{
			source(t, "wasm/checker/session/a.go", "package session\n\nimport \"onelayer/wasm/port\"\n")}}, 1},
		{"a tool's import of a program", programsImportDownwards, tree{files: []file{
			source(t, "web/tools/data/a.go", "package main\n\nimport \"onelayer/wasm/loader/session\"\n")}}, 1},

		{"a feature's import of core", modulesImportDownwards, tree{files: []file{{name: "web/js/why/a.js", content: []byte(`import { t } from "../core/t.js";`)}}}, 0},
		{"a feature's import of a feature", modulesImportDownwards, tree{files: []file{{name: "web/js/why/a.js", content: []byte(`import { t } from "../runs/t.js";`)}}}, 1},
		{"a feature's type of a feature", modulesImportDownwards, tree{files: []file{{name: "web/js/why/a.js", content: []byte(`/** @import {T} from "../runs/t.js" */`)}}}, 1},
		{"a feature loaded when wanted", modulesImportDownwards, tree{files: []file{{name: "web/js/why/a.js", content: []byte(`await import("../runs/t.js")`)}}}, 1},
		{"the page's import of a feature", modulesImportDownwards, tree{files: []file{{name: "web/js/page/a.js", content: []byte(`import { t } from "../runs/t.js";`)}}}, 0},
		{"core's import of a feature", modulesImportDownwards, tree{files: []file{{name: "web/js/core/a.js", content: []byte(`import { t } from "../runs/t.js";`)}}}, 1},
		{"a widget's import of a leaf", modulesImportDownwards, tree{files: []file{{name: "web/js/ui/a.js", content: []byte(`import { Emitter } from "../core/emitter.js";`)}}}, 0},
		{"a widget that knows the runs", modulesImportDownwards, tree{files: []file{{name: "web/js/ui/a.js", content: []byte(`import { Mirror } from "../core/mirror.js";`)}}}, 1},
		{"the view's import of the page", modulesImportDownwards, tree{files: []file{{name: "web/js/view/a.js", content: []byte(`import { t } from "../core/t.js";`)}}}, 1},
		{"the catalogue's part of a feature", modulesImportDownwards, tree{files: []file{{name: "web/js/texts/swedish.js", content: []byte(`import { s } from "../runs/swedish.js";`)}}}, 0},

		{"a tagged port", buildTagsWhereTheyBelong, tree{files: []file{source(t, "wasm/port/a.go", needsJS)}}, 0},
		{"an untagged user of the port", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "wasm/trainer/a.go", "package main\n\nimport \"onelayer/wasm/port\"\n")}}, 1},
		{"a tagged kernel", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "engine/softmax/kernel_simd.go", "//go:build goexperiment.simd && wasm\n\npackage softmax\n")}}, 0},
		{"another tagged file in the engine", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "engine/train/a.go", "//go:build wasm\n\npackage train\n")}}, 1},
		{"a tagged session", buildTagsWhereTheyBelong, tree{files: []file{
			source(t, "wasm/trainer/training/a.go", "//go:build js && wasm\n\npackage training\n")}}, 1},

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
