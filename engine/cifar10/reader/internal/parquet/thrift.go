package parquet

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
)

// Types of Thrift's compact protocol.
const (
	kindTrue   = 1
	kindFalse  = 2
	kindByte   = 3
	kindDouble = 7
	kindBinary = 8
	kindList   = 9
	kindSet    = 10
	kindMap    = 11
	kindStruct = 12
)

// thrift reads Thrift's compact protocol, in which parquet stores its metadata.
type thrift struct{ r *bufio.Reader }

// field is one field of a struct. Its value is still to be read.
type field struct {
	id   int
	kind byte
}

// fields reads a struct and calls read for each field; read reports false to
// have the field skipped.
func (t thrift) fields(read func(f field) (known bool, err error)) error {
	id := 0
	for {
		head, err := t.byte()
		if err != nil || head == 0 {
			return err
		}
		if delta := int(head >> 4); delta != 0 {
			id += delta
		} else {
			long, err := t.integer()
			if err != nil {
				return err
			}
			id = int(int16(long))
		}
		f := field{id: id, kind: head & 0x0f}
		known, err := read(f)
		if err == nil && !known {
			err = t.skip(f.kind, 0)
		}
		if err != nil {
			return err
		}
	}
}

// list reads a list of up to most items and calls read for each.
func (t thrift) list(most uint64, read func() error) error {
	n, _, err := t.listHead()
	if n > most {
		return fmt.Errorf("%w: a list of %d items", ErrDamaged, n)
	}
	for range n {
		if err == nil {
			err = read()
		}
		if err != nil {
			break
		}
	}
	return err
}

func (t thrift) listHead() (n uint64, kind byte, err error) {
	head, err := t.byte()
	if err != nil {
		return 0, 0, err
	}
	n = uint64(head >> 4)
	if n == 15 {
		n, err = t.unsigned()
	}
	return n, head & 0x0f, err
}

func (t thrift) byte() (byte, error) {
	b, err := t.r.ReadByte()
	return b, broken(err)
}

func (t thrift) unsigned() (uint64, error) {
	n, err := binary.ReadUvarint(t.r)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, broken(err)
}

// integer reads a whole number of any width.
func (t thrift) integer() (int64, error) {
	n, err := t.unsigned()
	return int64(n>>1) ^ -int64(n&1), err
}

// into reads a whole number into n.
func (t thrift) into(n *int64) (known bool, err error) {
	*n, err = t.integer()
	return true, err
}

// name reads a short string.
func (t thrift) name() (string, error) {
	const longest = 1024
	n, err := t.unsigned()
	if err != nil {
		return "", err
	}
	if n > longest {
		return "", fmt.Errorf("%w: a name of %d bytes", ErrDamaged, n)
	}
	b := make([]byte, n)
	_, err = io.ReadFull(t.r, b)
	return string(b), broken(err)
}

// skip passes over a value. Nothing in a parquet file nests deeper than maxNest.
func (t thrift) skip(kind byte, nest int) error {
	const maxNest = 12
	if nest > maxNest {
		return fmt.Errorf("%w: values nest too deep", ErrDamaged)
	}
	switch kind {
	case kindTrue, kindFalse:
		return nil
	case kindByte:
		return t.discard(1)
	case kindDouble:
		return t.discard(8)
	case kindBinary:
		n, err := t.unsigned()
		if err != nil {
			return err
		}
		return t.discard(n)
	case kindStruct:
		return t.skipStruct(nest)
	case kindList, kindSet:
		return t.skipList(nest)
	case kindMap:
		return fmt.Errorf("%w: a map", ErrDamaged) // parquet has none
	}
	_, err := t.unsigned()
	return err
}

func (t thrift) skipStruct(nest int) error {
	return t.fields(func(f field) (bool, error) { return true, t.skip(f.kind, nest+1) })
}

// skipList passes over the items of a list, in which a truth value is a byte.
func (t thrift) skipList(nest int) error {
	n, kind, err := t.listHead()
	if kind == kindTrue || kind == kindFalse {
		kind = kindByte
	}
	for range n {
		if err != nil {
			break
		}
		err = t.skip(kind, nest+1)
	}
	return err
}

func (t thrift) discard(n uint64) error {
	const most = 1 << 30
	if n > most {
		return ErrTruncated
	}
	_, err := t.r.Discard(int(n))
	return broken(err)
}

// broken distinguishes an early end from other errors.
func broken(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return ErrTruncated
	}
	return err
}
