package inbox

import (
	"slices"
	"testing"
)

func TestTasksInOrder(t *testing.T) {
	b := New()
	var done []int
	go func() {
		for i := range 100 {
			b.Push(func() { done = append(done, i) })
		}
	}()
	for len(done) < 100 {
		b.Wait(nil)
		b.Do()
	}
	if !slices.IsSorted(done) {
		t.Errorf("tasks were done in the order %v", done)
	}
}

func TestTaskThatPushes(t *testing.T) {
	b := New()
	done := false
	b.Push(func() { b.Push(func() { done = true }) })
	b.Do()
	if done {
		t.Error("a task pushed by a task was done in the same turn")
	}
	b.Do()
	if !done {
		t.Error("a task pushed by a task was lost")
	}
}

func TestWaitEnds(t *testing.T) {
	done := make(chan struct{})
	close(done)
	New().Wait(done)
}
