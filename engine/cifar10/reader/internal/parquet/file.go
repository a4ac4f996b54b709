package parquet

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"slices"
)

// File is a parquet file.
type File struct {
	Rows   int64
	Leaves []*Leaf

	r      io.ReaderAt
	size   int64
	groups []group
	room   int64 // bytes that its pages may still unpack to
}

// Leaf is a column of values.
type Leaf struct {
	Path   []string // "img", "bytes"
	file   *File
	index  int // among the leaves
	kind   int64
	levels int64 // the definition level of a value that is there
	nested bool  // it is in a list
}

// group is a row group: the chunks of the leaves.
type group struct {
	rows   int64
	chunks []chunk
}

// chunk is a leaf's values in one row group.
type chunk struct {
	codec                  int64
	size                   int64 // compressed, with the pages' heads
	dataOffset, dictOffset int64
}

// magic begins and ends the file.
const magic = "PAR1"

// Bounds of the description of the file at its end.
const (
	maxFooter  = 2 << 20
	maxColumns = 1000
	maxGroups  = 100_000
)

// Bounds of what all pages together unpack to: pictures hardly compress, and labels are few.
const (
	anyUnpacked   = 32 << 20
	unpackedRatio = 8
)

// Open reads the description of the parquet file in r.
func Open(r io.ReaderAt, size int64) (*File, error) {
	const tail = 8 // the footer's length, magic
	if size < int64(len(magic))+tail {
		return nil, ErrTruncated
	}
	var end [tail]byte
	if _, err := r.ReadAt(end[:], size-tail); err != nil && err != io.EOF {
		return nil, err
	}
	if string(end[4:]) != magic {
		return nil, ErrTruncated
	}
	n := int64(binary.LittleEndian.Uint32(end[:]))
	if n > maxFooter || n > size-tail {
		return nil, fmt.Errorf("%w: a description of %d bytes", ErrDamaged, n)
	}
	f := &File{r: r, size: size, room: anyUnpacked + unpackedRatio*size}
	t := thrift{bufio.NewReader(io.NewSectionReader(r, size-tail-n, n))}
	if err := f.describe(t); err != nil {
		return nil, err
	}
	return f, nil
}

// describe reads FileMetaData.
func (f *File) describe(t thrift) error {
	var elements []element
	err := t.fields(func(field field) (bool, error) {
		switch field.id {
		case 2:
			return true, t.list(maxColumns, func() error {
				e, err := t.element()
				elements = append(elements, e)
				return err
			})
		case 3:
			return t.into(&f.Rows)
		case 4:
			return true, t.list(maxGroups, func() error {
				g, err := t.group()
				f.groups = append(f.groups, g)
				return err
			})
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	return f.leaves(elements)
}

// element is a node of the schema's tree, which is written depth first.
type element struct {
	name                       string
	kind, repetition, children int64
}

// element reads SchemaElement.
func (t thrift) element() (e element, err error) {
	err = t.fields(func(field field) (known bool, err error) {
		switch field.id {
		case 1:
			return t.into(&e.kind)
		case 3:
			return t.into(&e.repetition)
		case 4:
			e.name, err = t.name()
			return true, err
		case 5:
			return t.into(&e.children)
		}
		return false, nil
	})
	return e, err
}

// group reads RowGroup.
func (t thrift) group() (g group, err error) {
	err = t.fields(func(field field) (bool, error) {
		switch field.id {
		case 1:
			return true, t.list(maxColumns, func() error {
				c, err := t.chunk()
				g.chunks = append(g.chunks, c)
				return err
			})
		case 3:
			return t.into(&g.rows)
		}
		return false, nil
	})
	return g, err
}

// chunk reads ColumnChunk and the ColumnMetaData in it.
func (t thrift) chunk() (c chunk, err error) {
	err = t.fields(func(outer field) (bool, error) {
		if outer.id != 3 {
			return false, nil
		}
		return true, t.fields(func(field field) (bool, error) {
			switch field.id {
			case 4:
				return t.into(&c.codec)
			case 7:
				return t.into(&c.size)
			case 9:
				return t.into(&c.dataOffset)
			case 11:
				return t.into(&c.dictOffset)
			}
			return false, nil
		})
	})
	return c, err
}

// leaves finds the leaves of the schema's tree.
func (f *File) leaves(elements []element) error {
	const required, repeated = 0, 2
	type branch struct {
		path   []string
		left   int64 // children to come
		levels int64
		nested bool
	}
	if len(elements) == 0 {
		return fmt.Errorf("%w: no schema", ErrDamaged)
	}
	stack := []branch{{left: elements[0].children}}
	for _, e := range elements[1:] {
		for len(stack) > 0 && stack[len(stack)-1].left == 0 {
			stack = stack[:len(stack)-1]
		}
		const maxDepth = 16
		if len(stack) == 0 || len(stack) > maxDepth {
			return fmt.Errorf("%w: its schema is no tree", ErrDamaged)
		}
		parent := &stack[len(stack)-1]
		parent.left--
		b := branch{
			path:   append(slices.Clip(parent.path), e.name),
			left:   e.children,
			levels: parent.levels,
			nested: parent.nested || e.repetition == repeated,
		}
		if e.repetition != required {
			b.levels++
		}
		if e.children > 0 {
			stack = append(stack, b)
			continue
		}
		f.Leaves = append(
			f.Leaves,
			&Leaf{Path: b.path, file: f, index: len(f.Leaves), kind: e.kind, levels: b.levels, nested: b.nested},
		)
	}
	return nil
}

// levelWidth is the number of bits of a definition level.
func (l *Leaf) levelWidth() int { return bits.Len64(uint64(l.levels)) }
