package reader

import (
	"io"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
)

// trailing offers to read the whole records of a file that has trailing bytes.
func (w *walk) trailing(e entry, r io.Reader) {
	whole := e.size / cifar10.RecordSize * cifar10.RecordSize
	text := phrase.New(
		"read-whole-records",
		"{file} has {records} whole records, and {bytes} bytes after them. Read the whole records?",
		phrase.Values{"file": e.shown, "records": e.size / cifar10.RecordSize, "bytes": e.size - whole},
	)
	_, err := w.askOne(
		text,
		[]phrase.Text{phrase.New("read-whole-records-yes", "Read them", nil)},
		cifar10.TrailingBytes(e.shown, e.size),
	)
	if err != nil {
		w.fail(err)
		return
	}
	e.size = whole
	w.shard(e, io.LimitReader(r, whole), cifar10.ReadBinaryWithin)
}

// record100 is the length of a record of CIFAR-100's binary version: a coarse label, a
// fine label, and an image.
const record100 = 2 + cifar10.Dim

// binary100 reads a file of CIFAR-100's binary version, in shards of ten thousand.
func (w *walk) binary100(e entry, r io.Reader) {
	if _, err := w.relabel100(e.shown, true); err != nil {
		w.fail(err)
		return
	}
	for part := 1; !w.stopped; part++ {
		shard, err := w.part100(e, r)
		if err == io.EOF {
			return
		}
		if err != nil {
			w.fail(err)
			return
		}
		parts := int(max(e.size/record100-1, 0)/shardOfRows) + 1 // one where the size is unknown
		shard.Name = partName(baseName(e), part, max(parts, part))
		w.emit(shard)
	}
}

// part100 reads the next records of CIFAR-100, ten thousand or as many as there are, or
// returns io.EOF if there are none.
func (w *walk) part100(e entry, r io.Reader) (*cifar10.Shard, error) {
	n := shardOfRows
	if e.size > 0 {
		n = int(min(int64(n), e.size/record100))
	}
	pixels := make([]uint8, 0, min(int64(n)*cifar10.Dim, max(w.room, 0)))
	var coarse, fine []uint8
	record := make([]uint8, record100)
	for len(fine) < n {
		_, err := io.ReadFull(r, record)
		if err == io.EOF && len(fine) > 0 {
			break
		}
		if err == io.EOF {
			return nil, err
		}
		if err != nil {
			return nil, cifar10.Unreadable(e.shown, err)
		}
		if err := cifar10.Fits(e.shown, len(fine)+1, w.room); err != nil {
			return nil, err
		}
		if record[0] >= uint8(len(coarseNames)) || record[1] >= uint8(len(fineNames)) {
			return nil, cifar10.LabelError(e.shown, len(fine), int64(record[1]), len(fineNames))
		}
		coarse, fine, pixels = append(coarse, record[0]), append(fine, record[1]), append(pixels, record[2:]...)
	}
	return w.shard100(&cifar10.Shard{Name: e.shown, Pixels: pixels}, coarse, fine)
}
