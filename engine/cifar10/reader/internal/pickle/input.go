package pickle

import (
	"bufio"
	"encoding/binary"
	"io"
	"strings"
)

// input reads a pickle's bytes and charges what it allocates.
type input struct {
	r     *bufio.Reader
	read  int64 // bytes read so far
	size  int64 // bytes in all, or -1 if unknown
	limit int64 // bytes that may still be allocated
}

// charge takes n bytes of memory from the limit, before they are allocated.
func (in *input) charge(n uint64) error {
	if n > uint64(in.limit) {
		return ErrTooLarge
	}
	in.limit -= int64(n)
	return nil
}

// byte returns the next byte.
func (in *input) byte() (byte, error) {
	b, err := in.r.ReadByte()
	if err == io.EOF {
		return 0, ErrTruncated
	}
	in.read++
	return b, err
}

// fill reads exactly len(p) bytes.
func (in *input) fill(p []byte) error {
	n, err := io.ReadFull(in.r, p)
	in.read += int64(n)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return ErrTruncated
	}
	return err
}

// number reads a little-endian number of 1 to 8 bytes.
func (in *input) number(width int) (uint64, error) {
	var b [8]byte
	err := in.fill(b[:width])
	return binary.LittleEndian.Uint64(b[:]), err
}

// bytes reads n bytes into memory of its own. A length field alone allocates
// nothing: the bytes are in the file, or they arrive as the memory grows.
func (in *input) bytes(n uint64) ([]byte, error) {
	if err := in.charge(n); err != nil {
		return nil, err
	}
	if in.size >= 0 {
		if int64(n) > in.size-in.read {
			return nil, ErrTruncated
		}
		b := make([]byte, n)
		return b, in.fill(b)
	}
	const first = 1 << 20
	b := make([]byte, min(n, first))
	err := in.fill(b)
	for err == nil && uint64(len(b)) < n {
		have := len(b)
		grown := make([]byte, min(n, 2*uint64(have)))
		copy(grown, b)
		b = grown
		err = in.fill(b[have:])
	}
	return b, err
}

// longLine reads to the next newline, and stops as soon as expected refuses the
// length so far.
func (in *input) longLine(expected func(n uint64) error) ([]byte, error) {
	var line []byte
	for {
		piece, err := in.r.ReadSlice('\n')
		in.read += int64(len(piece))
		if charged := in.charge(2 * uint64(len(piece))); charged != nil { // while it grows, two copies exist
			return nil, charged
		}
		line = append(line, piece...)
		if unexpected := expected(uint64(len(line))); unexpected != nil {
			return nil, unexpected
		}
		switch err {
		case nil:
			return line[:len(line)-1], nil
		case bufio.ErrBufferFull:
		case io.EOF:
			return nil, ErrTruncated
		default:
			return nil, err
		}
	}
}

// line reads to the next newline, at most a name's length.
func (in *input) line() (string, error) {
	const longest = 128
	var line []byte
	for len(line) < longest {
		b, err := in.byte()
		if err != nil {
			return "", err
		}
		if b == '\n' {
			return strings.TrimSuffix(string(line), "\r"), nil
		}
		line = append(line, b)
	}
	return "", damaged("a name of more than %d bytes", longest)
}
