package reader

import (
	"io"
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
)

// maxText bounds a text of labels: a line for each picture.
const maxText = 8 << 20

// text reads a list of the classes' names, or a table of pictures and their classes, as
// Kaggle's trainLabels.csv is. Any other text is refused.
func (w *walk) text(e entry, form Form, r io.Reader) {
	content, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil {
		w.fail(cifar10.Unreadable(e.shown, err))
		return
	}
	lines := nonEmpty(string(content))
	names, isNames := classList(path.Base(e.name), lines)
	switch {
	case len(content) > maxText:
		w.refuse(e, form)
	case form == Metadata || isNames:
		w.names = names
		w.fail(noImages(e.shown))
	case w.table(lines):
		w.passBy(noPictures(e.shown, len(lines)))
	default:
		w.refuse(e, form)
	}
}

// nonEmpty returns a text's lines without those that are empty.
func nonEmpty(text string) []string {
	var lines []string
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// classList returns the classes' names if a text is a list of them: 2 to MaxClasses
// different short lines in a file whose name says so.
func classList(file string, lines []string) ([]string, bool) {
	if len(lines) < 2 || len(lines) > cifar10.MaxClasses {
		return nil, false
	}
	lower := strings.ToLower(file)
	says := slices.ContainsFunc(
		[]string{"label", "class", "name", "categor", "meta"},
		func(word string) bool { return strings.Contains(lower, word) },
	)
	for i, line := range lines {
		if len(line) > 64 || strings.ContainsAny(line, ",;\t") || slices.Contains(lines[:i], line) {
			return nil, false
		}
	}
	return lines, says || slices.Equal(lines, cifar10.ClassNames[:])
}

// table reads lines of a picture's name and its class, with any of the usual
// separators, with or without a heading. It reports whether the lines are such a
// table.
func (w *walk) table(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	sign := ""
	for _, candidate := range []string{",", ";", "\t", " "} {
		if strings.Count(lines[1], candidate) == 1 {
			sign = candidate
			break
		}
	}
	if sign == "" {
		return false
	}
	table := map[string]string{}
	for _, line := range lines {
		name, class, ok := strings.Cut(line, sign)
		name, class = unquoted(name), unquoted(class)
		if !ok || name == "" || class == "" || len(class) > 64 || strings.Contains(class, sign) {
			return false
		}
		table[name] = class
	}
	delete(table, "id")
	delete(table, "filename")
	if w.labels == nil {
		w.labels = map[string]string{}
	}
	for name, class := range table {
		w.labels[name] = class
	}
	return true
}

func unquoted(field string) string { return strings.Trim(strings.TrimSpace(field), `"'`) }
