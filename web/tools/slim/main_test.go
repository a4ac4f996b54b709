package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// module returns files in which each import that has a stand-in stands once.
func module() fstest.MapFS {
	files := fstest.MapFS{"shader_test.go": {}, "examples/a.go": {}, "internal/other.go": {Data: []byte("package internal\n")}}
	for name, standIn := range standIns {
		files[name] = &fstest.MapFile{Data: []byte("package p\n\nimport \"" + standIn.standard + "\"\n")}
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
		if err := copyModule(t.TempDir(), files); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
