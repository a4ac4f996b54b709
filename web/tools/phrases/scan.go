package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
)

// makers are the packages whose New makes a phrase of a code and a sentence.
var makers = []string{"onelayer/engine/phrase", "onelayer/engine/refusal"}

var (
	codeForm    = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	namesBraced = regexp.MustCompile(`\{(\w+)\}`)
)

// addFile adds the texts of a Go file.
func (p phrases) addFile(path string, source []byte) error {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, path, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	makes := calls(syntax)
	var failure error
	ast.Inspect(syntax, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok || failure != nil || len(call.Args) != 3 || !makes(call.Fun) {
			return failure == nil
		}
		if err := p.addCall(call); err != nil {
			failure = fmt.Errorf("%s: %w", files.Position(call.Pos()), err)
		}
		return true
	})
	return failure
}

// calls returns a function that reports whether an expression of a file is a
// maker's New.
func calls(file *ast.File) func(ast.Expr) bool {
	names := map[string]bool{} // the makers' packages as the file calls them
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if !slices.Contains(makers, path) {
			continue
		}
		name := path[len("onelayer/engine/"):]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = true
	}
	isMaker := file.Name.Name == "refusal" // its calls of phrase.New are counted at its own callers
	return func(function ast.Expr) bool {
		switch f := function.(type) {
		case *ast.SelectorExpr:
			from, ok := f.X.(*ast.Ident)
			return ok && !isMaker && names[from.Name] && f.Sel.Name == "New"
		case *ast.Ident:
			return isMaker && f.Name == "New"
		}
		return false
	}
}

// addCall adds the phrase that a call of New makes.
func (p phrases) addCall(call *ast.CallExpr) error {
	code, isLiteral := literal(call.Args[0])
	english, isLiteralToo := literal(call.Args[1])
	switch {
	case !isLiteral || !isLiteralToo:
		return fmt.Errorf("the code and the sentence must be literals, so that they can be listed")
	case !codeForm.MatchString(code):
		return fmt.Errorf("the code %q is not in small letters with hyphens", code)
	case p[code] != "" && p[code] != english:
		return fmt.Errorf("the code %q says %q here and %q elsewhere", code, english, p[code])
	}
	p[code] = english
	return sameNames(call.Args[2], english)
}

// sameNames compares the values, if they are literals, with the names in braces.
func sameNames(values ast.Expr, english string) error {
	var given []string
	switch v := values.(type) {
	case *ast.CompositeLit:
		for _, element := range v.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				name, _ := literal(pair.Key)
				given = append(given, name)
			}
		}
	case *ast.Ident:
		if v.Name != "nil" {
			return nil // a variable: its content is known only at run time
		}
	default:
		return nil
	}
	for _, name := range bracedNames(english) {
		if !slices.Contains(given, name) {
			return fmt.Errorf("%q gets no value for {%s}", english, name)
		}
	}
	return nil
}

// bracedNames are the names in braces.
func bracedNames(english string) []string {
	var names []string
	for _, match := range namesBraced.FindAllStringSubmatch(english, -1) {
		names = append(names, match[1])
	}
	return names
}

// literal returns the value of a string literal, or of a sum of them.
func literal(e ast.Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, isLeft := literal(e.X)
		right, isRight := literal(e.Y)
		return left + right, isLeft && isRight && e.Op == token.ADD
	}
	return "", false
}
