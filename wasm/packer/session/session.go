package session

import (
	"bytes"
	"context"
	"errors"

	"onelayer/engine/cifar10"
	"onelayer/engine/npz"
	"onelayer/wasm/inbox"
)

// Version is the version of the packer's protocol; its Ready event carries it.
const Version = 1

// Session answers packWeights and unpackWeights.
type Session struct {
	post  func(message map[string]any) // to the page
	inbox *inbox.Inbox
}

// New returns a session that has not started.
func New(post func(message map[string]any)) *Session {
	return &Session{post: post, inbox: inbox.New()}
}

// Receive takes a message of the page. It never blocks.
func (s *Session) Receive(message map[string]any) {
	s.inbox.Push(func() { s.handle(message) })
}

// Run serves until ctx is done.
func (s *Session) Run(ctx context.Context) {
	s.post(map[string]any{"event": "Ready", "version": Version})
	for ctx.Err() == nil {
		s.inbox.Do()
		s.inbox.Wait(ctx)
	}
}

func (s *Session) handle(message map[string]any) {
	number, _ := message["id"].(float64)
	id := int(number)
	value, err := answer(message)
	if err != nil {
		s.post(map[string]any{"event": "Refused", "id": id, "message": err.Error()})
		return
	}
	s.post(map[string]any{"event": "Replied", "id": id, "value": value})
}

func answer(message map[string]any) (any, error) {
	switch message["command"] {
	case "packWeights":
		return pack(message)
	case "unpackWeights":
		return unpack(message)
	default:
		return nil, errors.New("unknown command")
	}
}

// pack returns the archive's bytes.
func pack(message map[string]any) (any, error) {
	n := new(npz.Network)
	n.W, _ = message["weights"].([]float32)
	n.B, _ = message["bias"].([]float32)
	n.Mean, _ = message["mean"].([]float64)
	n.Std, _ = message["std"].([]float64)
	n.Settings, _ = message["settings"].(string)
	if len(n.W) != cifar10.Classes*cifar10.Dim || len(n.B) != cifar10.Classes {
		return nil, errors.New("expected 10×3072 weights and 10 biases")
	}
	var file bytes.Buffer
	if err := n.Write(&file); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// unpack returns what an archive holds.
func unpack(message map[string]any) (any, error) {
	file, _ := message["bytes"].([]uint8)
	n, err := npz.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	return map[string]any{"weights": n.W, "bias": n.B, "settings": n.Settings}, nil
}
