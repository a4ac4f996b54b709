package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// source makes a file of the tree.
func source(t *testing.T, name, content string) file {
	t.Helper()
	f, err := parseFile(name, []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// imports is a tree of one file, which imports others.
func imports(t *testing.T, name string, paths ...string) tree {
	t.Helper()
	form, text := "import { t } from %q;\n", ""
	if strings.HasSuffix(name, ".go") {
		form, text = "import %q\n", "package p\n"
	}
	for _, path := range paths {
		text += fmt.Sprintf(form, path)
	}
	return holds(t, name, text)
}

// holds is a tree of files, given by their names and contents in turn.
func holds(t *testing.T, namesAndContents ...string) tree {
	t.Helper()
	var made tree
	for pair := range slices.Chunk(namesAndContents, 2) {
		made.files = append(made.files, source(t, pair[0], pair[1]))
	}
	return made
}

// built is a tree of one package, with all that it is built from.
func built(path string, from ...string) tree {
	return tree{packages: []listedPackage{{path, from}}}
}

func TestRules(t *testing.T) {
	const (
		needsJS = "//go:build js && wasm\n\npackage p\n\nimport \"syscall/js\"\n"
		painter = "package paint\n\nfunc f() {\n\tswitch op.(type) {\n\tcase scene.Rect:\n\t}\n}\n"
		rect    = "package scene\n\nfunc (Rect) op() {}\n"
		dot     = "func (Dot) op() {}\n"
	)
	for _, test := range []struct {
		what  string
		check func(tree) []violation
		tree  tree
		want  int // violations
	}{
		{"syscall/js in the port", onlyThePortTouchesJavaScript, holds(t, "wasm/port/a.go", needsJS), 0},
		{"syscall/js elsewhere", onlyThePortTouchesJavaScript, holds(t, "wasm/trainer/a.go", needsJS), 1},

		{"Ebitengine in the canvas", noEbitengineBesideTheCanvas,
			built("onelayer/wasm/canvas", "github.com/hajimehoshi/ebiten/v2"), 0},
		{"Ebitengine in the worker", noEbitengineBesideTheCanvas,
			built("onelayer/wasm/trainer", "fmt", "github.com/hajimehoshi/ebiten/v2/internal/ui"), 1},

		{"an import to the left", enginePackagesImportLeftwards,
			imports(t, "engine/train/a.go", "onelayer/engine/cifar10"), 0},
		{"an import to the right", enginePackagesImportLeftwards,
			imports(t, "engine/cifar10/a.go", "onelayer/engine/train"), 1},
		{"a test's import to the right", enginePackagesImportLeftwards,
			imports(t, "engine/cifar10/a_test.go", "onelayer/engine/train"), 0},
		{"an import out of the engine", enginePackagesImportLeftwards,
			imports(t, "engine/protocol/a.go", "onelayer/wasm/port"), 1},
		{"a package without a place", enginePackagesImportLeftwards, imports(t, "engine/utilities/a.go"), 1},

		{"a shape that is drawn", everyShapeIsDrawn,
			holds(t, "wasm/canvas/scene/a.go", rect, "wasm/canvas2d/paint/painter.go", painter), 0},
		{"a shape that a painter ignores", everyShapeIsDrawn,
			holds(t, "wasm/canvas/scene/a.go", rect+dot, "wasm/canvas2d/paint/painter.go", painter), 1},

		{"a program's own package", programsImportDownwards,
			imports(t, "wasm/trainer/a.go", "onelayer/wasm/port", "onelayer/wasm/trainer/session"), 0},
		{"another program's package", programsImportDownwards,
			imports(t, "wasm/loader/a.go", "onelayer/wasm/trainer/session"), 1},
		{"a session's import of the port", programsImportDownwards,
			imports(t, "wasm/checker/session/a.go", "onelayer/wasm/port"), 1},
		{"a tool's import of a program", programsImportDownwards,
			imports(t, "web/tools/data/a.go", "onelayer/wasm/loader/session"), 1},

		{"a feature's import of core", modulesImportDownwards, imports(t, "web/js/why/a.js", "../core/t.js"), 0},
		{"a feature's import of a feature", modulesImportDownwards, imports(t, "web/js/why/a.js", "../runs/t.js"), 1},
		{"a feature's type of a feature", modulesImportDownwards,
			holds(t, "web/js/why/a.js", `/** @import {T} from "../runs/t.js" */`), 1},
		{"a feature loaded when wanted", modulesImportDownwards,
			holds(t, "web/js/why/a.js", `await import("../runs/t.js")`), 1},
		{"the page's import of a feature", modulesImportDownwards, imports(t, "web/js/page/a.js", "../runs/t.js"), 0},
		{"core's import of a feature", modulesImportDownwards, imports(t, "web/js/core/a.js", "../runs/t.js"), 1},
		{"a widget's import of a leaf", modulesImportDownwards, imports(t, "web/js/ui/a.js", "../core/emitter.js"), 0},
		{"a widget that knows the runs", modulesImportDownwards, imports(t, "web/js/ui/a.js", "../core/mirror.js"), 1},
		{"the view's import of the page", modulesImportDownwards, imports(t, "web/js/view/a.js", "../core/t.js"), 1},
		{"the catalogue's part of a feature", modulesImportDownwards,
			imports(t, "web/js/texts/swedish.js", "../runs/swedish.js"), 0},

		{"a tagged port", buildTagsWhereTheyBelong, holds(t, "wasm/port/a.go", needsJS), 0},
		{"an untagged user of the port", buildTagsWhereTheyBelong,
			imports(t, "wasm/trainer/a.go", "onelayer/wasm/port"), 1},
		{"a tagged kernel", buildTagsWhereTheyBelong,
			holds(t, "engine/softmax/kernel_simd.go", "//go:build goexperiment.simd && wasm\n\npackage softmax\n"), 0},
		{"another tagged file in the engine", buildTagsWhereTheyBelong,
			holds(t, "engine/train/a.go", "//go:build wasm\n\npackage train\n"), 1},
		{"a tagged session", buildTagsWhereTheyBelong,
			holds(t, "wasm/trainer/training/a.go", "//go:build js && wasm\n\npackage training\n"), 1},

		{"a small file", noLargeFiles, holds(t, "a.png", strings.Repeat("a", 2<<20)), 0},
		{"a large file", noLargeFiles, holds(t, "a.bin", strings.Repeat("a", 2<<20+1)), 1},

		{"a hint given its text by script", nothingLeftUnfinished, holds(t, "a.js", "place"+"holder=text\n"), 0},
		{"an input's hint", nothingLeftUnfinished, holds(t, "a.html", `<input place`+`holder="λ">`), 0},
		{"unfinished code", nothingLeftUnfinished, holds(t, "a.go", "package a // TO"+"DO: later\n"), 1},
		{"a word in a data file", nothingLeftUnfinished, holds(t, "a.txt", "TO"+"DO"), 0},
	} {
		if found := test.check(test.tree); len(found) != test.want {
			t.Errorf("%s: %d violations %v, want %d", test.what, len(found), found, test.want)
		}
	}
}

func TestParseFileReadsImportsAndConstraint(t *testing.T) {
	content := "//go:build js && wasm\n\n// Package p is a package.\npackage p\n\n" +
		"import (\n\t\"fmt\"\n\tport \"onelayer/wasm/port\"\n)\n"
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
