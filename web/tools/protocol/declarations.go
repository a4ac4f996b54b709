package main

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

// writer collects declarations. A type that is used is also declared, once.
type writer struct {
	out   bytes.Buffer
	docs  docs
	queue []reflect.Type // used, and to be declared
	done  map[reflect.Type]bool
}

// declarations returns the whole file. The comments are those of the sources below root.
func declarations(root string) []byte {
	w := &writer{docs: readDocs(root), done: map[reflect.Type]bool{}}
	w.line(
		"// Written by web/tools/protocol from engine/protocol: change it there, then run go generate ./web/tools/protocol.",
	)
	w.line("")
	w.line("/** What a program says: plain words, or a sentence by its code with its values, and the English of it. */")
	w.line("export type Said = string | { code: string; values: Record<string, Said | number>; message: string };")
	w.line("")
	w.line("/** The name of a setting. */")
	w.line("export type SettingName = keyof Settings;")
	for _, event := range []any{protocol.Ready{}, protocol.Replied{}, protocol.Refused{}, protocol.Failed{}} {
		w.message("event", event)
	}
	for _, program := range []wire.Program{protocol.Trainer, protocol.Checker, protocol.Loader, protocol.Packer} {
		w.program(program)
	}
	w.union("frame", "Frame", "Figures for the view, from a worker or from the page.", protocol.Frames)
	w.union("kind", "Panel", "A panel of a scene.", protocol.Panels)
	w.union("view", "ToView", "What the page tells the view, beside frames.", protocol.ToView)
	w.union("view", "FromView", "What the view tells the page.", protocol.FromView)
	w.use(reflect.TypeFor[train.Point]())
	for _, message := range protocol.ShardMessages {
		w.use(reflect.TypeOf(message))
	}
	w.used()
	return w.out.Bytes()
}

func (w *writer) line(format string, arguments ...any) {
	if len(arguments) > 0 {
		format = fmt.Sprintf(format, arguments...)
	}
	fmt.Fprintln(&w.out, format)
}

// program declares the commands of a program, and its events.
func (w *writer) program(p wire.Program) {
	title := strings.ToUpper(p.Name[:1]) + p.Name[1:]
	w.line("\n/** The fields and the reply of each of the %s’s commands. */", p.Name)
	w.line("export type %sCommands = {", title)
	for _, exchange := range p.Commands {
		t := reflect.TypeOf(exchange.Command())
		w.comment("  ", w.docs.of(t))
		reply := "null"
		if exchange.Reply() != nil {
			reply = w.typeOf(reflect.TypeOf(exchange.Reply()), false)
		}
		w.line("  %s: { fields: {%s}; reply: %s };", wire.Name(t.Name()), w.inline(t), reply)
	}
	w.line("};")
	names := []string{"Ready", "Failed"}
	for _, event := range p.Events {
		names = append(names, wire.TypeName(event))
		w.message("event", event)
	}
	w.line("\n/** What the %s tells by itself. */", p.Name)
	w.line("export type %sEvent = %s;", title, strings.Join(names, " | "))
}

// union declares messages distinguished by one field, and their union.
func (w *writer) union(field, name, comment string, messages []any) {
	var names []string
	for _, message := range messages {
		names = append(names, wire.TypeName(message))
		w.message(field, message)
	}
	w.line("\n/** %s */", comment)
	w.line("export type %s = %s;", name, strings.Join(names, " | "))
}

// message declares a type with the field that names the message.
func (w *writer) message(kind string, m any) {
	name := wire.TypeName(m)
	switch kind {
	case "frame":
		name = wire.MessageName("Frame", m)
	case "view":
		name = wire.MessageName("View", m)
	case "kind":
		name = wire.MessageName("Panel", m)
	}
	w.declare(reflect.TypeOf(m), fmt.Sprintf("  %s: %q;", kind, name))
}

// used declares the types that were used, and those that they use.
func (w *writer) used() {
	for len(w.queue) > 0 {
		t := w.queue[0]
		w.queue = w.queue[1:]
		if w.done[t] {
			continue
		}
		if choices, limited := wire.Choices[t]; limited {
			w.done[t] = true
			w.line("")
			w.comment("", w.docs.of(t))
			w.line("export type %s = %s;", nameOf(t), quoted(choices))
			continue
		}
		w.declare(t)
	}
}

// declare writes the type of a struct, after some first lines.
func (w *writer) declare(t reflect.Type, first ...string) {
	w.done[t] = true
	w.line("")
	w.comment("", w.docs.of(t))
	w.line("export type %s = {", nameOf(t))
	for _, line := range first {
		w.line("%s", line)
	}
	for _, f := range wire.Fields(t) {
		w.comment("  ", w.docs.ofField(f.In, f.GoName))
		w.line("  %s%s: %s%s;", f.Name, question(f), w.typeOf(f.Type, false), orNull(f))
	}
	w.line("};")
}

// orNull lets a list that may be absent be null too, as it is in what is stored.
func orNull(f wire.Field) string {
	if f.Optional && f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.String {
		return " | null"
	}
	return ""
}

// inline writes a command's fields in one line.
func (w *writer) inline(t reflect.Type) string {
	var fields []string
	for _, f := range wire.Fields(t) {
		fields = append(fields, fmt.Sprintf(" %s%s: %s", f.Name, question(f), w.typeOf(f.Type, true)))
	}
	if len(fields) == 0 {
		return ""
	}
	return strings.Join(fields, ";") + " "
}

func question(f wire.Field) string {
	if f.Optional {
		return "?"
	}
	return ""
}

func (w *writer) comment(indent, text string) {
	if text != "" {
		w.line("%s/** %s */", indent, text)
	}
}

func (w *writer) use(t reflect.Type) {
	if !w.done[t] && !slices.Contains(w.queue, t) {
		w.queue = append(w.queue, t)
	}
}

// written are the types whose form on the wire is different.
var written = map[reflect.Type]string{
	reflect.TypeFor[phrase.Text]():          "Said",
	reflect.TypeFor[protocol.Points]():      "Float64Array",
	reflect.TypeFor[protocol.Settings]():    "Partial<Settings>",
	reflect.TypeFor[protocol.SettingName](): "SettingName",
	reflect.TypeFor[protocol.RunKey]():      "number | string",
	reflect.TypeFor[protocol.Panel]():       "Panel",
	reflect.TypeFor[protocol.Pair]():        "[number, number]",
	reflect.TypeFor[protocol.Words]():       "Record<string, string>",
	reflect.TypeFor[wire.Port]():            "MessagePort",
	reflect.TypeFor[wire.Blob]():            "File",
	reflect.TypeFor[[]uint8]():              "Uint8Array<ArrayBuffer>",
	reflect.TypeFor[[]float32]():            "Float32Array",
	reflect.TypeFor[[]float64]():            "Float64Array",
}

// byName are the types that are objects with values of one type.
var byName = map[reflect.Type]reflect.Type{
	reflect.TypeFor[protocol.ShardRoles]():  reflect.TypeFor[cifar10.Role](),
	reflect.TypeFor[protocol.TestFigures](): reflect.TypeFor[train.Metrics](),
}

// renamed are the types that have another name in the page.
var renamed = map[reflect.Type]string{
	reflect.TypeFor[protocol.Run]():          "RunSummary",
	reflect.TypeFor[train.Point]():           "HistoryPoint",
	reflect.TypeFor[train.Hyperparameters](): "Settings",
}

func nameOf(t reflect.Type) string {
	if name := renamed[t]; name != "" {
		return name
	}
	if t.Name() == "Kind" { // of the package's own name
		path := t.PkgPath()
		package_ := path[strings.LastIndex(path, "/")+1:]
		return strings.ToUpper(package_[:1]) + package_[1:] + "Kind"
	}
	return t.Name()
}

// typeOf returns a type as the page writes it; in a command, integers may come in
// either kind of array.
func (w *writer) typeOf(t reflect.Type, sent bool) string {
	if values := byName[t]; values != nil {
		return fmt.Sprintf("Record<string, %s>", w.typeOf(values, sent))
	}
	if text := written[t]; text != "" {
		if t == reflect.TypeFor[protocol.Settings]() {
			w.use(reflect.TypeFor[train.Hyperparameters]())
		}
		return text
	}
	if _, limited := wire.Choices[t]; limited {
		w.use(t)
		return nameOf(t)
	}
	switch t.Kind() {
	case reflect.Bool:
		return "boolean"
	case reflect.String:
		return "string"
	case reflect.Interface:
		return "any"
	case reflect.Pointer:
		return w.typeOf(t.Elem(), sent) + " | null"
	case reflect.Struct:
		w.use(t)
		return nameOf(t)
	case reflect.Slice:
		list := w.typeOf(t.Elem(), sent) + "[]"
		if t.Elem().Kind() == reflect.Pointer {
			list = "(" + w.typeOf(t.Elem(), sent) + ")[]"
		}
		if sent && t.Elem().Kind() == reflect.Int {
			list += " | Float64Array"
		}
		return list
	case reflect.Array:
		return "[" + strings.TrimSuffix(strings.Repeat(w.typeOf(t.Elem(), sent)+", ", t.Len()), ", ") + "]"
	default:
		return "number"
	}
}

func quoted(choices []string) string {
	var all []string
	for _, choice := range choices {
		all = append(all, fmt.Sprintf("%q", choice))
	}
	return strings.Join(all, " | ")
}
