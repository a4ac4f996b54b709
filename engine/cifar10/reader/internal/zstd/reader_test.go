package zstd

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mixed is the text of testdata/archives/make.py.
func mixed() []byte {
	words := strings.Fields("airplane automobile bird cat deer dog frog horse ship truck")
	var text []byte
	x := 1
	for len(text) < 140_000 {
		x = (x*1103515245 + 12345) & 0x7fffffff
		text = append(text, words[(x>>16)%10]...)
		if (x>>8)%5 == 0 {
			text = append(text, byte(x>>20))
		}
	}
	return text
}

func fixtures(tb testing.TB) map[string][]byte {
	paths, err := filepath.Glob("../../testdata/archives/*.zst")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no files: %v", err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		files[filepath.Base(path)] = file
	}
	return files
}

func TestReader(t *testing.T) {
	want := mixed()
	for name, file := range fixtures(t) {
		if !strings.HasPrefix(name, "mixed") {
			continue
		}
		// Two frames, and one to skip between them.
		twice := append(append(bytes.Clone(file), "\x50\x2a\x4d\x18\x03\x00\x00\x00abc"...), file...)
		got, err := io.ReadAll(NewReader(bytes.NewReader(twice)))
		if err != nil || !bytes.Equal(got, append(bytes.Clone(want), want...)) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

func TestDamage(t *testing.T) {
	file := fixtures(t)["mixed.best.zst"]
	for _, n := range []int{3, 5, 100, len(file) - 1} {
		if _, err := io.ReadAll(NewReader(bytes.NewReader(file[:n]))); err != io.ErrUnexpectedEOF {
			t.Errorf("the first %d bytes give %v", n, err)
		}
	}
	flipped := bytes.Clone(file)
	flipped[len(file)-1] ^= 1
	if _, err := io.ReadAll(NewReader(bytes.NewReader(flipped))); err != ErrChecksum {
		t.Errorf("another checksum gives %v", err)
	}
	if _, err := io.ReadAll(NewReader(strings.NewReader("\x28\xb5\x2f\xfd\x00\xff"))); err != ErrWindow {
		t.Errorf("a window of a terabyte gives %v", err)
	}
}

func FuzzReader(f *testing.F) {
	for _, file := range fixtures(f) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		const most = 1 << 20
		io.CopyN(io.Discard, NewReader(bytes.NewReader(file)), most) // any result is fine
	})
}
