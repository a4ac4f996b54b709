package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestRunWritesChunksThatMakeTheShards(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "data")
	want := map[string]*cifar10.Shard{}
	for i, name := range []string{"data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"} {
		s := cifar10test.Random(name, 1100+i, uint64(i))
		want[name] = s
		if err := os.WriteFile(filepath.Join(in, name), cifar10test.Binary(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(out, []string{in}); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(out, "*.json"))
	if err != nil || len(names) != 1 {
		t.Fatalf("manifests %v, error %v", names, err)
	}
	content, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(content, &m); err != nil {
		t.Fatal(err)
	}
	if m.Shards[0].Name != "data_batch_1.bin" || m.Shards[0].Chunks[0].Images != firstImages ||
		m.Roles["test_batch.bin"] != cifar10.Test {
		t.Errorf("the manifest is %s", content)
	}
	for _, s := range m.Shards {
		var bytes []byte
		for _, c := range s.Chunks {
			part, err := os.ReadFile(filepath.Join(out, c.File))
			if err != nil || len(part) != c.Images*cifar10.RecordSize {
				t.Fatalf("%s: %d bytes, error %v", c.File, len(part), err)
			}
			bytes = append(bytes, part...)
		}
		if string(bytes) != string(cifar10test.Binary(want[s.Name])) || s.Fingerprint != want[s.Name].Fingerprint() {
			t.Errorf("the chunks of %s are not its records", s.Name)
		}
	}
}

func TestRunRefusesWhatIsNotCIFAR10(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	kept := filepath.Join(out, "kept")
	for _, name := range []string{filepath.Join(in, "notes.txt"), kept} {
		if err := os.WriteFile(name, []byte("milk, bread"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if run(out, []string{filepath.Join(in, "notes.txt")}) == nil {
		t.Error("a text was taken for CIFAR-10")
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error("a mistake removed what was there")
	}
}
