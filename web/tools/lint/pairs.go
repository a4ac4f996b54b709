package main

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
)

var (
	lineComment  = regexp.MustCompile(`(?m)(^|\s)//.*$`)
	blockComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
)

// viewMessagesHaveBothEnds: compilers see one language each, so that a field that nobody
// sends, or a message that nobody takes, stays unseen. Each message between the page and
// the view, and each kind of panel, has a sender and a receiver, which reads each of its
// fields.
func viewMessagesHaveBothEnds(t tree) []violation {
	page, view := pageScripts(t), viewSources(t)
	if !strings.Contains(page, "view: \"") {
		return nil // a tree without the page, as in tests
	}
	words := map[string]bool{}
	for _, word := range regexp.MustCompile(`\w+`).FindAllString(page, -1) {
		words[word] = true
	}
	var found []violation
	need := func(there bool, format string, arguments ...any) {
		if !there {
			found = append(found, violation{"messages of the view", fmt.Sprintf(format, arguments...)})
		}
	}
	taken := func(message any) {
		goName := "protocol." + wire.TypeName(message)
		script := fmt.Sprintf("data.view === %q", wire.MessageName("View", message))
		takes := strings.Contains(view, "case "+goName+":") || strings.Contains(view, script)
		need(takes, "the view does not take %s", goName)
		for _, f := range wire.Fields(reflect.TypeOf(message)) {
			need(strings.Contains(view, "."+f.GoName), "the view does not read %s of %s", f.GoName, goName)
		}
	}
	for _, message := range protocol.ToView {
		name := wire.MessageName("View", message)
		need(strings.Contains(page, fmt.Sprintf("view: %q", name)), "no script sends %q", name)
		taken(message)
	}
	for _, message := range slices.Concat(protocol.Frames, protocol.Panels) {
		taken(message)
	}
	for _, panel := range protocol.Panels {
		name := wire.MessageName("Panel", panel)
		need(strings.Contains(page, strconv.Quote(name)), "no script has a panel %q", name)
		for _, f := range wire.Fields(reflect.TypeOf(panel)) {
			need(words[f.Name], "no script gives %q to a panel %q", f.Name, name)
		}
	}
	for _, message := range protocol.FromView {
		name, goName := wire.MessageName("View", message), "protocol."+wire.TypeName(message)
		script := fmt.Sprintf("view: %q", name)
		sends := strings.Contains(view, goName+"{") || strings.Contains(view, script)
		need(sends, "the view does not send %s", goName)
		need(strings.Contains(page, fmt.Sprintf("message.view === %q", name)), "no script takes %q", name)
		for _, f := range wire.Fields(reflect.TypeOf(message)) {
			need(words[f.Name], "no script reads %q of %q", f.Name, name)
		}
	}
	return found
}

// viewSources is all source of the view, its script's too, without comments and tests.
func viewSources(t tree) string {
	var all strings.Builder
	for _, f := range t.files {
		if f.isGo() && !f.isTest() && within(f.dir(), "wasm/canvas") {
			all.WriteString(lineComment.ReplaceAllString(string(f.content), ""))
		}
		if f.name == modules+"/view/program.js" {
			all.WriteString(withoutComments(string(f.content)))
		}
	}
	return all.String()
}

// programs are those whose messages engine/protocol declares.
var programs = []wire.Program{protocol.Trainer, protocol.Loader, protocol.Checker, protocol.Packer}

// declaredMessagesAreUsed: a command that no script of the page names, or an event that
// none handles, is dead, even if it compiles.
func declaredMessagesAreUsed(t tree) []violation {
	page := pageScripts(t)
	if !strings.Contains(page, "worker.send(") {
		return nil // a tree without the page, as in tests
	}
	var found []violation
	report := func(name, reason string) {
		if !strings.Contains(page, strconv.Quote(name)) {
			found = append(found, violation{fmt.Sprintf("message %q", name), reason})
		}
	}
	for _, p := range programs {
		for _, exchange := range p.Commands {
			report(wire.Name(wire.TypeName(exchange.Command())), "is a command of the "+p.Name+" that no script sends")
		}
		if len(p.Events) == 1 {
			continue // the page need not ask which it is
		}
		for _, event := range p.Events {
			report(wire.TypeName(event), "is an event of the "+p.Name+" that no script takes")
		}
	}
	return found
}

var (
	// chosen finds the values that a text type may have.
	chosen = regexp.MustCompile(`wire\.Choose\((.*)\)`)
	// goName finds the names of our constants in such a list.
	goName = regexp.MustCompile(`\b[A-Z]\w+\b`)
)

// choicesAreUsed: a value that a message may have is sent or checked somewhere else in
// Go, or it never occurs.
func choicesAreUsed(t tree) []violation {
	times := map[string]int{}
	var choices []string
	for _, f := range t.files {
		if !f.isGo() || f.isTest() || within(f.dir(), "web") {
			continue
		}
		content := lineComment.ReplaceAllString(string(f.content), "")
		for _, list := range firstGroups(chosen, content) {
			choices = append(choices, goName.FindAllString(list, -1)...)
		}
		for _, name := range goName.FindAllString(content, -1) {
			times[name]++
		}
	}
	var found []violation
	for _, name := range choices {
		if times[name] <= 2 { // where it is declared, and where it is a choice
			found = append(found, violation{name, "is a choice of a message that nothing in Go ever makes"})
		}
	}
	return found
}

// pageScripts is all source of the page's scripts, without comments and tests.
func pageScripts(t tree) string {
	var all strings.Builder
	for _, f := range t.files {
		ours := within(f.name, modules) && !within(f.name, modules+"/view")
		if ours && strings.HasSuffix(f.name, ".js") && !strings.HasSuffix(f.name, ".test.js") {
			all.WriteString(withoutComments(string(f.content)))
		}
	}
	return all.String()
}

func withoutComments(script string) string {
	return lineComment.ReplaceAllString(blockComment.ReplaceAllString(script, ""), "")
}

func firstGroups(pattern *regexp.Regexp, content string) []string {
	var groups []string
	for _, match := range pattern.FindAllStringSubmatch(content, -1) {
		groups = append(groups, match[1])
	}
	return groups
}
