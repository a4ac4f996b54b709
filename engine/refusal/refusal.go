// Package refusal holds errors that are meant for the visitor: each has a code, which
// the page translates by, and the values of its sentence.
//
//	refusal.New("label-out-of-range", "{file}: label {label} in record {record}; 0 to 9 expected",
//		refusal.Values{"file": name, "label": label, "record": i})
//
// The code and the sentence are literals at the one place that makes the refusal: see
// package phrase. Error returns the English sentence, so a refusal travels through
// errors.Is, errors.As and %w like any error.
package refusal

import (
	"errors"

	"onelayer/engine/phrase"
)

// Values fill the names in braces: strings, numbers, texts and errors. The refusal wraps the errors
// among them.
type Values = phrase.Values

// Error is an error for the visitor.
type Error struct {
	text   phrase.Text
	causes []error
}

// New returns a refusal. A value "field" is the name of the setting that is wrong.
func New(code, english string, values Values) *Error {
	e := &Error{text: phrase.New(code, english, values)}
	for _, value := range values {
		if err, ok := value.(error); ok {
			e.causes = append(e.causes, err)
		}
	}
	return e
}

// Wraps lets errors.Is and errors.As find the cause of e, besides the errors among its values. It
// returns e.
func (e *Error) Wraps(cause error) *Error {
	e.causes = append(e.causes, cause)
	return e
}

// Error implements error in English.
func (e *Error) Error() string { return e.text.String() }

// Unwrap returns the causes of e.
func (e *Error) Unwrap() []error { return e.causes }

// Code names the sentence.
func (e *Error) Code() string { return e.text.Code() }

// Values are the values in the sentence.
func (e *Error) Values() Values { return e.text.Values() }

// Text returns the sentence of e.
func (e *Error) Text() phrase.Text { return e.text }

// Field returns the setting or field that is wrong, or "".
func (e *Error) Field() string {
	field, _ := e.Values()["field"].(string)
	return field
}

// Of returns a refusal with a text of another program.
func Of(text phrase.Text) *Error { return &Error{text: text} }

// From returns err as a refusal: itself if it is one, or one with err's text that wraps what err
// wraps. An internal error has no code and stays English. A refusal deeper in err's chain is not
// extracted: the words around it would be lost.
func From(err error) *Error {
	if refused, ok := err.(*Error); ok {
		return refused
	}
	return &Error{text: phrase.Plain(err.Error()), causes: []error{err}}
}

// In adds the name of the file that err is about.
func In(file string, err error) *Error {
	return New("in-file", "{file}: {reason}", Values{"file": file, "reason": err})
}

// named is how many errors of one kind are listed in full: nobody reads more.
const named = 5

// Few collects errors: the first few in full, the rest counted. The zero value has none.
type Few struct {
	told []error
	more int
}

// Add adds one more.
func (f *Few) Add(err error) {
	if n := countIn(err); n > 0 {
		f.more += n
		return
	}
	if len(f.told) < named {
		f.told = append(f.told, err)
		return
	}
	f.more++
}

// Errors returns those that are listed, and at the end how many more there are.
func (f *Few) Errors() []error {
	if f.more == 0 {
		return f.told
	}
	return append(f.told[:len(f.told):len(f.told)], New("and-more", "and {n} more", Values{"n": f.more}))
}

// countIn returns how many further errors err stands for, as counted by another program, or 0.
func countIn(err error) int {
	refused, ok := err.(*Error)
	if !ok || refused.Code() != "and-more" {
		return 0
	}
	switch n := refused.Values()["n"].(type) {
	case int:
		return n
	case float64:
		return int(n)
	}
	return 0
}

// FewOf returns the first few of errs, and how many more there are.
func FewOf(errs []error) []error {
	var few Few
	for _, err := range errs {
		few.Add(err)
	}
	return few.Errors()
}

// Join returns one refusal with the texts of errs, one per line, or nil without any. Of very many
// it lists a few and counts the rest.
func Join(errs ...error) error { return chain(FewOf(errs)) }

func chain(errs []error) error {
	switch len(errs) {
	case 0:
		return nil
	case 1:
		return errs[0]
	}
	return New("one-and-more", "{first}\n{rest}", Values{"first": errs[0], "rest": chain(errs[1:])})
}

// Is reports whether err is, or wraps, a refusal with this code.
func Is(err error, code string) bool {
	refused := new(Error)
	if !errors.As(err, &refused) {
		return false
	}
	if refused.Code() == code {
		return true
	}
	for _, cause := range refused.causes {
		if Is(cause, code) {
			return true
		}
	}
	return false
}
