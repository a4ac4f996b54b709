package loading

import (
	"onelayer/engine/cifar10/reader"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
)

// Receive takes a message from the page. It never blocks. An answer is handled at once:
// the command that asked is still reading files.
func (s *Session) Receive(message map[string]any) {
	if message["command"] != "answer" {
		s.Service.Receive(message)
		return
	}
	id, command, err := protocol.Loader.DecodeCommand(message)
	if err != nil {
		s.Refuse(id, err)
		return
	}
	answer, _ := command.(protocol.Answer)
	select {
	case s.answers <- answer.Chosen:
	default: // nobody has asked
	}
	s.Reply(id, nil)
}

// ask posts a question and waits for the page's answer: options' indices, or nil if the
// visitor declines.
func (s *Session) ask(q reader.Question) []int {
	s.Post(protocol.Asked{Text: q.Text, Options: q.Options, Least: q.Least, Most: q.Most})
	return <-s.answers
}

// note tells the page what was done to the images.
func (s *Session) note(text phrase.Text) { s.Post(protocol.Noted{Message: text}) }

// sendLabels passes on labels that came without images.
func (l *line) sendLabels(labels reader.Labels) {
	l.send(
		wire.Object(protocol.LabelsAlone{Labels: labels.Name, Y: labels.Y, Alone: refusal.From(labels.Alone).Text()}),
	)
}
