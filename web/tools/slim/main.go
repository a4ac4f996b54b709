// Command slim copies Ebitengine with small stand-ins for packages that it has
// little use for in a page, and that are two fifths of the view's program as it is
// fetched. The view is then built with the copy:
//
//	go run ./web/tools/slim .cache/slim
//	go build -modfile .cache/slim/go.mod ./wasm/canvas
//
// Everything else, tests and checks among it, uses Ebitengine as it is.
package main

import (
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

const ebitengine = "github.com/hajimehoshi/ebiten/v2"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: slim FOLDER, inside the module")
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatal("slim: ", err)
	}
}

// run writes the copy to folder/ebiten, and to folder/go.mod a go.mod that uses it.
func run(folder string) error {
	source, err := goCommand("list", "-m", "-f", "{{.Dir}}", ebitengine)
	if err != nil {
		return err
	}
	to := filepath.Join(folder, "ebiten")
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if err := copyModule(to, os.DirFS(source)); err != nil {
		return err
	}
	if err := copyStandIns(to); err != nil {
		return err
	}
	return writeModFile(folder, to)
}

// writeModFile copies our go.mod and go.sum and has them use the copy. Paths in it
// count from the module's root.
func writeModFile(folder, to string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return err
		}
	}
	_, err := goCommand("mod", "edit", "-replace", ebitengine+"=./"+filepath.ToSlash(to), filepath.Join(folder, "go.mod"))
	return err
}

// copyModule copies what a build needs of Ebitengine's module, with stand-ins imported.
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
		return fmt.Errorf("%d files of standIns are not in this version of Ebitengine", left)
	}
	return err
}

// goCommand returns what the go command prints, without the line's end. It runs for the
// host, whatever is being built.
func goCommand(arguments ...string) (string, error) {
	command := exec.Command("go", arguments...)
	command.Env = append(os.Environ(), "GOOS=", "GOARCH=")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w", strings.Join(arguments, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
