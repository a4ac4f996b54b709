package parquet

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/golang/snappy"

	"onelayer/engine/cifar10/reader/internal/zstd"
)

// maxPage bounds a page: writers make pages of about a megabyte.
const maxPage = 64 << 20

// Types of pages, encodings and compressions.
const (
	dataPage       = 0
	dictionaryPage = 2
	dataPageV2     = 3

	plain             = 0
	plainDictionary   = 2
	encodedDictionary = 8

	uncompressed = 0
	snappyCodec  = 1
	gzipCodec    = 2
	zstdCodec    = 6
)

// pages reads the pages of a chunk.
type pages struct {
	leaf       *Leaf
	codec      int64
	left       *io.SectionReader
	r          *bufio.Reader
	dictionary []Value
}

func newPages(l *Leaf, codec int64, section *io.SectionReader) *pages {
	return &pages{leaf: l, codec: codec, left: section, r: bufio.NewReaderSize(section, 64<<10)}
}

// head is a page's PageHeader, with the header of its type in it.
type head struct {
	kind, unpacked, packed int64
	values, encoding       int64
	definitions, repeats   int64 // bytes of levels, in version 2
	isPlain                bool  // not compressed, in version 2
}

// next returns the chunk's next page of values, or io.EOF.
func (p *pages) next() (*page, error) {
	for {
		if _, err := p.r.Peek(1); err != nil {
			return nil, err
		}
		h, err := p.head()
		if err != nil {
			return nil, err
		}
		body, err := p.body(h)
		if err != nil {
			return nil, err
		}
		switch h.kind {
		case dictionaryPage:
			err = p.readDictionary(h, body)
		case dataPage, dataPageV2:
			return p.data(h, body)
		}
		if err != nil {
			return nil, err
		}
	}
}

// head reads PageHeader.
func (p *pages) head() (h head, err error) {
	t := thrift{p.r}
	err = t.fields(func(f field) (bool, error) {
		switch f.id {
		case 1:
			return t.into(&h.kind)
		case 2:
			return t.into(&h.unpacked)
		case 3:
			return t.into(&h.packed)
		case 5, 7, 8:
			return true, t.fields(func(inner field) (bool, error) { return h.inner(t, f.id, inner) })
		}
		return false, nil
	})
	if err == nil && (h.packed < 0 || h.packed > maxPage || h.unpacked < 0 || h.unpacked > maxPage || h.values < 0) {
		err = fmt.Errorf(
			"%w: a page of %d bytes, %d unpacked, with %d values",
			ErrDamaged,
			h.packed,
			h.unpacked,
			h.values,
		)
	}
	return h, err
}

// inner reads a field of the header of the page's type: 5 DataPageHeader, 7
// DictionaryPageHeader, 8 DataPageHeaderV2.
func (h *head) inner(t thrift, header int, f field) (known bool, err error) {
	const v2 = 8
	switch {
	case f.id == 1:
		return t.into(&h.values)
	case f.id == 2 && header != v2, f.id == 4 && header == v2:
		return t.into(&h.encoding)
	case f.id == 5 && header == v2:
		return t.into(&h.definitions)
	case f.id == 6 && header == v2:
		return t.into(&h.repeats)
	case f.id == 7 && header == v2:
		h.isPlain = f.kind == kindFalse
		return true, nil
	}
	return false, nil
}

// body reads a page's bytes and unpacks them. Version 2 leaves levels unpacked.
func (p *pages) body(h head) ([]byte, error) {
	position, err := p.left.Seek(0, io.SeekCurrent)
	if err != nil {
		return nil, err
	}
	if h.packed > p.left.Size()-position+int64(p.r.Buffered()) {
		return nil, ErrTruncated
	}
	packed := make([]byte, h.packed)
	if _, err := io.ReadFull(p.r, packed); err != nil {
		return nil, broken(err)
	}
	if p.leaf.file.room -= h.unpacked; p.leaf.file.room < 0 {
		return nil, fmt.Errorf("%w: it unpacks to more than such a file holds", ErrDamaged)
	}
	levels := h.definitions + h.repeats
	if h.definitions < 0 || h.repeats != 0 || levels > h.packed || levels > h.unpacked {
		return nil, fmt.Errorf("%w: %d bytes of levels in a page of %d", ErrDamaged, levels, h.packed)
	}
	if h.isPlain || p.codec == uncompressed || h.packed == levels {
		return packed, nil
	}
	values, err := p.unpack(packed[levels:], h.unpacked-levels)
	if err != nil || levels == 0 {
		return values, err
	}
	return append(packed[:levels:levels], values...), nil
}

// unpack undoes the chunk's compression, to n bytes.
func (p *pages) unpack(packed []byte, n int64) ([]byte, error) {
	switch p.codec {
	case snappyCodec:
		const best = 32 // a copy of 64 bytes takes two
		if size, err := snappy.DecodedLen(packed); err != nil || int64(size) != n || n > best*int64(len(packed)) {
			return nil, fmt.Errorf("%w: %d bytes of snappy for %d", ErrDamaged, len(packed), n)
		}
		values, err := snappy.Decode(nil, packed)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return values, nil
	case gzipCodec:
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return whole(r, n)
	case zstdCodec:
		return whole(zstd.NewReader(bytes.NewReader(packed)), n)
	}
	return nil, fmt.Errorf("%w: save it with snappy compression", ErrUnsupported)
}

// whole reads n bytes. It allocates no more than the stream holds.
func whole(r io.Reader, n int64) ([]byte, error) {
	var values bytes.Buffer
	if got, err := values.ReadFrom(io.LimitReader(r, n)); err != nil || got != n {
		return nil, fmt.Errorf("%w: %d bytes of %d unpack", ErrDamaged, got, n)
	}
	return values.Bytes(), nil
}

// readDictionary keeps the values that later pages refer to.
func (p *pages) readDictionary(h head, body []byte) error {
	if h.encoding != plain && h.encoding != plainDictionary {
		return fmt.Errorf("%w: a dictionary of encoding %d", ErrUnsupported, h.encoding)
	}
	const least, most = 4, 1 << 20 // bytes of a value, values
	if h.values > min(int64(len(body)/least), most) {
		return fmt.Errorf("%w: %d values in %d bytes", ErrDamaged, h.values, len(body))
	}
	values := plainValues{kind: p.leaf.kind, data: body}
	p.dictionary = make([]Value, 0, h.values)
	for range h.values {
		value, err := values.next()
		if err != nil {
			return err
		}
		p.dictionary = append(p.dictionary, value)
	}
	return nil
}

// page is a page's values.
type page struct {
	left   int64
	full   uint64  // the definition level of a value that is there
	levels *hybrid // nil if all values are there
	values interface{ next() (Value, error) }
}

// next returns the page's next value.
func (p *page) next() (Value, error) {
	p.left--
	if p.levels != nil {
		level, err := p.levels.next()
		if err != nil || level < p.full {
			return Value{Null: true}, err
		}
	}
	return p.values.next()
}

// data opens a page of values.
func (p *pages) data(h head, body []byte) (*page, error) {
	opened := &page{left: h.values, full: uint64(p.leaf.levels)}
	if p.leaf.levels > 0 {
		n := h.definitions
		if h.kind == dataPage {
			if len(body) < 4 {
				return nil, ErrTruncated
			}
			n = int64(binary.LittleEndian.Uint32(body))
			body = body[4:]
		}
		if n > int64(len(body)) {
			return nil, ErrTruncated
		}
		opened.levels = &hybrid{data: body[:n], width: p.leaf.levelWidth()}
		body = body[n:]
	}
	switch h.encoding {
	case plain:
		opened.values = &plainValues{kind: p.leaf.kind, data: body}
	case plainDictionary, encodedDictionary:
		if len(body) == 0 || body[0] > 32 {
			return nil, fmt.Errorf("%w: a page without the width of its values", ErrDamaged)
		}
		opened.values = &dictionaryValues{
			dictionary: p.dictionary,
			indices:    hybrid{data: body[1:], width: int(body[0])},
		}
	default:
		return nil, fmt.Errorf("%w: values of encoding %d", ErrUnsupported, h.encoding)
	}
	return opened, nil
}
