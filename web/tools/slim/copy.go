package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// unknownError says how an Ebitengine differs from the one that standIns was written for.
type unknownError struct{ difference string }

func (e *unknownError) Error() string {
	return e.difference + ": look over web/tools/slim/standins.go"
}

// copyOf returns the path of the slim copy of a release with the view's own shaders, made unless it is already
// complete. The error is an *unknownError if the release is not the known one.
func copyOf(folder string, from release, shaders []string) (string, error) {
	if from.Version != known {
		return "", &unknownError{fmt.Sprintf("Ebitengine is %s, not %s", from.Version, known)}
	}
	digest, err := digestOfStandIns(shaders)
	if err != nil {
		return "", err
	}
	to := filepath.Join(folder, "ebiten-"+from.Version+"-"+digest)
	if _, err := os.Stat(to); err == nil {
		return to, nil
	}
	partial, err := os.MkdirTemp(folder, "partial-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(partial)
	if err := copyModule(partial, os.DirFS(from.Dir)); err != nil {
		return "", err
	}
	if err := copyStandIns(partial); err != nil {
		return "", err
	}
	if err := precompile(partial, shaders); err != nil {
		return "", err
	}
	err = os.Rename(partial, to)
	if _, there := os.Stat(to); there == nil {
		return to, nil // another build may have been faster
	}
	return "", err
}

// digestOfStandIns names the stand-ins, their places and the view's own shaders by their content.
func digestOfStandIns(shaders []string) (string, error) {
	hash := sha256.New()
	fmt.Fprintf(hash, "%v%q", standIns, shaders)
	err := fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(sources, name)
		fmt.Fprintf(hash, "%s\x00%d\x00%s", name, len(content), content)
		return err
	})
	return fmt.Sprintf("%x", hash.Sum(nil)[:8]), err
}

// copyModule copies the files of Ebitengine's module that a build needs, with stand-ins imported.
func copyModule(to string, module fs.FS) error {
	left := len(standIns)
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == "examples" || path.Base(name) == "testdata"):
			return fs.SkipDir
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		case strings.HasSuffix(name, "_test.go"):
			return nil
		}
		content, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		if standIn, ok := standIns[name]; ok {
			left--
			if content, err = standIn.in(name, content); err != nil {
				return err
			}
		}
		return os.WriteFile(filepath.Join(to, name), content, 0o644)
	})
	if err == nil && left > 0 {
		return &unknownError{fmt.Sprintf("%d files that use what has a stand-in are not there", left)}
	}
	return err
}
