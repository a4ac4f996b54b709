package training

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
)

// mostKept is the most bytes of images in memory with which the data before the last
// opening are kept for undo.
const mostKept = 400 << 20

// keepForUndo keeps the current data before others replace them, unless both would be
// too much, or the current data are the sample, which can be drawn again.
func (s *Session) keepForUndo(next *cifar10.Dataset) {
	s.previous = nil
	base := s.unchanged()
	if base == nil || base.Drawn {
		return
	}
	bytes := 0
	counted := map[*cifar10.Shard]bool{}
	for _, d := range []*cifar10.Dataset{base, next} {
		for _, shard := range d.Shards {
			if !counted[shard] {
				counted[shard] = true
				bytes += len(shard.Pixels)
			}
		}
	}
	if bytes <= mostKept {
		s.previous = base
	}
}

// undoData restores the data before the last opening.
func (s *Session) undoData(id int, _ protocol.UndoData) error {
	switch {
	case s.loading != nil:
		return refusal.New("loading-wait", "Files are still being loaded. Wait until they are in.", nil)
	case s.previous == nil:
		return refusal.New("no-data-before", "The data before are no longer there.", nil)
	}
	previous := s.previous
	s.previous = nil
	s.openDataset(previous)
	s.whenReached(func() { s.Reply(id, s.describe()) })
	return nil
}
