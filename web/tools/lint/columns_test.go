package main

import (
	"strings"
	"testing"
)

func TestLinesFitAWindow(t *testing.T) {
	words := func(n int) string { return strings.Repeat("word ", n)[:n] }
	for _, test := range []struct {
		what, name, line string
		want             int
	}{
		{"a line of 120 columns", "a.js", words(120), 0},
		{"one more", "a.js", words(121), 1},
		{"letters of more bytes", "a.js", strings.Repeat("λ", 120), 0},
		{"tabs count four", "a.go", "\t" + words(117), 1},
		{"one long text", "a.js", `say("` + words(200) + `");`, 0},
		{"a text beside too much", "a.js", words(91) + `"` + words(60) + `"`, 1},
		{"another kind of file", "a.md", words(300), 0},
	} {
		found := linesFitAWindow(tree{files: []file{{name: test.name, content: []byte(test.line + "\n")}}})
		if len(found) != test.want {
			t.Errorf("%s: %d violations %v, want %d", test.what, len(found), found, test.want)
		}
	}
}
