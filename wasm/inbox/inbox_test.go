package inbox

import (
	"context"
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
		b.Wait(context.Background())
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
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	New().Wait(ctx)
}
