package reader

import (
	"bufio"
	"encoding/binary"
	"io"

	"github.com/ulikunitz/xz"

	"onelayer/engine/refusal"
)

// maxXZDictionary is the most memory that xz itself uses, with -9.
const maxXZDictionary = 64 << 20

// openXZ opens an xz stream. The library allocates what the stream asks for, up to 4 GB,
// so the request is checked first.
func openXZ(r io.Reader) (io.ReadCloser, error) {
	const longestHead = 64
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, _ := buffered.Peek(longestHead) // a shorter one is refused by the library
	if size := xzDictionary(head); size > maxXZDictionary {
		return nil, refusal.New(
			"xz-dictionary",
			"it asks for {size} MB of memory to be unpacked; at most {most} are given",
			refusal.Values{"size": size >> 20, "most": maxXZDictionary >> 20},
		)
	}
	stream, err := xz.ReaderConfig{SingleStream: true}.NewReader(buffered)
	return io.NopCloser(stream), err
}

// xzDictionary is the memory that the first block's filter asks for, or 0 if it can't be
// found. A block's header is its size, flags, up to two lengths, then filters: an id, the
// length of the properties, and for LZMA2 a byte of them.
func xzDictionary(head []byte) int64 {
	const streamHeader, lzma2, hasPacked, hasUnpacked = 12, 0x21, 0x40, 0x80
	if len(head) < streamHeader+2 {
		return 0
	}
	flags, rest := head[streamHeader+1], head[streamHeader+2:]
	for _, has := range []byte{hasPacked, hasUnpacked} {
		if flags&has != 0 {
			_, n := binary.Uvarint(rest)
			rest = rest[max(n, 0):]
		}
	}
	for len(rest) >= 3 {
		if rest[0] == lzma2 {
			bits := int64(rest[2])
			return (2 | bits&1) << (bits/2 + 11)
		}
		rest = rest[min(2+int(rest[1]), len(rest)):] // skip a filter before it
	}
	return 0
}
