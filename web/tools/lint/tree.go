package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// module is the path that our own packages start with.
const module = "onelayer/"

// tree is what the rules check: the files that .gitignore does not exclude, and
// their packages.
type tree struct {
	files    []file
	packages []listedPackage
}

// file is one file of the repository.
type file struct {
	name    string // relative to the root, with slashes
	content []byte
	imports []string        // of a Go file
	build   constraint.Expr // the //go:build line of a Go file, or nil
}

// dir is the folder the file is in.
func (f file) dir() string { return path.Dir(f.name) }

func (f file) isGo() bool   { return strings.HasSuffix(f.name, ".go") }
func (f file) isTest() bool { return strings.HasSuffix(f.name, "_test.go") }

// listedPackage is one of our packages as `go list` sees it on one platform.
type listedPackage struct {
	ImportPath string
	Deps       []string // all packages it is built from, however far away
}

func readTree() (tree, error) {
	files, err := readFiles()
	if err != nil {
		return tree{}, err
	}
	host, err := listPackages()
	if err != nil {
		return tree{}, err
	}
	browser, err := listPackages("GOOS=js", "GOARCH=wasm")
	if err != nil {
		return tree{}, err
	}
	return tree{files: files, packages: append(host, browser...)}, nil
}

// readFiles reads the files that .gitignore does not exclude. It walks the folder
// instead of asking git: the copy may be a downloaded archive, without git.
func readFiles() ([]file, error) {
	patterns, err := os.ReadFile(".gitignore")
	if err != nil {
		return nil, err
	}
	ignored := parseIgnore(string(patterns))
	var files []file
	err = filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() {
			if name == ".git" || ignored.folder(name) {
				return fs.SkipDir
			}
			return nil
		}
		if name == ".git" || ignored.file(name) { // a worktree's .git is a file
			return nil
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parseFile(name, content)
		if err != nil {
			return err
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

// parseFile records the imports and the build constraint of a Go file, and only
// the content of others.
func parseFile(name string, content []byte) (file, error) {
	f := file{name: name, content: content}
	if !f.isGo() {
		return f, nil
	}
	syntax, err := parser.ParseFile(token.NewFileSet(), name, content, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return file{}, err
	}
	for _, spec := range syntax.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return file{}, fmt.Errorf("%s: %w", name, err)
		}
		f.imports = append(f.imports, imported)
	}
	for _, group := range syntax.Comments {
		for _, comment := range group.List {
			if !constraint.IsGoBuild(comment.Text) {
				continue
			}
			if f.build, err = constraint.Parse(comment.Text); err != nil {
				return file{}, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return f, nil
}

// listPackages lists our packages under extra environment variables.
func listPackages(environment ...string) ([]listedPackage, error) {
	command := exec.Command("go", "list", "-json=ImportPath,Deps", "./...")
	command.Env = append(os.Environ(), environment...)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}
