package zstd

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// MaxWindow is how far back a match may be: as far as zstd itself allows by default.
const MaxWindow = 128 << 20

// What can be wrong besides damage.
var (
	ErrWindow     = fmt.Errorf("it asks for more than %d MB of memory to be unpacked", MaxWindow>>20)
	ErrDictionary = errors.New("it needs a dictionary to be unpacked")
	ErrChecksum   = errors.New("a checksum does not match")
)

// maxBlock is how many bytes a block has at most.
const maxBlock = 128 << 10

// Reader unpacks a stream. It keeps as much of what it has unpacked as later blocks may
// repeat, which grows with the actual data, whatever the stream promises.
type Reader struct {
	in     io.Reader
	window int    // 0 = before a frame
	data   []byte // unpacked
	given  int    // of data
	err    error

	sum      hash
	checked  bool // the frame has a checksum
	last     [3]int
	tables   [3]*fse
	huffman  *huffman
	literals []byte // that are not used yet
	limit    int    // of data, by the block

	literalBuffer []byte
	block         []byte
}

// NewReader returns a reader of a stream of frames.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: r, literalBuffer: make([]byte, maxBlock), block: make([]byte, maxBlock)}
}

// Read implements io.Reader.
func (r *Reader) Read(p []byte) (int, error) {
	for r.given == len(r.data) {
		if r.err != nil {
			return 0, r.err
		}
		if r.err = r.more(); r.err != nil {
			r.data = r.data[:r.given]
		}
	}
	n := copy(p, r.data[r.given:])
	r.given += n
	return n, nil
}

// more unpacks the next block, if need be of the next frame.
func (r *Reader) more() error {
	if r.window == 0 {
		return r.frame()
	}
	if spare := len(r.data) - r.window; spare > max(r.window/4, 4*maxBlock) {
		r.data = append(r.data[:0], r.data[spare:]...)
		r.given = len(r.data)
	}
	var head [3]byte
	if err := r.fill(head[:]); err != nil {
		return err
	}
	word := int(head[0]) | int(head[1])<<8 | int(head[2])<<16
	size := word >> 3
	from := len(r.data)
	r.limit = from + min(maxBlock, r.window)
	if err := r.readBlock(word>>1&3, size); err != nil {
		return err
	}
	r.sum.write(r.data[from:])
	if last := word&1 != 0; !last {
		return nil
	}
	r.window = 0
	return r.check()
}

// readBlock unpacks a block of a kind.
func (r *Reader) readBlock(kind, size int) error {
	const raw, same, compressed = 0, 1, 2
	packed := size
	if kind == same {
		packed = 1
	}
	if size > maxBlock || kind > compressed {
		return errDamaged
	}
	block := r.block[:packed]
	if err := r.fill(block); err != nil {
		return err
	}
	switch kind {
	case raw:
		return r.add(block)
	case same:
		if err := r.add(block); err != nil || size == 0 {
			r.data = r.data[:len(r.data)-1+min(size, 1)]
			return err
		}
		return r.copy(1, size-1)
	}
	rest, err := r.readLiterals(block)
	if err != nil {
		return err
	}
	return r.readSequences(rest)
}

// add appends literals to what is unpacked.
func (r *Reader) add(literals []byte) error {
	if len(r.data)+len(literals) > r.limit {
		return errDamaged
	}
	r.data = append(r.data, literals...)
	return nil
}

// copy repeats n bytes from offset bytes back, which may be among them.
func (r *Reader) copy(offset, n int) error {
	from := len(r.data) - offset
	if offset < 1 || from < 0 || offset > r.window || len(r.data)+n > r.limit {
		return errDamaged
	}
	for n > 0 {
		part := r.data[from:min(from+n, len(r.data))]
		r.data = append(r.data, part...)
		from, n = from+len(part), n-len(part)
	}
	return nil
}

// frame begins the next frame. The stream may end instead.
func (r *Reader) frame() error {
	const magic, skippable, anySkippable = 0xfd2fb528, 0x184d2a50, 0xfffffff0
	var head [4]byte
	if n, err := io.ReadFull(r.in, head[:]); err != nil {
		if n == 0 && err == io.EOF {
			return io.EOF
		}
		return io.ErrUnexpectedEOF
	}
	switch word := binary.LittleEndian.Uint32(head[:]); {
	case word == magic:
		return r.begin()
	case word&anySkippable == skippable:
		if err := r.fill(head[:]); err != nil {
			return err
		}
		_, err := io.CopyN(io.Discard, r.in, int64(binary.LittleEndian.Uint32(head[:])))
		return unexpected(err)
	}
	return errDamaged
}

// begin reads a frame's header.
func (r *Reader) begin() error {
	var head [1 + 1 + 4 + 8]byte
	if err := r.fill(head[:1]); err != nil {
		return err
	}
	flags := head[0]
	single, dictionary := flags>>5&1 == 1, [4]int{0, 1, 2, 4}[flags&3]
	size := [4]int{0, 2, 4, 8}[flags>>6]
	if single {
		size = max(size, 1)
	}
	window := 1 - int(flags>>5&1)
	rest := head[:window+dictionary+size]
	if err := r.fill(rest); err != nil {
		return err
	}
	for _, b := range rest[window : window+dictionary] {
		if b != 0 {
			return ErrDictionary
		}
	}
	wanted := uint64(0)
	if single {
		for i, b := range rest[window+dictionary:] {
			wanted |= uint64(b) << (8 * i)
		}
		if size == 2 {
			wanted += 256
		}
	} else {
		base := uint64(1) << (10 + rest[0]>>3)
		wanted = base + base/8*uint64(rest[0]&7)
	}
	if wanted > MaxWindow {
		return ErrWindow
	}
	r.window = max(int(wanted), 1<<10)
	r.checked = flags>>2&1 == 1
	r.data, r.given = r.data[:0], 0
	r.sum, r.last, r.tables, r.huffman = newHash(), [3]int{1, 4, 8}, [3]*fse{}, nil
	return nil
}

// check compares the frame's checksum, if it has one.
func (r *Reader) check() error {
	var stored [4]byte
	if !r.checked {
		return nil
	}
	if err := r.fill(stored[:]); err != nil {
		return err
	}
	if binary.LittleEndian.Uint32(stored[:]) != uint32(r.sum.total()) {
		return ErrChecksum
	}
	return nil
}

// fill reads all of p.
func (r *Reader) fill(p []byte) error {
	_, err := io.ReadFull(r.in, p)
	return unexpected(err)
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// hash is XXH64 with seed 0, of which a checksum is the lower half.
type hash struct {
	lanes  [4]uint64
	length uint64
	held   []byte // less than a stripe
}

const (
	prime1 = 0x9e3779b185ebca87
	prime2 = 0xc2b2ae3d27d4eb4f
	prime3 = 0x165667b19e3779f9
	prime4 = 0x85ebca77c2b2ae63
	prime5 = 0x27d4eb2f165667c5
	stripe = 32
)

func newHash() hash {
	p1, p2 := uint64(prime1), uint64(prime2)
	return hash{lanes: [4]uint64{p1 + p2, p2, 0, -p1}}
}

func round(lane, word uint64) uint64 { return bits.RotateLeft64(lane+word*prime2, 31) * prime1 }

func (h *hash) write(p []byte) {
	h.length += uint64(len(p))
	if len(h.held) > 0 {
		n := min(stripe-len(h.held), len(p))
		h.held, p = append(h.held, p[:n]...), p[n:]
		if len(h.held) < stripe {
			return
		}
		h.stripe(h.held)
		h.held = h.held[:0]
	}
	for ; len(p) >= stripe; p = p[stripe:] {
		h.stripe(p)
	}
	h.held = append(h.held, p...)
}

func (h *hash) stripe(p []byte) {
	for i := range h.lanes {
		h.lanes[i] = round(h.lanes[i], binary.LittleEndian.Uint64(p[8*i:]))
	}
}

func (h *hash) total() uint64 {
	sum := h.lanes[2] + prime5
	if h.length >= stripe {
		sum = 0
		for i, lane := range h.lanes {
			sum += bits.RotateLeft64(lane, [4]int{1, 7, 12, 18}[i])
		}
		for _, lane := range h.lanes {
			sum = (sum^round(0, lane))*prime1 + prime4
		}
	}
	sum += h.length
	p := h.held
	for ; len(p) >= 8; p = p[8:] {
		sum = bits.RotateLeft64(sum^round(0, binary.LittleEndian.Uint64(p)), 27)*prime1 + prime4
	}
	if len(p) >= 4 {
		sum = bits.RotateLeft64(sum^uint64(binary.LittleEndian.Uint32(p))*prime1, 23)*prime2 + prime3
		p = p[4:]
	}
	for _, b := range p {
		sum = bits.RotateLeft64(sum^uint64(b)*prime5, 11) * prime1
	}
	sum = (sum ^ sum>>33) * prime2
	sum = (sum ^ sum>>29) * prime3
	return sum ^ sum>>32
}
