package training

import (
	"slices"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/train"
)

const (
	fastestFrame = 33 * time.Millisecond
	slowestFrame = time.Second
	// drawShare is how many times longer than a drawing the pause between two
	// drawings is, so that drawing takes at most a tenth of the time.
	drawShare = 10
	// lossesEvery is the least time between two updates of the minibatches'
	// losses.
	lossesEvery = 100 * time.Millisecond
)

// view feeds the view. At most one frame of weights is in transit, so a view that
// does not draw, in a hidden tab for instance, costs nothing.
type view struct {
	port     Port
	close    func()
	busy     bool // a frame of weights is not drawn yet
	interval time.Duration
	next     time.Time
	losses   time.Time         // when losses of minibatches may be sent next
	sent     map[int]sentState // by run
	data     *train.Data       // whose images the view has
}

// sentState is what the view has of a run.
type sentState struct {
	generation, version int
	points              int
	losses              int     // means of minibatches
	lossesWidth         float64 // of each of them
}

// attach replaces the port of the view.
func (v *view) attach(s *Session, port Port) {
	if v.close != nil {
		v.close()
	}
	stop := port.Listen(func(message map[string]any) {
		s.Push(func() { v.receive(port, message) })
	})
	*v = view{
		port:     port,
		close:    func() { stop(); port.Close() },
		interval: fastestFrame,
		sent:     map[int]sentState{},
	}
}

// receive notes that a frame was drawn, and how long that took. A late message
// from a view that was replaced is ignored.
func (v *view) receive(port Port, message map[string]any) {
	if port != v.port || message["frame"] != "drawn" {
		return
	}
	var drawn protocol.Drawn
	if wire.Decode(message, &drawn) != nil {
		return
	}
	drawing := time.Duration(drawn.Milliseconds * float64(time.Millisecond))
	v.interval = min(max(drawShare*drawing, fastestFrame), slowestFrame)
	v.busy = false
}

// update sends what the view does not have yet of the runs: points at once,
// weights as fast as it draws them. atRest overrides the pace, so that the last
// state is drawn.
func (v *view) update(s *Session, atRest bool) {
	if v.port == nil {
		return
	}
	now := s.now()
	drawable := !v.busy && (atRest || !now.Before(v.next))
	lossesDue := atRest || !now.Before(v.losses)
	if lossesDue {
		v.losses = now.Add(max(v.interval, lossesEvery))
	}
	v.updateData(s)
	for _, r := range s.runs {
		v.updateHistory(r)
		if lossesDue {
			v.updateLosses(r)
		}
		if drawable && v.updateWeights(r, s.weights) {
			v.busy, v.next = true, now.Add(v.interval)
			v.showMinibatch(s.data, r)
		}
	}
}

func (v *view) updateHistory(r *run) {
	sent, known := v.sent[r.id]
	if !known {
		sent.version = -1
	}
	if !known || sent.generation != r.generation {
		sent = sentState{generation: r.generation, version: sent.version, points: -1, losses: -1}
	}
	if history := r.history(); len(history) != sent.points {
		from := max(sent.points, 0)
		v.port.Post(wire.Frame(protocol.HistoryFrame{Run: protocol.KeyOf(r.id), From: from, Points: history[from:]}))
		sent.points = len(history)
	}
	v.sent[r.id] = sent
}

// updateLosses sends the losses of a run's minibatches that the view lacks: all
// of them if they have become means over more steps.
func (v *view) updateLosses(r *run) {
	sent := v.sent[r.id]
	frame := protocol.MinibatchFrame{Run: protocol.KeyOf(r.id), Width: 1} // none: clears those before a reset
	if r.losses != nil {
		frame.Start, frame.Width, frame.Values = r.losses.Start(), r.losses.Width(), r.losses.Means()
	}
	count := len(frame.Values)
	if count == sent.losses && frame.Width == sent.lossesWidth {
		return
	}
	if sent.losses > 0 && frame.Width == sent.lossesWidth {
		frame.From = sent.losses
	}
	frame.Values = slices.Clone(frame.Values[frame.From:])
	v.port.Post(wire.Frame(frame))
	sent.losses, sent.lossesWidth = count, frame.Width
	v.sent[r.id] = sent
}

// updateWeights sends a run's weights if they have changed, and reports whether
// they have.
func (v *view) updateWeights(r *run, weights func(*run) []float32) bool {
	sent := v.sent[r.id]
	if sent.version == r.version {
		return false
	}
	sent.version = r.version
	v.sent[r.id] = sent
	all := weights(r)
	W := len(all) / (cifar10.Dim + 1) * cifar10.Dim
	v.port.Post(wire.Frame(protocol.WeightsFrame{Run: protocol.KeyOf(r.id), Weights: all[:W], Bias: all[W:]}))
	return true
}
