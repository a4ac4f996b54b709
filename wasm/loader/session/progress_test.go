package session

import (
	"bytes"
	"testing"
	"time"
)

func TestProgressTellsWhatIsLeftOnceThePaceIsKnown(t *testing.T) {
	now := time.Now()
	var last map[string]any
	host := Host{Post: func(event map[string]any) { last = event }, Now: func() time.Time { return now }}
	p := newProgress(host, []namedFile{{file{bytes.NewReader(make([]byte, 1000))}, "a.bin"}})
	p.begin("a.bin", 1000)
	for _, step := range []struct {
		after time.Duration
		bytes int
		left  float64
	}{
		{200 * time.Millisecond, 1, 0},
		{800 * time.Millisecond, 249, 3},
		{time.Second, 750, 0},
	} {
		now = now.Add(step.after)
		p.read(step.bytes)
		if last["secondsLeft"] != step.left {
			t.Errorf("after %v and %v bytes %v s are left, want %v", step.after, last["bytes"], last["secondsLeft"], step.left)
		}
	}
}
