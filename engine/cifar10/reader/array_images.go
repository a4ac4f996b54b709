package reader

import (
	"io"
	"math"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// arrayReader reads an array's images as bytes, in the order of the planes.
type arrayReader struct {
	a      *array
	layout layout
	r      io.ReadCloser
	items  []byte    // of one image
	values []float64 // of one image
	scale  float64   // factor from numbers to bytes; 0 until it is known
	ahead  []byte    // items read to find the scale and the order
	next   int       // the next image
}

// sampled is the number of images read to find what the numbers mean.
const sampled = 64

// images opens an array of images. It reads the first of them to find whether numbers
// go to 1 or to 255, and whether flat images are planes or pixels.
func (a *array) images() (*arrayReader, error) {
	l, ok := a.layoutOf()
	if !ok {
		return nil, isShape(a)
	}
	r, err := a.open()
	if err != nil {
		return nil, cifar10.Unreadable(a.shown, err)
	}
	reader := &arrayReader{
		a:      a,
		layout: l,
		r:      r,
		items:  make([]byte, cifar10.Dim*a.numbers.size),
		values: make([]float64, cifar10.Dim),
	}
	if a.numbers.kind != 'f' {
		reader.scale = 1
	}
	if !l.columns && (l.flat || reader.scale == 0) {
		err = reader.look()
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	return reader, nil
}

func (r *arrayReader) close() { r.r.Close() }

// look reads the first images ahead.
func (r *arrayReader) look() error {
	n := min(sampled, r.layout.images)
	r.ahead = make([]byte, n*len(r.items))
	if _, err := io.ReadFull(r.r, r.ahead); err != nil {
		return cifar10.Unreadable(r.a.shown, tooEarly(err))
	}
	values := make([]float64, n*cifar10.Dim)
	r.a.numbers.decode(values, r.ahead)
	r.tellScale(values)
	if r.layout.flat && pixelByPixel(values) {
		r.layout.to = interleaved
	}
	return nil
}

// tellScale treats numbers of at most 1 as fractions of 255.
func (r *arrayReader) tellScale(values []float64) {
	if r.scale != 0 {
		return
	}
	r.scale = 255
	for _, value := range values {
		if value > 1 {
			r.scale = 1
			return
		}
	}
}

// pixelByPixel reports whether flat images are interleaved pixels instead of planes.
// The value one row below is then 96 places on, instead of 32, and neighbours are more
// alike.
func pixelByPixel(values []float64) bool {
	const planes, pixels = side, side * channels
	var a, b float64
	for ; len(values) >= cifar10.Dim; values = values[cifar10.Dim:] {
		for i, value := range values[:cifar10.Dim-pixels] {
			a += math.Abs(value - values[i+planes])
			b += math.Abs(value - values[i+pixels])
		}
	}
	return b < a
}

// read appends the next n images' bytes to pixels.
func (r *arrayReader) read(pixels []uint8, n int) ([]uint8, error) {
	if r.layout.columns {
		return r.readColumns(pixels)
	}
	for range n {
		if err := r.fill(); err != nil {
			return pixels, err
		}
		at := len(pixels)
		pixels = pixels[:at+cifar10.Dim]
		if err := r.convert(pixels[at:]); err != nil {
			return pixels, err
		}
		r.next++
	}
	return pixels, nil
}

// fill reads the items of the next image, or of the next column.
func (r *arrayReader) fill() error {
	n := copy(r.items, r.ahead)
	r.ahead = r.ahead[n:]
	if _, err := io.ReadFull(r.r, r.items[n:]); err != nil {
		return cifar10.Unreadable(r.a.shown, tooEarly(err))
	}
	return nil
}

// convert puts an image's items into their places as bytes.
func (r *arrayReader) convert(image []uint8) error {
	if r.a.numbers.bytes() {
		for d, place := range r.layout.to {
			image[place] = r.items[d]
		}
		return nil
	}
	r.a.numbers.decode(r.values, r.items)
	for d, place := range r.layout.to {
		b, err := r.byteOf(r.values[d], r.next)
		if err != nil {
			return err
		}
		image[place] = b
	}
	return nil
}

// byteOf converts a number of image i to a byte.
func (r *arrayReader) byteOf(value float64, i int) (uint8, error) {
	if scaled := math.Round(value * r.scale); scaled >= 0 && scaled <= math.MaxUint8 {
		return uint8(scaled), nil
	}
	return 0, refusal.New(
		"pixel-out-of-range",
		"{file}: image {record} has the number {value}; pixels go from 0 to {most}. Save the images before they are standardized",
		refusal.Values{"file": r.a.shown, "record": i + 1, "value": value, "most": 255 / r.scale},
	)
}

// readColumns reads all images of an array whose images are columns.
func (r *arrayReader) readColumns(pixels []uint8) ([]uint8, error) {
	n := r.layout.images
	r.items, r.values = make([]byte, n*r.a.numbers.size), make([]float64, n)
	pixels = pixels[:n*cifar10.Dim]
	for d, place := range r.layout.to {
		if err := r.fill(); err != nil {
			return pixels, err
		}
		r.a.numbers.decode(r.values, r.items)
		if d == 0 {
			r.tellScale(r.values)
		}
		for i, value := range r.values {
			b, err := r.byteOf(value, i)
			if err != nil {
				return pixels, err
			}
			pixels[i*cifar10.Dim+place] = b
		}
	}
	return pixels, nil
}
