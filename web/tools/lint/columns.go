package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	widest     = 120 // columns of a line; a tab is four
	longText   = 50  // from this length a text may make a line longer: it can't be broken
	besideText = 90  // columns that may be beside such a text
)

var (
	written = regexp.MustCompile(`\.(go|js|css|sh)$`)
	literal = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\]|\\\\.)*'")
)

// linesFitAWindow: code is read side by side. Only a text may exceed the width.
func linesFitAWindow(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if !written.MatchString(f.name) {
			continue
		}
		for i, line := range strings.Split(string(f.content), "\n") {
			if w := columns(line); w > widest && !longByText(line, w) {
				place := fmt.Sprintf("%s:%d", f.name, i+1)
				found = append(found, violation{place, fmt.Sprintf("is %d columns wide, of at most %d", w, widest)})
			}
		}
	}
	return found
}

func columns(line string) int {
	return utf8.RuneCountInString(line) + 3*strings.Count(line, "\t")
}

// longByText reports whether it is a single text that makes a line of a width too wide.
func longByText(line string, width int) bool {
	longest := 0
	for _, text := range literal.FindAllString(line, -1) {
		longest = max(longest, utf8.RuneCountInString(text))
	}
	return longest >= longText && width-longest <= besideText
}
