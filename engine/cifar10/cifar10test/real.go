// Package cifar10test helps tests of CIFAR-10's readers and of what trains on
// it: it finds the genuine files and writes shards in every published form,
// with separate code that shares nothing with the readers.
package cifar10test

import (
	"os"
	"path/filepath"
	"testing"

	"onelayer/engine/cifar10"
)

// Path returns the path of a genuine file, such as "bin/data_batch_1.bin". The
// folder is CIFAR10_DIR, or else ../shared/cifar10 beside the repository; where
// the file is missing, the test is skipped, or fails if REQUIRE_DATA is set.
func Path(tb testing.TB, name string) string {
	tb.Helper()
	folder := os.Getenv("CIFAR10_DIR")
	if folder == "" {
		folder = filepath.Join(repository(tb), "..", "shared", "cifar10")
	}
	path := filepath.Join(folder, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		missing := tb.Skipf
		if os.Getenv("REQUIRE_DATA") != "" {
			missing = tb.Fatalf
		}
		missing("no real data: %s is missing (CIFAR10_DIR names the folder)", path)
	}
	return path
}

// Read returns the bytes of a genuine file, or skips the test.
func Read(tb testing.TB, name string) []byte {
	tb.Helper()
	content, err := os.ReadFile(Path(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

// Shard returns a genuine shard of the binary version, such as "test_batch", or
// skips the test.
func Shard(tb testing.TB, name string) *cifar10.Shard {
	tb.Helper()
	file, err := os.Open(Path(tb, "bin/"+name+".bin"))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		tb.Fatal(err)
	}
	shard, err := cifar10.ReadBinary(file, name, info.Size())
	if err != nil {
		tb.Fatal(err)
	}
	return shard
}

// repository returns the folder above the test's own that holds go.mod.
func repository(tb testing.TB) string {
	tb.Helper()
	folder, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			tb.Fatal("no go.mod above the test")
		}
		folder = parent
	}
}

// Case returns the bytes of a small file of a kind that people have, from
// ../shared/cases/files beside the repository, or skips the test; with REQUIRE_DATA=1 it
// fails.
func Case(tb testing.TB, name string) []byte {
	tb.Helper()
	path := filepath.Join(repository(tb), "..", "shared", "cases", "files", name)
	content, err := os.ReadFile(path)
	if err != nil && os.Getenv("REQUIRE_DATA") == "1" {
		tb.Fatal(err)
	}
	if err != nil {
		tb.Skipf("no small case: %s is missing", path)
	}
	return content
}
