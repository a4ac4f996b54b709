package service

import (
	"slices"
	"testing"
	"time"

	"onelayer/engine/protocol"
)

// TestAnswersAreSentBeforeTheWork: what is gathered goes when commands have been handled, and again after the work.
func TestAnswersAreSentBeforeTheWork(t *testing.T) {
	done := make(chan struct{})
	var did []string
	note := func(what string) { did = append(did, what) }
	host := Host{
		Post:  func(message map[string]any) { note(message["event"].(string)) },
		Flush: func() { note("sent") },
	}
	s := New(host, protocol.Packer, nil)
	s.Push(func() { s.Reply(1, nil) })
	s.Run(done, func() (bool, time.Duration) {
		note("work")
		close(done)
		return false, 0
	})
	want := []string{"Ready", "sent", "Replied", "sent", "work", "sent"}
	if !slices.Equal(did, want) {
		t.Errorf("did %v, want %v", did, want)
	}
}
