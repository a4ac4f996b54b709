package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// shaderFolders are Ebitengine's packages with shaders of their own, beside those that images are drawn with.
var shaderFolders = []string{".", "vector"}

// directive marks the constants that are Kage sources, for Ebitengine's shadercollector.
const directive = "//ebitengine:shadersource"

// kageFiles returns the shaders in files of a folder.
func kageFiles(folder string) ([]string, error) {
	var sources []string
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".kage" {
			return err
		}
		source, err := os.ReadFile(name)
		sources = append(sources, string(source))
		return err
	})
	return sources, err
}

// precompile compiles the shaders of a copy of Ebitengine and some others with the copy's own compiler, and then takes
// that out: the view needs a table only.
func precompile(copied string, sources []string) error {
	for _, folder := range shaderFolders {
		found, err := markedShaders(filepath.Join(copied, folder))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return &unknownError{fmt.Sprintf("folder %s of Ebitengine has no shaders", folder)}
		}
		sources = append(sources, found...)
	}
	list, err := json.Marshal(sources)
	if err != nil {
		return err
	}
	table, err := goCommand(copied, string(list), "run", "./internal/standin/precompile")
	if err != nil {
		return err
	}
	file := filepath.Join(copied, "internal/standin/precompiled/table.go")
	if err := os.WriteFile(file, []byte(table+"\n"), 0o644); err != nil {
		return err
	}
	// It imports the compiler, and is imported for other things.
	return os.Remove(filepath.Join(copied, "internal/graphics/shader.go"))
}

// markedShaders returns the marked constants of a folder's Go files.
func markedShaders(folder string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var sources []string
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, declaration := range file.Decls {
			if constant, ok := declaration.(*ast.GenDecl); ok && marked(constant) {
				source, err := strconv.Unquote(literal(constant))
				if err != nil {
					return nil, &unknownError{name + " of Ebitengine has a shader that is not one literal"}
				}
				sources = append(sources, source)
			}
		}
	}
	return sources, nil
}

func marked(constant *ast.GenDecl) bool {
	if constant.Tok != token.CONST || constant.Doc == nil {
		return false
	}
	for _, comment := range constant.Doc.List {
		if strings.TrimSpace(comment.Text) == directive {
			return true
		}
	}
	return false
}

// literal returns the only value of a constant as it is written, or nothing.
func literal(constant *ast.GenDecl) string {
	if len(constant.Specs) == 1 {
		if spec, ok := constant.Specs[0].(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if value, ok := spec.Values[0].(*ast.BasicLit); ok {
				return value.Value
			}
		}
	}
	return ""
}
