// Package phrase holds the texts that a program shows the visitor, in a form that the page can
// translate: a code, which names the sentence, and the values in it. The English sentence comes
// with it.
//
//	phrase.New("run-number", "Run {n}", phrase.Values{"n": 3})
//
// A code and its sentence stand together in one place in the source, as literals: web/tools/phrases
// lists them all in testdata/phrases.json, from which the page's tests know what to translate.
package phrase

//go:generate go run onelayer/web/tools/phrases -root ../..

import (
	"reflect"
	"strconv"
	"strings"
)

// Values fill the names in braces. A value is a string, a number, a bool, a list of those, a Text,
// or anything with an Error or a String method.
type Values map[string]any

// Text is a sentence or a name. The zero Text is empty.
type Text struct {
	code    string // "" = not translated
	values  Values
	english string
}

// New returns the English sentence with its names in braces filled in.
func New(code, english string, values Values) Text {
	values = harmless(values)
	return Text{code: code, values: values, english: fill(english, values)}
}

// Equal reports whether two texts say the same, with the same code.
func (t Text) Equal(other Text) bool { return t.code == other.code && t.english == other.english }

// Plain returns words that are the same in every language, such as the name of a file or the
// visitor's own words.
func Plain(words string) Text { return Text{english: words} }

// Code names the sentence, or is empty for plain words.
func (t Text) Code() string { return t.code }

// Values are the values in the sentence.
func (t Text) Values() Values { return t.values }

// String returns the English sentence.
func (t Text) String() string { return t.english }

// IsZero reports whether t is empty.
func (t Text) IsZero() bool { return t.english == "" }

// Text returns t itself, as a value of another Text.
func (t Text) Text() Text { return t }

// fill replaces the names in braces by values. A name without a value stays.
func fill(english string, values Values) string {
	if len(values) == 0 {
		return english
	}
	pairs := make([]string, 0, 2*len(values))
	for name, value := range values {
		pairs = append(pairs, "{"+name+"}", words(value))
	}
	return strings.NewReplacer(pairs...).Replace(english)
}

// words writes a value in English, numbers in full and lists as fmt does: package fmt itself would
// add to the page's first download.
func words(value any) string {
	switch value := value.(type) {
	case error:
		return value.Error()
	case interface{ String() string }:
		return value.String()
	}
	v := reflect.ValueOf(value)
	switch {
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10)
	case v.CanFloat():
		return strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits())
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case v.Kind() == reflect.Slice, v.Kind() == reflect.Array:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = words(v.Index(i).Interface())
		}
		return "[" + strings.Join(items, " ") + "]"
	}
	return v.String() // a string
}
