package main

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// goDirections says which of our packages each folder of Go outside the engine may import, besides
// itself. The first folder that contains a file counts.
var goDirections = []struct {
	folder string
	may    []string
}{
	{"wasm/inbox", nil},
	{"wasm/service", []string{"engine", "wasm/inbox"}},
	{"wasm/port", []string{"engine"}},
	{"wasm/canvas/scene", []string{"engine"}},
	{"wasm/canvas/svg", []string{"wasm/canvas/scene"}},
	{"wasm/canvas/paint", []string{"wasm/canvas/scene"}},
	{"wasm/canvas2d", []string{"engine", "wasm/canvas/scene", "wasm/canvas/stage", "wasm/port"}},
	{"wasm/canvas/stage", []string{"engine", "wasm/canvas/scene", "wasm/canvas/svg", "wasm/port"}},
	{"wasm", []string{"engine", "wasm/inbox", "wasm/service"}}, // and a program's own packages; its main also the port
	{"web/bench/ours", []string{"engine", "wasm/inbox", "wasm/port"}},
	{"web/tools", []string{"engine", "web/tools/generated"}},
	{"web", []string{"engine"}},
}

// programsImportDownwards: a program in wasm/ uses its own packages, the port and the engine, never
// another program; tools use the engine.
func programsImportDownwards(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !f.isGo() {
			continue
		}
		for _, rule := range goDirections {
			if !within(f.dir(), rule.folder) {
				continue
			}
			may := append([]string{rule.folder}, rule.may...)
			if rule.folder == "wasm" {
				may[0] = program(f.dir())
			}
			if f.dir() == program(f.dir()) { // the program itself
				may = append(may, "wasm/port")
			}
			for _, imported := range f.imports {
				theirs, ours := strings.CutPrefix(imported, module)
				if ours && !slices.ContainsFunc(may, func(root string) bool { return within(theirs, root) }) {
					found = append(
						found,
						violation{
							f.name,
							fmt.Sprintf("imports %s; it may import only %s", theirs, strings.Join(may, ", ")),
						},
					)
				}
			}
			break
		}
	}
	return found
}

// program is the folder wasm/NAME that contains a path.
func program(dir string) string {
	parts := strings.SplitN(dir, "/", 3)
	return path.Join(parts[:min(2, len(parts))]...)
}

const modules = "web/js"

// messages has only types, which every module may use.
const messages = modules + "/core/protocol.js"

var (
	// moduleImport finds a module's imports of our modules, including types in comments.
	moduleImport = regexp.MustCompile(`(?:\bfrom |\bimport\(|^import )"(\.[^"]+)"`)

	// programFolders have a folder of web/js each; only the page uses the features.
	programFolders = []string{"view", "worker", "sw"}

	// leaves are the modules of core/ that widgets may use: they are independent of the
	// application.
	leaves = []string{modules + "/core/emitter.js", modules + "/core/formats.js", modules + "/core/preferences.js"}
)

// modulesImportDownwards: a feature of the page imports core/, ui/ and texts/, never another
// feature; page/main.js passes it what it needs of one.
func modulesImportDownwards(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !within(f.name, modules) || !strings.HasSuffix(f.name, ".js") {
			continue
		}
		for i, line := range strings.Split(string(f.content), "\n") {
			for _, match := range moduleImport.FindAllStringSubmatch(line, -1) {
				theirs := path.Join(f.dir(), match[1])
				if within(theirs, modules) && !mayImport(f.name, theirs) {
					found = append(
						found,
						violation{
							fmt.Sprintf("%s:%d", f.name, i+1),
							"imports " + theirs + ", against the direction of web/js",
						},
					)
				}
			}
		}
	}
	return found
}

// mayImport reports whether one module of web/js may import another.
func mayImport(from, theirs string) bool {
	here, there := room(from), room(theirs)
	if here == there || theirs == messages {
		return true
	}
	switch here {
	case "page":
		return !slices.Contains(programFolders, there)
	case "core":
		return there == "ui" || there == "texts"
	case "ui":
		return there == "texts" || slices.Contains(leaves, theirs)
	case "texts": // the catalogue joins the texts of each feature
		return from == modules+"/texts/swedish.js" && path.Base(theirs) == "swedish.js"
	}
	if slices.Contains(programFolders, here) {
		return false
	}
	return there == "core" || there == "ui" || there == "texts"
}

// room is the folder of web/js that contains a module.
func room(name string) string {
	folder, _, _ := strings.Cut(strings.TrimPrefix(name, modules+"/"), "/")
	return folder
}
