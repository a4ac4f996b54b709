package training

import (
	"runtime"
	"sync"
	"testing"
	"time"

	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/wasm/service"
)

// page plays the page's part against a real session: it sends commands and keeps
// the events.
type page struct {
	t       *testing.T
	session *Session
	lastID  float64

	mu     sync.Mutex
	came   *sync.Cond
	events []map[string]any
}

// openPage starts a session and waits until it has settled.
func openPage(t *testing.T) *page { return openPageOf(t, New) }

// openPageOf does the same with a session of a kind: New or NewCrew.
func openPageOf(t *testing.T, begin func(Host) *Session) *page {
	p := startPage(t, begin)
	p.await(func(e map[string]any) bool { return e["event"] == "Settled" })
	return p
}

// startPage starts a session of a kind.
func startPage(t *testing.T, begin func(Host) *Session) *page {
	p := &page{t: t}
	p.came = sync.NewCond(&p.mu)
	p.session = begin(Host{Host: service.Host{Post: p.receive, Yield: runtime.Gosched}, Now: time.Now})
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		p.session.Run(end)
	}()
	t.Cleanup(func() {
		close(end)
		<-ended
	})
	return p
}

func (p *page) receive(event map[string]any) {
	p.mu.Lock()
	p.events = append(p.events, event)
	p.mu.Unlock()
	p.came.Broadcast()
}

// await returns the first event that fits, waiting for it if need be.
func (p *page) await(fits func(map[string]any) bool) map[string]any {
	p.mu.Lock()
	defer p.mu.Unlock()
	for seen := 0; ; p.came.Wait() {
		for ; seen < len(p.events); seen++ {
			if fits(p.events[seen]) {
				return p.events[seen]
			}
		}
	}
}

// send posts a command without waiting, and returns its id.
func (p *page) send(command string, fields ...any) float64 {
	p.lastID++
	message := map[string]any{"command": command, "id": p.lastID}
	for i := 0; i < len(fields); i += 2 {
		message[fields[i].(string)] = fields[i+1]
	}
	p.session.Receive(message)
	return p.lastID
}

// answer waits for the answer to a command.
func (p *page) answer(id float64) map[string]any {
	return p.await(func(e map[string]any) bool {
		return (e["event"] == "Replied" || e["event"] == "Refused") && e["id"] == int(id)
	})
}

// do sends a command and returns its reply's value.
func (p *page) do(command string, fields ...any) map[string]any {
	p.t.Helper()
	answer := p.answer(p.send(command, fields...))
	if answer["event"] != "Replied" {
		p.t.Fatalf("%s was refused: %v", command, phrase.Decode(answer["why"]))
	}
	value, _ := answer["value"].(map[string]any)
	return value
}

// refused sends a command that must be refused and returns the refusal.
func (p *page) refused(command string, fields ...any) map[string]any {
	p.t.Helper()
	answer := p.answer(p.send(command, fields...))
	if answer["event"] != "Refused" {
		p.t.Fatalf("%s was not refused", command)
	}
	return answer
}

// awaitStatus waits for a run's new status.
func (p *page) awaitStatus(run any, status protocol.Status) map[string]any {
	return p.await(func(e map[string]any) bool {
		r, ok := e["run"].(map[string]any)
		return ok && e["event"] == "RunChanged" && r["id"] == run && r["status"] == string(status)
	})["run"].(map[string]any)
}

// named returns the events of a name so far.
func (p *page) named(name string) []map[string]any {
	p.mu.Lock()
	defer p.mu.Unlock()
	var events []map[string]any
	for _, e := range p.events {
		if e["event"] == name {
			events = append(events, e)
		}
	}
	return events
}

func (p *page) weights(run any) []float32 {
	p.t.Helper()
	return p.do("weights", "run", float64(run.(int)))["weights"].([]float32)
}

// canvas plays the view's part: a Port whose other end is the test.
type canvas struct {
	frames chan map[string]any
	mu     sync.Mutex
	handle func(map[string]any)
	closed bool
}

func newCanvas() *canvas { return &canvas{frames: make(chan map[string]any, 1000)} }

func (c *canvas) Post(frame map[string]any) { c.frames <- frame }

func (c *canvas) Listen(handle func(map[string]any)) (stop func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.handle = handle
	return func() {}
}

func (c *canvas) Reuse([]uint8) {}

func (c *canvas) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
}

// next returns the next frame of a kind.
func (c *canvas) next(kind string) map[string]any {
	for frame := range c.frames {
		if frame["frame"] == kind {
			return frame
		}
	}
	return nil
}

func (c *canvas) drawn() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.handle(map[string]any{"frame": "drawn", "milliseconds": 1.0})
}

// pipe returns the two ends of a connection whose messages arrive at once.
func pipe() (a, b *pipeEnd) {
	a, b = &pipeEnd{listening: make(chan struct{})}, &pipeEnd{listening: make(chan struct{})}
	a.other, b.other = b, a
	return a, b
}

type pipeEnd struct {
	other     *pipeEnd
	listening chan struct{} // closed when handle is set
	handle    func(map[string]any)
}

func (e *pipeEnd) Post(message map[string]any) {
	<-e.other.listening
	// A number arrives as float64, as it does from JavaScript.
	for key, value := range message {
		if n, ok := value.(int); ok {
			message[key] = float64(n)
		}
	}
	e.other.handle(message)
}

func (e *pipeEnd) Listen(handle func(map[string]any)) (stop func()) {
	e.handle = handle
	close(e.listening)
	return func() {}
}

// Reuse writes over the bytes, as the next message would.
func (e *pipeEnd) Reuse(bytes []uint8) { clear(bytes) }

func (e *pipeEnd) Close() {}
