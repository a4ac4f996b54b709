package reader

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"
)

// countingAt counts the reads of a file.
type countingAt struct {
	io.ReaderAt
	reads int
}

func (c *countingAt) ReadAt(p []byte, offset int64) (int, error) {
	c.reads++
	return c.ReaderAt.ReadAt(p, offset)
}

func TestBlocksReadWhatTheFileHolds(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	content := make([]byte, 40*blockSize+100)
	for i := range content {
		content[i] = byte(rng.Uint32())
	}
	want := bytes.NewReader(content)
	b := newBlocks(bytes.NewReader(content), int64(len(content)))
	for range 2000 {
		offset, n := rng.Int64N(int64(len(content))), rng.IntN(2*blockSize)
		got, expected := make([]byte, n), make([]byte, n)
		k, err := b.ReadAt(got, offset)
		wantK, wantErr := want.ReadAt(expected, offset)
		if k != wantK || err != wantErr || !bytes.Equal(got, expected) {
			t.Fatalf("%d bytes at %d: %d, %v; want %d, %v", n, offset, k, err, wantK, wantErr)
		}
	}
}

func TestBlocksReadTenPlacesInTurnsOnce(t *testing.T) {
	const size, places, piece = 10 * blockSize, 10, 1 << 10
	file := &countingAt{ReaderAt: bytes.NewReader(make([]byte, size))}
	b := newBlocks(file, size)
	for at := int64(0); at < blockSize; at += piece {
		for place := range int64(places) {
			if _, err := b.ReadAt(make([]byte, piece), place*blockSize+at); err != nil {
				t.Fatal(err)
			}
		}
	}
	if file.reads != places {
		t.Errorf("%d reads of %d blocks", file.reads, places)
	}
}

func TestBlocksNoticeAFileThatGotShorter(t *testing.T) {
	b := newBlocks(bytes.NewReader(make([]byte, 100)), 200)
	if n, err := b.ReadAt(make([]byte, 50), 120); n != 0 || err != io.ErrUnexpectedEOF {
		t.Errorf("%d, %v", n, err)
	}
}
