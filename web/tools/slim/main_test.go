package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// module returns files in which each import that has a stand-in occurs once.
func module() fstest.MapFS {
	files := fstest.MapFS{
		"shader_test.go":    {},
		"examples/a.go":     {},
		"internal/other.go": {Data: []byte("package internal\n")},
	}
	for name, standIn := range standIns {
		files[name] = &fstest.MapFile{Data: []byte("package p\n\nimport \"" + standIn.imported + "\"\n")}
	}
	return files
}

func TestCopyImportsTheStandIns(t *testing.T) {
	to := t.TempDir()
	if err := copyModule(to, module()); err != nil {
		t.Fatal(err)
	}
	if err := copyStandIns(to); err != nil {
		t.Fatal(err)
	}
	for name, standIn := range standIns {
		content, err := os.ReadFile(filepath.Join(to, name))
		if err != nil || !strings.Contains(string(content), ebitengine+"/internal/standin/"+standIn.name) {
			t.Errorf("%s: %q, error %v", name, content, err)
		}
		if found, _ := filepath.Glob(filepath.Join(to, "internal/standin", standIn.name, "*.go")); len(found) == 0 {
			t.Errorf("%s is not there", standIn.name)
		}
	}
	for _, name := range []string{"shader_test.go", "examples"} {
		if _, err := os.Stat(filepath.Join(to, name)); err == nil {
			t.Errorf("%s was copied", name)
		}
	}
}

func TestAnotherEbitengineIsRefused(t *testing.T) {
	without := module()
	delete(without, "internal/debug/caller.go")
	changed := module()
	changed["internal/debug/caller.go"] = &fstest.MapFile{Data: []byte("package debug\n")}
	for name, files := range map[string]fstest.MapFS{"without a file": without, "without an import": changed} {
		unknown := (*unknownError)(nil)
		if err := copyModule(t.TempDir(), files); !errors.As(err, &unknown) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestTheViewIsBuiltWithAnyEbitengine builds the view's program with the slim copy and
// with one that slim does not know.
func TestTheViewIsBuiltWithAnyEbitengine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the view twice")
	}
	module := "../../.."
	found, err := download(module)
	if err != nil {
		t.Fatal(err)
	}
	if found.Version != known {
		t.Errorf("go.mod has Ebitengine %s: see that the stand-ins suit it, and make it the known version",
			found.Version)
	}
	slim := sizeOfView(t, module, found)
	whole := sizeOfView(t, module, release{Version: "v2.999.0", Dir: found.Dir})
	if slim >= whole*3/4 {
		t.Errorf("with stand-ins the view has %d bytes, without %d", slim, whole)
	}
}

// sizeOfView returns the bytes of the view's program as it is built with a release.
func sizeOfView(t *testing.T, module string, from release) int64 {
	t.Helper()
	folder := t.TempDir()
	if err := run(folder, module, from); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(folder, "canvas.wasm")
	build := exec.Command(
		"go",
		"build",
		"-modfile="+filepath.Join(folder, "go.mod"),
		"-trimpath",
		"-ldflags=-s -w",
		"-o",
		program,
		"./wasm/canvas",
	)
	build.Dir = module
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(program)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestACopyIsMadeOnceWithAllShaders(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the shaders of Ebitengine")
	}
	from, err := download("../../..")
	if err != nil {
		t.Fatal(err)
	}
	own := []string{"//kage:unit pixels\n\npackage main\n\nfunc Fragment(dstPos vec4) vec4 { return vec4(0.125) }\n"}
	folder := t.TempDir()
	first, err := copyOf(folder, from, own)
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(filepath.Join(first, "internal/standin/precompiled/table.go"))
	if err != nil {
		t.Fatal(err)
	}
	// One that clears, 9 for images, as many with a colour matrix, 3 and 6 that are marked, and our own.
	if n := strings.Count(string(table), "#version 300 es"); n != 2*(1+9+9+3+6+1) {
		t.Errorf("%d GLSL texts in the table", n)
	}
	if !strings.Contains(string(table), "1.25") {
		t.Error("our own shader is not in the table")
	}
	again, err := copyOf(folder, release{Version: known}, own)
	if err != nil || again != first {
		t.Errorf("%s after %s, error %v", again, first, err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "partial-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := copyOf(folder, release{Version: known}, append(own, "another")); err == nil {
		t.Error("another shader did not need another copy")
	}
}

func TestMarkedShaders(t *testing.T) {
	folder := t.TempDir()
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, "a.go"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("package a\n\nconst other = `x`\n\n" +
		directive + "\nconst _ = `one`\n\n" + directive + "\nconst two = \"t\\two\"\n")
	if found, err := markedShaders(folder); err != nil || !slices.Equal(found, []string{"one", "t\two"}) {
		t.Errorf("%q, error %v", found, err)
	}
	write("package a\n\n" + directive + "\nconst _ = `one` + `two`\n")
	if _, err := markedShaders(folder); !errors.As(err, new(*unknownError)) {
		t.Errorf("a shader of two literals: error %v", err)
	}
}
