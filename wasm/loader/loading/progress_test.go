package loading

import (
	"bytes"
	"testing"
	"time"

	"onelayer/engine/protocol"
)

func TestProgressTellsWhatIsLeftOnceThePaceIsKnown(t *testing.T) {
	now := time.Now()
	var last protocol.LoadProgressed
	post := func(event any) { last = event.(protocol.LoadProgressed) }
	p := newProgress(
		func() time.Time { return now },
		post,
		[]namedFile{{file{bytes.NewReader(make([]byte, 1000))}, "a.bin"}},
	)
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
		if last.SecondsLeft != step.left {
			t.Errorf("after %v and %v bytes %v s are left, want %v",
				step.after, last.Bytes, last.SecondsLeft, step.left)
		}
	}
}
