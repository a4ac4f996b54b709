// Package template stands in for text/template with the little of its language
// that Ebitengine's built-in shaders are written in:
//
//	{{if eq .A .B}} … {{else if eq .A .C}} … {{else}} … {{end}}
//
// where A, B and C are fields of a struct, whole numbers. text/template looks
// methods up by name, for which the linker keeps every method of every type.
package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
)

// Template is a text with conditions.
type Template struct {
	name string
	text string
}

// New returns an empty Template.
func New(name string) *Template { return &Template{name: name} }

// Must returns t, and panics on an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// Parse returns a Template of a text. Errors are found when it is executed.
func (t *Template) Parse(text string) (*Template, error) {
	return &Template{name: t.name, text: text}, nil
}

// Execute writes the parts of the text whose conditions hold for data, a struct.
func (t *Template) Execute(w io.Writer, data any) error {
	e := execution{data: reflect.ValueOf(data), writing: true}
	rest := t.text
	for {
		text, more, found := strings.Cut(rest, "{{")
		if e.writing {
			e.out.WriteString(text)
		}
		if !found {
			break
		}
		action, after, _ := strings.Cut(more, "}}")
		if !e.act(strings.Fields(action)) {
			return fmt.Errorf("template %s: {{%s}} is not understood", t.name, action)
		}
		rest = after
	}
	if len(e.open) > 0 {
		return fmt.Errorf("template %s: a condition has no end", t.name)
	}
	_, err := io.WriteString(w, e.out.String())
	return err
}

// execution is a template being executed.
type execution struct {
	data    reflect.Value
	out     strings.Builder
	writing bool
	open    []condition // the innermost last
}

// condition is an if that has not ended.
type condition struct {
	around bool // writing outside of it
	met    bool // one of its branches was written
}

// act executes an action, or reports that it can't.
func (e *execution) act(words []string) bool {
	switch {
	case len(words) == 4 && words[0] == "if":
		e.open = append(e.open, condition{around: e.writing})
		return e.branch(words[1:])
	case len(e.open) == 0 || len(words) == 0:
		return false
	case len(words) == 5 && words[0] == "else" && words[1] == "if":
		return e.branch(words[2:])
	case len(words) == 1 && words[0] == "else":
		e.enter(true)
		return true
	case len(words) == 1 && words[0] == "end":
		last := len(e.open) - 1
		e.writing, e.open = e.open[last].around, e.open[:last]
		return true
	}
	return false
}

// branch starts the part of a condition that applies if "eq .A .B" holds.
func (e *execution) branch(comparison []string) bool {
	a, b := e.field(comparison[1]), e.field(comparison[2])
	if comparison[0] != "eq" || !a.CanInt() || !b.CanInt() {
		return false
	}
	e.enter(a.Int() == b.Int())
	return true
}

// enter goes on in the innermost condition's next part.
func (e *execution) enter(holds bool) {
	c := &e.open[len(e.open)-1]
	e.writing = c.around && holds && !c.met
	c.met = c.met || holds
}

// field returns the field that ".Name" names.
func (e *execution) field(name string) reflect.Value {
	return e.data.FieldByName(strings.TrimPrefix(name, "."))
}
