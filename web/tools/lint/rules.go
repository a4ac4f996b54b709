package main

import (
	"fmt"
	"go/build/constraint"
	"regexp"
	"slices"
	"strings"
)

// rules are all checks, in the order they report.
var rules = []func(tree) []violation{
	onlyThePortTouchesJavaScript,
	noEbitengineBesideTheCanvas,
	enginePackagesImportLeftwards,
	programsImportDownwards,
	modulesImportDownwards,
	viewMessagesHaveBothEnds,
	declaredMessagesAreUsed,
	choicesAreUsed,
	linesFitAWindow,
	buildTagsWhereTheyBelong,
	everyShapeIsDrawn,
	noLargeFiles,
	nothingLeftUnfinished,
}

// within reports whether a slash-separated path is root or lies below it.
func within(path, root string) bool {
	return path == root || strings.HasPrefix(path, root+"/")
}

// onlyThePortTouchesJavaScript: everything else stays testable on the host.
func onlyThePortTouchesJavaScript(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if slices.Contains(f.imports, "syscall/js") && !within(f.dir(), "wasm/port") {
			found = append(found, violation{f.name, "imports syscall/js, which only wasm/port may"})
		}
	}
	return found
}

// noEbitengineBesideTheCanvas: importing it panics where there is no document,
// as in a worker or in Node.
func noEbitengineBesideTheCanvas(t tree) []violation {
	var found []violation
	for _, p := range t.packages {
		path := strings.TrimPrefix(p.ImportPath, module)
		if !within(path, "engine") && !within(path, "wasm/trainer") {
			continue
		}
		for _, dep := range p.Deps {
			if strings.HasPrefix(dep, "github.com/hajimehoshi/ebiten/") {
				found = append(found, violation{path, "depends on Ebitengine: " + dep})
				break
			}
		}
	}
	return found
}

// engineOrder is the direction in which data flows: a package of the engine
// imports only what is to its left.
var engineOrder = []string{
	"phrase",
	"refusal",
	"loss",
	"figures",
	"cifar10",
	"sample",
	"softmax",
	"reference",
	"gradcheck",
	"train",
	"theory",
	"experiment",
	"protocol",
	"npz",
}

// enginePackagesImportLeftwards applies to what is built; tests may import more,
// such as the reference.
func enginePackagesImportLeftwards(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !f.isGo() || f.isTest() || !within(f.dir(), "engine") || f.dir() == "engine" {
			continue
		}
		here := engineRank(f.dir())
		if here < 0 {
			found = append(
				found,
				violation{f.name, "belongs to a package that engineOrder in web/tools/lint does not place"},
			)
			continue
		}
		for _, imported := range f.imports {
			path, ours := strings.CutPrefix(imported, module)
			if ours && (!within(path, "engine") || engineRank(path) > here) {
				found = append(found, violation{f.name, fmt.Sprintf("imports %s, against the flow of data", path)})
			}
		}
	}
	return found
}

// engineRank is the place of a path engine/NAME/… in engineOrder, or -1.
func engineRank(path string) int {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, "engine/"), "/")
	return slices.Index(engineOrder, name)
}

var (
	browserBuild, _ = constraint.Parse("//go:build js && wasm")
	kernelFile      = regexp.MustCompile(`^engine/(softmax|cifar10)/kernel_[a-z0-9_]+\.go$`)
	testedOnHost    = []string{"wasm/trainer/training", "wasm/canvas/scene", "wasm/canvas2d/paint"}
)

// buildTagsWhereTheyBelong: files that need JavaScript say so, so that ./...
// works on the host; all others are built and tested everywhere.
func buildTagsWhereTheyBelong(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !f.isGo() {
			continue
		}
		needsBrowser := slices.Contains(f.imports, "syscall/js") || slices.Contains(f.imports, module+"wasm/port")
		switch {
		case needsBrowser && (f.build == nil || f.build.String() != browserBuild.String()):
			found = append(found, violation{f.name, `needs the line "//go:build js && wasm"`})
		case f.build != nil && within(f.dir(), "engine") && !kernelFile.MatchString(f.name):
			found = append(found, violation{f.name, "has a build tag; in engine/ only kernel files may"})
		case f.build != nil && slices.ContainsFunc(testedOnHost, func(dir string) bool { return within(f.dir(), dir) }):
			found = append(found, violation{f.name, "has a build tag, but its package is tested on the host"})
		}
	}
	return found
}

const largestFile = 2 << 20 // bytes

// noLargeFiles keeps data sets and builds out of the repository.
func noLargeFiles(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if len(f.content) > largestFile {
			found = append(
				found,
				violation{
					f.name,
					fmt.Sprintf("is %.1f MB; the repository takes files up to 2 MB", float64(len(f.content))/1e6),
				},
			)
		}
	}
	return found
}

var (
	sourceFile = regexp.MustCompile(`\.(go|js|html|css|sh)$`)
	unfinished = regexp.MustCompile("TO" + "DO|FIX" + "ME|XX" + "X|not " + "implemented|place" + "holder[^=]")
)

// nothingLeftUnfinished: unfinished work is an issue, not a comment.
func nothingLeftUnfinished(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !sourceFile.MatchString(f.name) {
			continue
		}
		for i, line := range strings.Split(string(f.content), "\n") {
			if word := unfinished.FindString(line); word != "" {
				found = append(found, violation{fmt.Sprintf("%s:%d", f.name, i+1), fmt.Sprintf("says %q", word)})
			}
		}
	}
	return found
}
