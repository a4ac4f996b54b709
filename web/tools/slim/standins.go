package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// standIn is a package of the standard library and the name of its replacement, a
// folder of standin/.
type standIn struct{ standard, name string }

// standIns are the files of Ebitengine that import another package in the copy.
var standIns = map[string]standIn{
	"internal/builtinshader/shader.go": {"text/template", "template"},
	"internal/colormshader/shader.go":  {"text/template", "template"},
	"internal/thread/thread.go":        {"log/slog", "slog"},
	"internal/atlas/gpuresources.go":   {"log/slog", "slog"},
	"internal/debug/caller.go":         {"go/build", "build"},
}

// in returns a file's content with the stand-in imported.
func (s standIn) in(name string, content []byte) ([]byte, error) {
	old := fmt.Appendf(nil, "%q", s.standard)
	if n := bytes.Count(content, old); n != 1 {
		return nil, &unknownError{fmt.Sprintf("%s of Ebitengine names %s %d times", name, old, n)}
	}
	return bytes.Replace(content, old, fmt.Appendf(nil, "%q", ebitengine+"/internal/standin/"+s.name), 1), nil
}

//go:embed standin/*/*.go
var sources embed.FS

// copyStandIns puts the stand-ins among Ebitengine's internal packages.
func copyStandIns(to string) error {
	return fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, "internal", name)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		content, err := fs.ReadFile(sources, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}
