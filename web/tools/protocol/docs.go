package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"path/filepath"
	"reflect"
	"strings"
)

// docs are the comments of types and of their fields, by "package.Type" and
// "package.Type.Field".
type docs map[string]string

// documented are the packages whose types messages hold.
var documented = []string{"engine/protocol", "engine/cifar10", "engine/train", "engine/loss"}

func readDocs(root string) docs {
	d := docs{}
	for _, folder := range documented {
		files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
		if err != nil {
			log.Fatal(err)
		}
		for _, name := range files {
			syntax, err := parser.ParseFile(
				token.NewFileSet(),
				name,
				nil,
				parser.ParseComments|parser.SkipObjectResolution,
			)
			if err != nil {
				log.Fatal(err)
			}
			d.read(syntax)
		}
	}
	return d
}

func (d docs) read(file *ast.File) {
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range general.Specs {
			named, ok := spec.(*ast.TypeSpec)
			if !ok {
				continue
			}
			key := file.Name.Name + "." + named.Name.Name
			if named.Doc != nil {
				d[key] = text(named.Doc)
			} else if len(general.Specs) == 1 {
				d[key] = text(general.Doc)
			}
			if fields, isStruct := named.Type.(*ast.StructType); isStruct {
				d.readFields(key, fields)
			}
		}
	}
}

func (d docs) readFields(key string, fields *ast.StructType) {
	for _, field := range fields.Fields.List {
		for _, name := range field.Names {
			if field.Doc != nil {
				d[key+"."+name.Name] = text(field.Doc)
			} else {
				d[key+"."+name.Name] = text(field.Comment)
			}
		}
	}
}

// text is a comment in one line.
func text(group *ast.CommentGroup) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(group.Text()), " "), "'", "’")
}

func (d docs) of(t reflect.Type) string { return d[t.String()] }

func (d docs) ofField(t reflect.Type, name string) string { return d[t.String()+"."+name] }
