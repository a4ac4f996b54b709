package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// standIn is a package, of the standard library or of Ebitengine, and the name of its replacement, a folder of
// standin/ or of standin/_shaders/: what is there is built only as a part of Ebitengine.
type standIn struct{ imported, name string }

// standIns are the files of Ebitengine that import another package in the copy.
var standIns = map[string]standIn{
	"internal/builtinshader/shader.go": {"text/template", "template"},
	"internal/colormshader/shader.go":  {"text/template", "template"},
	"internal/thread/thread.go":        {"log/slog", "slog"},
	"internal/atlas/gpuresources.go":   {"log/slog", "slog"},
	"internal/debug/caller.go":         {"go/build", "build"},

	"shader.go":                {ebitengine + "/internal/legacyshader", "legacyshader"},
	"internal/atlas/shader.go": {ebitengine + "/internal/legacyshader", "legacyshader"},
	"internal/graphicsdriver/opengl/shader.go":  {ebitengine + "/internal/shaderir/glsl", "glsl"},
	"internal/graphicsdriver/opengl/context.go": {ebitengine + "/internal/shaderir/glsl", "glsl"},
}

// in returns a file's content with the stand-in imported.
func (s standIn) in(name string, content []byte) ([]byte, error) {
	old := fmt.Appendf(nil, "%q", s.imported)
	if n := bytes.Count(content, old); n != 1 {
		return nil, &unknownError{fmt.Sprintf("%s of Ebitengine names %s %d times", name, old, n)}
	}
	return bytes.Replace(content, old, fmt.Appendf(nil, "%q", ebitengine+"/internal/standin/"+s.name), 1), nil
}

//go:embed standin/*/*.go standin/_shaders/*/*.go
var sources embed.FS

// copyStandIns puts the stand-ins among Ebitengine's internal packages.
func copyStandIns(to string) error {
	return fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(sources, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, "internal", strings.Replace(name, "_shaders/", "", 1))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}
