package parquet

import (
	"fmt"
	"io"
)

// Types of values.
const (
	kindInt32     = 1
	kindInt64     = 2
	kindByteArray = 6
)

// IsBytes reports whether the values are byte strings.
func (l *Leaf) IsBytes() bool { return l.kind == kindByteArray && !l.nested }

// IsInteger reports whether the values are whole numbers.
func (l *Leaf) IsInteger() bool { return (l.kind == kindInt32 || l.kind == kindInt64) && !l.nested }

// Value is one value of a column: bytes or a whole number, by its leaf's type.
type Value struct {
	Null    bool
	Bytes   []byte // good until the next value is read
	Integer int64
}

// Column reads a leaf's values in order.
type Column struct {
	leaf  *Leaf
	group int    // the next row group
	pages *pages // of the row group before it
	page  *page
}

// Column returns the leaf's values from the first. The leaf is one of bytes or
// integers.
func (l *Leaf) Column() *Column { return &Column{leaf: l} }

// Next returns the next value, or io.EOF after the last.
func (c *Column) Next() (Value, error) {
	for c.page == nil || c.page.left == 0 {
		if err := c.nextPage(); err != nil {
			return Value{}, err
		}
	}
	return c.page.next()
}

// nextPage goes to the next page, in this row group or the next.
func (c *Column) nextPage() (err error) {
	for {
		if c.pages == nil {
			if c.group == len(c.leaf.file.groups) {
				return io.EOF
			}
			if c.pages, err = c.leaf.pagesOf(c.leaf.file.groups[c.group]); err != nil {
				return err
			}
			c.group++
		}
		c.page, err = c.pages.next()
		if err != io.EOF {
			return err
		}
		c.pages, c.page = nil, nil
	}
}

// pagesOf opens the leaf's chunk of a row group.
func (l *Leaf) pagesOf(g group) (*pages, error) {
	if l.index >= len(g.chunks) {
		return nil, fmt.Errorf("%w: a row group without %v", ErrDamaged, l.Path)
	}
	c := g.chunks[l.index]
	start := c.dataOffset
	if c.dictOffset > 0 && c.dictOffset < start {
		start = c.dictOffset
	}
	if start < 0 || c.size < 0 || start > l.file.size-c.size {
		return nil, fmt.Errorf("%w: %v lies outside the file", ErrDamaged, l.Path)
	}
	return newPages(l, c.codec, io.NewSectionReader(l.file.r, start, c.size)), nil
}
