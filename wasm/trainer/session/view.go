package session

import (
	"context"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
)

const (
	fastestFrame = 33 * time.Millisecond
	slowestFrame = time.Second
	// drawShare is how many times longer than a drawing the pause between two
	// drawings is, so that drawing takes at most a tenth of the machine.
	drawShare = 10
)

// view feeds the canvas. At most one frame of weights is under way, so a canvas
// that does not draw, in a hidden tab for instance, costs nothing.
type view struct {
	port     Port
	close    context.CancelFunc
	busy     bool // a frame of weights is not drawn yet
	interval time.Duration
	next     time.Time
	weights  []float32 // of the next frame
	bias     []float32
	sent     frameKey
	points   int // of the run in sent
}

// frameKey tells two states of the weights apart.
type frameKey struct{ run, generation, version int }

// attach puts a canvas in the place of the one before.
func (v *view) attach(s *Session, port Port) {
	if v.close != nil {
		v.close()
	}
	ctx, cancel := context.WithCancel(context.Background())
	*v = view{
		port:     port,
		close:    func() { cancel(); port.Close() },
		interval: fastestFrame,
		weights:  make([]float32, cifar10.Classes*cifar10.Dim),
		bias:     make([]float32, cifar10.Classes),
		sent:     frameKey{run: -1},
	}
	port.Listen(ctx, func(message map[string]any) {
		s.inbox.push(func() { v.receive(port, message) })
	})
}

// receive notes that a frame was drawn, and how long that took. A late word from
// a canvas that was replaced is passed over.
func (v *view) receive(port Port, message map[string]any) {
	if port != v.port || message["frame"] != "drawn" {
		return
	}
	milliseconds, _ := message["milliseconds"].(float64)
	drawing := time.Duration(milliseconds * float64(time.Millisecond))
	v.interval = min(max(drawShare*drawing, fastestFrame), slowestFrame)
	v.busy = false
}

// update sends what the canvas does not have yet: points at once, weights as fast
// as it draws them. atRest overrides the pace, so that the last state is drawn.
func (v *view) update(s *Session, atRest bool) {
	if v.port == nil {
		return
	}
	r := s.current()
	key := frameKey{r.id, r.generation, r.version}
	if key.run != v.sent.run || key.generation != v.sent.generation {
		v.points = -1
	}
	if history := r.history(); len(history) != v.points {
		from := max(v.points, 0)
		v.port.Post(protocol.HistoryFrame{Run: r.id, From: from, Points: history[from:]}.Encode())
		v.points = len(history)
		v.sent.run, v.sent.generation = key.run, key.generation
		v.sent.version = -1
	}
	now := s.host.Now()
	if key == v.sent || v.busy || now.Before(v.next) && !atRest {
		return
	}
	r.classifier().Weights(v.weights, v.bias)
	summary := r.summary(s.running())
	v.port.Post(protocol.WeightsFrame{Run: r.id, Epoch: summary.Epoch, Step: summary.Step, Weights: v.weights}.Encode())
	v.sent, v.busy, v.next = key, true, now.Add(v.interval)
}
