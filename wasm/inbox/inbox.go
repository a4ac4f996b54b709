// Package inbox hands work from the event loop's callbacks, which must not block,
// to the one goroutine that does it.
package inbox

import (
	"sync"
	"time"
)

// Inbox holds tasks in the order they came.
type Inbox struct {
	mu    sync.Mutex
	tasks []func()
	ready chan struct{} // holds a token while tasks may be waiting
}

// New returns an empty inbox.
func New() *Inbox { return &Inbox{ready: make(chan struct{}, 1)} }

// Push adds a task. It never blocks, and any goroutine or callback may call it.
func (b *Inbox) Push(task func()) {
	b.mu.Lock()
	b.tasks = append(b.tasks, task)
	b.mu.Unlock()
	select {
	case b.ready <- struct{}{}:
	default:
	}
}

// Do runs the waiting tasks, if any.
func (b *Inbox) Do() {
	b.mu.Lock()
	tasks := b.tasks
	b.tasks = nil
	b.mu.Unlock()
	for _, task := range tasks {
		task()
	}
}

// Wait returns when tasks may be waiting or done is closed.
func (b *Inbox) Wait(done <-chan struct{}) {
	select {
	case <-b.ready:
	case <-done:
	}
}

// WaitFor is Wait with a timeout.
func (b *Inbox) WaitFor(done <-chan struct{}, atMost time.Duration) {
	timer := time.NewTimer(atMost)
	defer timer.Stop()
	select {
	case <-b.ready:
	case <-timer.C:
	case <-done:
	}
}
