package session

import "sync"

// queue holds what the session must do next, in order. Callbacks of the event
// loop push and never block; only the session's own loop takes.
type queue struct {
	mu    sync.Mutex
	tasks []func()
	ready chan struct{} // holds a token while tasks may be waiting
}

func newQueue() *queue { return &queue{ready: make(chan struct{}, 1)} }

func (q *queue) push(task func()) {
	q.mu.Lock()
	q.tasks = append(q.tasks, task)
	q.mu.Unlock()
	select {
	case q.ready <- struct{}{}:
	default:
	}
}

// take returns all tasks that wait, none if none does.
func (q *queue) take() []func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	tasks := q.tasks
	q.tasks = nil
	return tasks
}
