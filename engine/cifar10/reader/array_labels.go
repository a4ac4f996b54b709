package reader

import (
	"io"
	"math"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// labels reads an array of labels: whole numbers of any type, or one-hot rows.
// Labels are from 0 to 255; the caller checks them against the number of classes.
func (a *array) labels() ([]uint8, error) {
	n, ok := a.isLabels()
	if !ok {
		return nil, isShape(a)
	}
	r, err := a.open()
	if err != nil {
		return nil, cifar10.Unreadable(a.shown, err)
	}
	defer r.Close()
	items := make([]byte, a.items()*a.numbers.size)
	if _, err := io.ReadFull(r, items); err != nil {
		return nil, cifar10.Unreadable(a.shown, tooEarly(err))
	}
	values := make([]float64, a.items())
	a.numbers.decode(values, items)
	if len(values) > n {
		return a.oneHot(values, n)
	}
	y := make([]uint8, n)
	for i, value := range values {
		if value != math.Trunc(value) || value < 0 || value > math.MaxUint8 {
			return nil, refusal.New("no-label", "{file}: number {value} in place {record} is no label",
				refusal.Values{"file": a.shown, "value": value, "record": i + 1})
		}
		y[i] = uint8(value)
	}
	return y, nil
}

// oneHot returns where the one 1 is in each of n rows.
func (a *array) oneHot(values []float64, n int) ([]uint8, error) {
	k := a.shape[1]
	y := make([]uint8, n)
	row := make([]float64, k)
	for i := range n {
		for j := range k {
			if at := i*k + j; a.fortran {
				row[j] = values[j*n+i]
			} else {
				row[j] = values[at]
			}
		}
		at := slices.Index(row, 1)
		for j, value := range row {
			if at < 0 || j != at && value != 0 {
				return nil, refusal.New(
					"no-one-hot",
					"{file}: row {record} is no one-hot label, a single 1 among zeros",
					refusal.Values{"file": a.shown, "record": i + 1},
				)
			}
		}
		y[i] = uint8(at)
	}
	return y, nil
}

// tooEarly turns io.EOF, where more is expected, into io.ErrUnexpectedEOF.
func tooEarly(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
