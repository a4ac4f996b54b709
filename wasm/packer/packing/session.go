package packing

import (
	"bytes"

	"onelayer/engine/cifar10"
	"onelayer/engine/npz"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
	"onelayer/wasm/service"
)

// Session answers packWeights and unpackWeights.
type Session struct{ *service.Service }

// New returns a session that has not started.
func New(host service.Host) *Session {
	s := new(Session)
	s.Service = service.New(host, protocol.Packer, s.do)
	return s
}

// Run serves until done is closed.
func (s *Session) Run(done <-chan struct{}) { s.Service.Run(done, nil) }

// do executes a command of the page.
func (s *Session) do(id int, command any) error {
	value, err := answer(command)
	if err == nil {
		s.Reply(id, value)
	}
	return err
}

func answer(command any) (any, error) {
	switch c := command.(type) {
	case protocol.PackWeights:
		return pack(c)
	case protocol.UnpackWeights:
		return unpack(c)
	}
	return nil, nil
}

// pack returns the archive's bytes.
func pack(c protocol.PackWeights) (any, error) {
	n := &npz.Network{
		W: c.Weights, B: c.Bias, Mean: c.Mean, Std: c.Std, Settings: c.Settings, Moments: c.Moments, Best: c.Best,
	}
	if len(n.W) != n.K()*cifar10.Dim || n.K() < 2 || n.K() > cifar10.MaxClasses {
		return nil, refusal.New("network-shape", "expected K×3072 weights and K biases", nil)
	}
	var file bytes.Buffer
	if err := n.Write(&file); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// unpack returns the contents of an archive.
func unpack(c protocol.UnpackWeights) (any, error) {
	n, err := npz.Read(bytes.NewReader(c.Bytes), int64(len(c.Bytes)))
	if err != nil {
		return nil, err
	}
	return protocol.UnpackedWeights{
		Weights: n.W, Bias: n.B, Settings: n.Settings, Moments: n.Moments, Best: n.Best,
	}, nil
}
