package wire

import (
	"reflect"
	"strings"

	"onelayer/engine/refusal"
)

// Program is what one program and the page say to each other. A message is named after its struct;
// the name of a command begins with a lower-case letter.
type Program struct {
	Name     string
	Commands []Exchange
	Events   []any
}

// Exchange is a command and its answer: nil if there is nothing to report.
type Exchange [2]any

// Command is the command, without values.
func (e Exchange) Command() any { return e[0] }

// Reply is the answer, without values, or nil.
func (e Exchange) Reply() any { return e[1] }

// DecodeCommand reads a message of the page, {command, id, …}. The id is that of the message even
// with an error, so that the page gets the error.
func (p Program) DecodeCommand(message map[string]any) (id int, command any, err error) {
	if err := decode("id", message["id"], reflect.ValueOf(&id).Elem()); err != nil {
		return 0, nil, err
	}
	name, _ := message["command"].(string)
	for _, exchange := range p.Commands {
		t := reflect.TypeOf(exchange.Command())
		if Name(t.Name()) != name {
			continue
		}
		c := reflect.New(t)
		err := decodeStruct("", message, c.Elem())
		return id, c.Elem().Interface(), err
	}
	return id, nil, refusal.New("unknown-command", "There is no command {command}.", refusal.Values{"command": name})
}

// Event returns a struct as an event, {event, …}.
func Event(e any) map[string]any { return named("event", TypeName(e), e) }

// Frame returns a struct, WeightsFrame for instance, as a frame of figures for the view,
// {frame: "weights", …}.
func Frame(f any) map[string]any { return named("frame", MessageName("Frame", f), f) }

// View returns a struct, ViewReady for instance, as a message between the page and the
// view, {view: "ready", …}.
func View(m any) map[string]any { return named("view", MessageName("View", m), m) }

// MessageName is the name of a message on the wire: its type's name without the kind.
func MessageName(kind string, m any) string {
	return Name(strings.TrimPrefix(strings.TrimSuffix(TypeName(m), kind), kind))
}

// DecodeFrame reads a frame as the struct among known that has its name, or nil.
func DecodeFrame(known []any, message map[string]any) (any, error) {
	return decodeNamed("Frame", message["frame"], known, message)
}

// DecodeView reads a message between the page and the view as DecodeFrame reads a frame.
func DecodeView(known []any, message map[string]any) (any, error) {
	return decodeNamed("View", message["view"], known, message)
}

// Panel returns a struct, ChartPanel for instance, as a panel of a scene, {kind: "chart", …}.
func Panel(p any) map[string]any { return named("kind", MessageName("Panel", p), p) }

// DecodePanel reads a panel as the struct among known that has its name; another name is refused.
func DecodePanel(known []any, message map[string]any) (any, error) {
	panel, err := decodeNamed("Panel", message["kind"], known, message)
	if panel == nil && err == nil {
		var names []string
		for _, example := range known {
			names = append(names, MessageName("Panel", example))
		}
		err = refusal.NotOneOf("kind", names...)
	}
	return panel, err
}

func decodeNamed(kind string, name any, known []any, message map[string]any) (any, error) {
	for _, example := range known {
		if MessageName(kind, example) == name {
			m := reflect.New(reflect.TypeOf(example)).Elem()
			err := decodeStruct("", message, m)
			return m.Interface(), err
		}
	}
	return nil, nil
}

func named(kind, name string, v any) map[string]any {
	object := Object(v)
	object[kind] = name
	return object
}

// TypeName is the name of v's type.
func TypeName(v any) string {
	t := reflect.TypeOf(v)
	if t.Kind() != reflect.Struct {
		panic("wire: a message is a struct, not a " + t.String())
	}
	return t.Name()
}
