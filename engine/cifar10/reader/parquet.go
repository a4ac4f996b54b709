package reader

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/parquet"
)

// shardOfRows is how many rows of a parquet file make a shard, as in the
// published ones.
const shardOfRows = 10_000

// parquet reads a parquet file of pictures as Hugging Face has them: a column
// of PNG or JPEG files and a column of labels.
func (w *walk) parquet(e entry) {
	if e.at == nil {
		w.fail(fmt.Errorf("%s is a parquet file in an archive. Unpack it, and choose the files in it", e.shown))
		return
	}
	table, err := openTable(e)
	if err != nil {
		w.fail(parquetError(e.shown, err))
		return
	}
	parts := (table.rows + shardOfRows - 1) / shardOfRows
	for part := range parts {
		name := strings.TrimSuffix(path.Base(e.name), ".parquet")
		if parts > 1 {
			name = fmt.Sprintf("%s (%d of %d)", name, part+1, parts)
		}
		shard, err := table.shard(name, min(shardOfRows, table.rows-part*shardOfRows), w.room)
		if err != nil {
			w.fail(parquetError(e.shown, err))
			return
		}
		w.emit(shard)
		if w.stopped {
			return
		}
	}
}

// maxTablePixels bounds a picture in a table, where a few bytes can have one
// picture decoded in every row.
const maxTablePixels = 256 * 256

// table is a parquet file of pictures.
type table struct {
	name             string
	rows             int
	pictures, labels *parquet.Column
	decoder          pictureDecoder
}

// openTable finds the columns of pictures and labels.
func openTable(e entry) (*table, error) {
	file, err := parquet.Open(e.at, e.size)
	if err != nil {
		return nil, err
	}
	t := &table{name: e.shown, decoder: pictureDecoder{limit: maxTablePixels}}
	var names []string
	for _, leaf := range file.Leaves {
		name := strings.Join(leaf.Path, ".")
		names = append(names, name)
		switch {
		case name == "fine_label" || name == "coarse_label":
			return nil, &visitorError{isCIFAR100(e.shown)}
		case leaf.IsBytes() && t.pictures == nil && (leaf.Path[len(leaf.Path)-1] == "bytes" || name == "img" || name == "image"):
			t.pictures = leaf.Column()
		case leaf.IsInteger() && (name == "label" || name == "labels"):
			t.labels = leaf.Column()
		}
	}
	if t.pictures == nil || t.labels == nil || file.Rows <= 0 {
		return nil, &visitorError{fmt.Errorf("%s is a parquet file of %d rows with columns %.200q; img.bytes and label are expected, as in train-00000-of-00001.parquet of CIFAR-10 on Hugging Face", e.shown, file.Rows, names)}
	}
	if err := cifar10.Fits(e.shown, int(min(file.Rows, cifar10.MaxImages+1)), cifar10.Unlimited); err != nil {
		return nil, &visitorError{err}
	}
	t.rows = int(file.Rows)
	return t, nil
}

// shard reads the next n rows, with at most room bytes of pixels.
func (t *table) shard(name string, n int, room int64) (*cifar10.Shard, error) {
	if err := cifar10.Fits(name, n, room); err != nil {
		return nil, &visitorError{err}
	}
	shard := &cifar10.Shard{Name: name, Pixels: make([]uint8, 0, n*cifar10.Dim)}
	labels := make([]int64, 0, n)
	for row := range n {
		picture, err := next(t.pictures)
		if err != nil {
			return nil, err
		}
		label, err := next(t.labels)
		if err != nil {
			return nil, err
		}
		if shard.Pixels, err = t.decoder.append(shard.Pixels, picture.Bytes); err != nil {
			return nil, &visitorError{fmt.Errorf("%s: the picture in row %d of %s cannot be read: %w", t.name, row, name, err)}
		}
		labels = append(labels, label.Integer)
	}
	var err error
	if shard.Labels, err = labelled(t.name, labels, n); err != nil {
		return nil, &visitorError{err}
	}
	return shard, nil
}

// next returns a column's next value, which must be there.
func next(column *parquet.Column) (parquet.Value, error) {
	value, err := column.Next()
	if err == io.EOF {
		err = parquet.ErrTruncated
	}
	if err == nil && value.Null {
		err = fmt.Errorf("%w: a row without a picture or a label", parquet.ErrDamaged)
	}
	return value, err
}

// parquetError says in the visitor's words why a parquet file cannot be read.
func parquetError(name string, err error) error {
	var ready *visitorError
	switch {
	case errors.As(err, &ready):
		return ready.error
	case errors.Is(err, parquet.ErrTruncated):
		return fmt.Errorf("%s ends too early%s", name, incomplete)
	case errors.Is(err, parquet.ErrDamaged):
		return fmt.Errorf("%s cannot be read: %w%s", name, err, incomplete)
	}
	return fmt.Errorf("%s could not be read: %w", name, err)
}
