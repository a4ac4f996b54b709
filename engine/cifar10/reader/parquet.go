package reader

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/parquet"
	"onelayer/engine/refusal"
)

// shardOfRows is how many rows of a parquet file make a shard, as in the
// published ones.
const shardOfRows = 10_000

// parquet reads a parquet file of pictures as Hugging Face has them: a column
// of PNG or JPEG files and a column of labels.
func (w *walk) parquet(e entry) {
	if e.at == nil {
		w.fail(
			refusal.New(
				"parquet-in-archive",
				"{file} is a parquet file in an archive. Unpack it, and choose the files in it",
				refusal.Values{"file": e.shown},
			),
		)
		return
	}
	table, err := openTable(e)
	if err != nil {
		w.fail(parquetError(e.shown, err))
		return
	}
	parts := (table.rows + shardOfRows - 1) / shardOfRows
	for part := range parts {
		name := partName(strings.TrimSuffix(path.Base(e.name), ".parquet"), part+1, parts)
		shard, err := table.shard(w, name, min(shardOfRows, table.rows-part*shardOfRows))
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
	fine             bool            // labels are CIFAR-100's fine ones
	coarse           *parquet.Column // its coarse ones, or nil
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
		case leaf.IsInteger() && name == "coarse_label":
			t.coarse = leaf.Column()
		case leaf.IsBytes() && t.pictures == nil &&
			(leaf.Path[len(leaf.Path)-1] == "bytes" || name == "img" || name == "image"):
			t.pictures = leaf.Column()
		case leaf.IsInteger() && (name == "label" || name == "labels" || name == "fine_label"):
			t.labels, t.fine = leaf.Column(), name == "fine_label"
		}
	}
	if t.pictures == nil || t.labels == nil || file.Rows <= 0 {
		return nil, &visitorError{
			refusal.New(
				"parquet-columns",
				"{file} is a parquet file of {rows} rows with the columns {columns}; img.bytes and label are expected, as in train-00000-of-00001.parquet of CIFAR-10 on Hugging Face",
				refusal.Values{
					"file":    e.shown,
					"rows":    file.Rows,
					"columns": fmt.Sprintf("%.200s", strings.Join(names, ", ")),
				},
			),
		}
	}
	if err := cifar10.Fits(e.shown, int(min(file.Rows, cifar10.MaxImages+1)), cifar10.Unlimited); err != nil {
		return nil, &visitorError{err}
	}
	t.rows = int(file.Rows)
	return t, nil
}

// shard reads the next n rows.
func (t *table) shard(w *walk, name string, n int) (*cifar10.Shard, error) {
	if err := cifar10.Fits(name, n, w.room); err != nil {
		return nil, &visitorError{err}
	}
	shard := &cifar10.Shard{Name: name, Pixels: make([]uint8, 0, n*cifar10.Dim)}
	var labels, coarse []int64
	for row := range n {
		picture, err := next(t.pictures)
		if err != nil {
			return nil, err
		}
		label, err := next(t.labels)
		if err != nil {
			return nil, err
		}
		if t.coarse != nil {
			value, err := next(t.coarse)
			if err != nil {
				return nil, err
			}
			coarse = append(coarse, value.Integer)
		}
		if shard.Pixels, err = t.decoder.append(shard.Pixels, picture.Bytes); err != nil {
			return nil, &visitorError{
				refusal.New("parquet-picture", "{file}: the picture in row {row} of {part} cannot be read: {reason}",
					refusal.Values{"file": t.name, "row": row + 1, "part": name, "reason": err}),
			}
		}
		labels = append(labels, label.Integer)
	}
	if t.decoder.scaled {
		w.noteScaled()
	}
	if err := t.label(w, shard, labels, coarse); err != nil {
		return nil, &visitorError{err}
	}
	return shard, nil
}

// label gives a shard its labels.
func (t *table) label(w *walk, shard *cifar10.Shard, labels, coarse []int64) (err error) {
	if !t.fine {
		shard.Labels, err = labelled(t.name, labels, len(labels))
		return err
	}
	fine, err := narrow(t.name, labels, len(fineNames))
	if err != nil {
		return err
	}
	var superclasses []uint8
	if t.coarse != nil {
		if superclasses, err = narrow(t.name, coarse, len(coarseNames)); err != nil {
			return err
		}
	}
	_, err = w.shard100(shard, superclasses, fine)
	return err
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
		return cifar10.Unreadable(name, io.ErrUnexpectedEOF)
	case errors.Is(err, parquet.ErrDamaged):
		return refusal.New("parquet-damaged", "{file} cannot be read: {reason}. {advice}",
			refusal.Values{"file": name, "reason": err, "advice": cifar10.GetAgain})
	}
	return cifar10.Unreadable(name, err)
}
