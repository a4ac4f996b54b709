// Command slim copies Ebitengine with small stand-ins for packages that are of little use in a page, and make up half
// of the view's download: among them the compiler of its shading language, since all shaders of the view are known, and
// are compiled here. The view is then built with the copy:
//
//	go run ./web/tools/slim .cache/slim
//	go build -modfile .cache/slim/go.mod ./wasm/canvas
//
// It reports an Ebitengine that it does not know, and then writes a go.mod that uses it unchanged:
// the view still works and is larger. Everything else, including tests and checks, uses Ebitengine
// unchanged.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	ebitengine = "github.com/hajimehoshi/ebiten/v2"
	// known is the version that standIns was written for.
	known = "v2.10.3"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: slim FOLDER, inside the module")
	}
	found, err := download(".")
	if err == nil {
		err = run(os.Args[1], ".", found)
	}
	if err != nil {
		log.Fatal("slim: ", err)
	}
}

// release is a version of Ebitengine on this machine.
type release struct {
	Version string
	Dir     string // its files
	Error   string // why there are none
}

// download returns the Ebitengine that the module in a folder requires, downloaded if necessary.
func download(module string) (release, error) {
	var found release
	out, failure := goCommand(module, "", "mod", "download", "-json", ebitengine)
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		return release{}, errors.Join(failure, err)
	}
	if found.Error != "" || found.Dir == "" {
		return release{}, fmt.Errorf("Ebitengine could not be fetched: %s", found.Error)
	}
	return found, nil
}

// run writes to folder/go.mod a copy of a module's go.mod that uses the slim copy of a release,
// next to it, or the release itself if it is unknown.
func run(folder, module string, from release) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	own, err := kageFiles(filepath.Join(module, "wasm"))
	if err != nil {
		return err
	}
	slim, err := copyOf(folder, from, own)
	if unknown := (*unknownError)(nil); errors.As(err, &unknown) {
		fmt.Printf(
			"slim: %v. The view is built with all of Ebitengine: it works, and is 1.2 MB more to fetch.\n",
			unknown,
		)
		return writeModFile(folder, module, "")
	}
	if err != nil {
		return err
	}
	return writeModFile(folder, module, slim)
}

// writeModFile copies go.mod and go.sum and makes them use a copy of Ebitengine, if there is one.
func writeModFile(folder, module, slim string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(module, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return err
		}
	}
	if slim == "" {
		return nil
	}
	if !filepath.IsAbs(slim) {
		slim = "./" + filepath.ToSlash(
			slim,
		) // relative to the module's root; it is part of the program, which must be the same everywhere
	}
	_, err := goCommand(module, "", "mod", "edit", "-replace", ebitengine+"="+slim, filepath.Join(folder, "go.mod"))
	return err
}

// goCommand returns the output of the go command, without the line's end, also when it fails. It
// runs for the host, whatever is being built.
func goCommand(folder, input string, arguments ...string) (string, error) {
	command := exec.Command("go", arguments...)
	command.Dir = folder
	command.Stdin = strings.NewReader(input)
	command.Env = append(os.Environ(), "GOOS=", "GOARCH=")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		err = fmt.Errorf("go %s: %w", strings.Join(arguments, " "), err)
	}
	return strings.TrimSpace(string(out)), err
}
