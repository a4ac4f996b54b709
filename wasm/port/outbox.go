//go:build js && wasm

package port

// Outbox gathers messages for a port: sending one takes the browser longer than most
// commands take.
type Outbox struct {
	port     *MessagePort
	messages []any
	out      outgoing
}

// NewOutbox returns an empty outbox.
func NewOutbox(port *MessagePort) *Outbox { return &Outbox{port: port} }

// Post adds a message, as it is now.
func (o *Outbox) Post(message map[string]any) { o.messages = append(o.messages, o.out.value(message)) }

// Flush sends the messages: one as it is, several as an array.
func (o *Outbox) Flush() {
	switch len(o.messages) {
	case 0:
		return
	case 1:
		o.port.target.Call("postMessage", o.messages[0], o.out.transfer)
	default:
		o.port.target.Call("postMessage", jsArray.Call("of", o.messages...), o.out.transfer)
	}
	o.messages, o.out = nil, outgoing{}
}
