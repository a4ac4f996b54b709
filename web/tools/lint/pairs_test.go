package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
)

func TestViewMessagesHaveBothEnds(t *testing.T) {
	var view, page strings.Builder
	for _, p := range protocol.Panels {
		fmt.Fprintf(&page, "show({ kind: %q });\n", wire.MessageName("Panel", p))
		for _, f := range wire.Fields(reflect.TypeOf(p)) {
			fmt.Fprintf(&page, "({ %s: 1 });\n", f.Name)
		}
	}
	for _, m := range slices.Concat(protocol.ToView, protocol.Frames, protocol.Panels) {
		if m != any(protocol.Begin{}) {
			fmt.Fprintf(&view, "case protocol.%s:\n", wire.TypeName(m))
		}
		for _, f := range wire.Fields(reflect.TypeOf(m)) {
			fmt.Fprintf(&view, "_ = m.%s\n", f.GoName)
		}
		fmt.Fprintf(&page, "tell({ view: %q });\n", wire.MessageName("View", m))
	}
	for _, m := range protocol.FromView {
		if m != any(protocol.ViewCompiled{}) {
			fmt.Fprintf(&view, "tell(protocol.%s{})\n", wire.TypeName(m))
		}
		fmt.Fprintf(&page, "if (message.view === %q) return;\n", wire.MessageName("View", m))
		for _, f := range wire.Fields(reflect.TypeOf(m)) {
			fmt.Fprintf(&page, "message.%s;\n", f.Name)
		}
	}
	for _, test := range []struct {
		what, from, to string
	}{
		{"whole", "", ""},
		{"a message that nobody sends", `view: "enlarge"`, `view: "other"`},
		{"a message only spoken of", `tell({ view: "zoom" })`, `// tell({ view: "zoom" })`},
		{"a message that the page does not take", `message.view === "laid"`, "false"},
		{"a message that the view does not take", "case protocol.Zoom:", ""},
		{"a frame that the view does not take", "case protocol.MeansFrame:", ""},
		{"a message that the view does not send", "tell(protocol.Hovered{})", ""},
		{"a message that the view's script does not take", `data.view === "begin"`, "false"},
		{"a message that the view's script does not send", `tell({ view: "compiled" })`, ""},
		{"a field that the view does not read", "_ = m.By\n", ""},
		{"a field that the page does not read", "message.whole", ""},
		{"a panel that nobody shows", `kind: "heat"`, `kind: "other"`},
		{"a field that no panel is given", "({ minibatch: 1 });", ""},
	} {
		script := `if (data.view === "begin") tell({ view: "compiled" });` // before the Go program starts
		files := []file{
			{name: "web/js/view/program.js", content: []byte(strings.Replace(script, test.from, test.to, 1))},
			{name: "wasm/canvas/stage/a.go", content: []byte(strings.Replace(view.String(), test.from, test.to, 1))},
			{name: "web/js/core/a.js", content: []byte(strings.Replace(page.String(), test.from, test.to, 1))},
		}
		want := 1
		if test.from == "" {
			want = 0
		}
		if found := viewMessagesHaveBothEnds(tree{files: files}); len(found) != want {
			t.Errorf("%s: %d violations %v, want %d", test.what, len(found), found, want)
		}
	}
}

func TestDeclaredMessagesAreUsed(t *testing.T) {
	var all strings.Builder
	all.WriteString("worker.send(")
	for _, p := range programs {
		for _, exchange := range p.Commands {
			fmt.Fprintf(&all, "%q ", wire.Name(wire.TypeName(exchange.Command())))
		}
		for _, event := range p.Events {
			fmt.Fprintf(&all, "%q ", wire.TypeName(event))
		}
	}
	for _, test := range []struct {
		dead string
		want int
	}{{"nothing", 0}, {`"curvature"`, 1}, {`"RunJoined"`, 1}} {
		page := file{name: "web/js/core/a.js", content: []byte(strings.ReplaceAll(all.String(), test.dead, ""))}
		if found := declaredMessagesAreUsed(tree{files: []file{page}}); len(found) != test.want {
			t.Errorf("without %s: %d violations %v, want %d", test.dead, len(found), found, test.want)
		}
	}
}

func TestChoicesAreUsed(t *testing.T) {
	const declared = `package protocol

const (
	StatusReady  Status = "ready"
	StatusFailed Status = "failed" // StatusFailed is never set
)

func init() { wire.Choose(StatusReady, StatusFailed) }
`
	files := []file{
		source(t, "engine/protocol/run.go", declared),
		source(t, "wasm/a/a.go", "package a\n\nvar status = protocol.StatusReady\n"),
	}
	if found := choicesAreUsed(tree{files: files}); len(found) != 1 || found[0].place != "StatusFailed" {
		t.Errorf("found %v, want StatusFailed alone", found)
	}
}
