package main

import (
	"path"
	"slices"
	"strings"
)

// ignore holds the two kinds of patterns that .gitignore has here: "/dist/", a
// folder from the root, and "*.test", file names wherever they are.
type ignore struct {
	folders []string
	names   []string
}

func parseIgnore(text string) ignore {
	var i ignore
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "/"):
			i.folders = append(i.folders, strings.Trim(line, "/"))
		default:
			i.names = append(i.names, line)
		}
	}
	return i
}

func (i ignore) folder(name string) bool { return slices.Contains(i.folders, name) }

func (i ignore) file(name string) bool {
	return slices.ContainsFunc(i.names, func(pattern string) bool {
		matched, err := path.Match(pattern, path.Base(name))
		return err == nil && matched
	})
}
