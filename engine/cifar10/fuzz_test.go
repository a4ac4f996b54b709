package cifar10_test

import (
	"runtime"
	"testing"

	"onelayer/engine/cifar10"
)

// fuzzRoom is the memory for pixels that fuzz targets give to readers.
const fuzzRoom = 1 << 20

// check calls a reader and fails the test if it allocates more than most bytes,
// or returns what is not a shard.
func check(t *testing.T, most uint64, reader func() (*cifar10.Shard, error)) (*cifar10.Shard, bool) {
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
	if len(shard.Pixels) > fuzzRoom {
		t.Errorf("%d bytes of pixels do not fit in %d", len(shard.Pixels), fuzzRoom)
	}
	return shard, true
}
