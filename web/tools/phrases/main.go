// Command phrases lists the texts of the Go programs for the visitor, by code, for the
// tests of the page, which translates them. It fails if a sentence cannot be
// translated.
//
//	go run ./web/tools/phrases           writes the list anew: go generate ./engine/phrase
//	go run ./web/tools/phrases -check    fails if the list is not what it would write
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onelayer/web/tools/generated"
)

func main() {
	generated.Main("engine/phrase/testdata/phrases.json", "go generate ./engine/phrase", func() ([]byte, error) {
		found := phrases{}
		for _, folder := range []string{"engine", "wasm"} {
			if err := found.addFolder(folder); err != nil {
				return nil, err
			}
		}
		return found.encode()
	})
}

// phrases are English sentences by their codes.
type phrases map[string]string

// addFolder adds the texts of all Go files below a folder, without tests.
func (p phrases) addFolder(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return p.addFile(filepath.ToSlash(path), source)
	})
}

// encode writes the list as JSON, sorted by code.
func (p phrases) encode() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		return nil, fmt.Errorf("writing the list: %w", err)
	}
	return b.Bytes(), nil
}
