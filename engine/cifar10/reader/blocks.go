package reader

import "io"

// blockSize and maxBlocks give a cache that keeps the position in each of ten
// folders, from which pictures are read in turn, and a few more.
const (
	blockSize = 128 << 10
	maxBlocks = 24
)

// blocks reads a file by whole blocks and keeps the last that were used: a zip
// archive is read in many small pieces, and each one from a visitor's file costs a
// turn of the event loop.
type blocks struct {
	at   io.ReaderAt
	size int64
	held []heldBlock // the last used last
}

// heldBlock is block index of the file.
type heldBlock struct {
	index int64
	data  []byte
}

func newBlocks(at io.ReaderAt, size int64) *blocks { return &blocks{at: at, size: size} }

// ReadAt implements io.ReaderAt. What is longer than a block is not kept.
func (b *blocks) ReadAt(p []byte, offset int64) (int, error) {
	if offset < 0 || len(p) > blockSize {
		return b.at.ReadAt(p, offset)
	}
	n := 0
	for n < len(p) {
		at := offset + int64(n)
		if at >= b.size {
			return n, io.EOF
		}
		block, err := b.block(at / blockSize)
		if err != nil {
			return n, err
		}
		n += copy(p[n:], block[at%blockSize:])
	}
	return n, nil
}

// block returns a whole block, or the file's end.
func (b *blocks) block(index int64) ([]byte, error) {
	last := len(b.held) - 1
	for i := last; i >= 0; i-- {
		if held := b.held[i]; held.index == index {
			copy(b.held[i:], b.held[i+1:])
			b.held[last] = held
			return held.data, nil
		}
	}
	var data []byte
	if len(b.held) == maxBlocks {
		data = b.held[0].data[:0]
		b.held = append(b.held[:0], b.held[1:]...)
	}
	if data == nil {
		data = make([]byte, 0, blockSize)
	}
	from := index * blockSize
	data = data[:min(blockSize, b.size-from)]
	if n, err := b.at.ReadAt(data, from); n < len(data) {
		if err == nil || err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	b.held = append(b.held, heldBlock{index, data})
	return data, nil
}
