package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestKernelsOfThisToolchain tests the pass on the output of today's compiler:
// if that changes, a build goes on unfolded and says so, and this test tells
// that there is something to do.
func TestKernelsOfThisToolchain(t *testing.T) {
	binary := buildDigest(t)
	module, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	got, err := fold(module)
	if err != nil {
		t.Fatal(err)
	}
	if least := 150; got.offsets < least {
		t.Errorf(
			"%d of %d vector loads have their offset, want at least %d: does the compiler write another pattern?",
			got.offsets,
			got.loads,
			least,
		)
	}
}

func TestBitsStay(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("needs node")
	}
	binary := buildDigest(t)
	before := output(t, binary)
	if note, err := foldFile(binary); note != "" || err != nil {
		t.Fatalf("fold says %q, %v", note, err)
	}
	if after := output(t, binary); after != before {
		t.Errorf("training gives\n%safter folding, before it\n%s", after, before)
	}
}

func TestUnfoldedBuildsSaySo(t *testing.T) {
	const otherPattern = "\x01" // a nop where none is expected
	tests := map[string]struct {
		module []byte
		want   string
	}{
		"another pattern": {
			moduleOf(join(address, constant, add, wrap, []byte(otherPattern), load, product, end)),
			"goes on unfolded: none of 1 vector loads is written as expected",
		},
		"no module":     {[]byte("no"), "goes on unfolded: it is no WebAssembly of version 1"},
		"no kernels":    {moduleOf(end), ""},
		"folded before": {moduleOf(join(address, wrap, []byte{0xfd, 0, 0, 16}, product, end)), ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "x.wasm")
			if err := os.WriteFile(file, test.module, 0o644); err != nil {
				t.Fatal(err)
			}
			if note, err := foldFile(file); note != test.want || err != nil {
				t.Errorf("fold says %q, %v; want %q", note, err, test.want)
			}
			if left, _ := os.ReadFile(file); string(left) != string(test.module) {
				t.Error("the file changed")
			}
		})
	}
}

// buildDigest builds ./digest as wasm with the kernels of vectors.
func buildDigest(t *testing.T) (file string) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a program")
	}
	file = filepath.Join(t.TempDir(), "digest.wasm")
	build := exec.Command("go", "build", "-o", file, "./digest")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// output runs a binary under Node.
func output(t *testing.T, binary string) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/go_js_wasm_exec"), binary)
	run.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
