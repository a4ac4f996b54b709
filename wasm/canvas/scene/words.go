package scene

import (
	"strconv"
	"strings"
)

// Words are the view's texts in the page's language: the English text, in which {n}
// is a number, and its translation. A text without one stays English.
type Words map[string]string

// of returns a text in the page's language.
func (w Words) of(english string) string {
	if other := w[english]; other != "" {
		return other
	}
	return english
}

// with returns a text in the page's language with a number in it.
func (w Words) with(english string, n float64) string {
	return strings.ReplaceAll(w.of(english), "{n}", strconv.FormatFloat(n, 'f', -1, 64))
}

// number writes a number's text with the page's decimal sign.
func (w Words) number(text string) string {
	return strings.ReplaceAll(text, ".", w.of("."))
}
