package cifar10test

import (
	"runtime"
	"testing"

	"onelayer/engine/cifar10"
)

// FuzzRoom is the memory for pixels that fuzz targets give to readers.
const FuzzRoom = 1 << 20

// Check calls a reader and fails the test if it allocates more than most bytes,
// or returns something that is not a shard.
func Check(t *testing.T, most uint64, reader func() (*cifar10.Shard, error)) (*cifar10.Shard, bool) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	shard, err := reader()
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > most {
		t.Errorf("the reader allocated %d bytes; at most %d are allowed", n, most)
	}
	if (shard == nil) == (err == nil) {
		t.Errorf("the reader returned %v and error %v", shard, err)
	}
	if err != nil {
		return nil, false
	}
	if err := shard.Validate(); err != nil {
		t.Error(err)
	}
	if len(shard.Pixels) > FuzzRoom {
		t.Errorf("%d bytes of pixels do not fit in %d", len(shard.Pixels), FuzzRoom)
	}
	return shard, true
}

// Endless is a file of the same byte that never ends.
type Endless byte

// Read implements io.Reader.
func (e Endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}
