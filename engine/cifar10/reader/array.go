package reader

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
)

// array is an array of numbers in a file. Only its description is in memory,
// unless its file had to be read whole.
type array struct {
	name    string // in its file ("x_train"), or the file's own
	file    string // the file that it is in, without its folders
	path    string // the file with its folders
	shown   string // in messages
	numbers numbers
	fortran bool // the first index runs fastest
	shape   []int
	classes []string // the classes' names that came with it, if any
	open    func() (io.ReadCloser, error)
	held    int64 // bytes of memory that it takes until it is read
}

// items returns how many numbers the array has.
func (a *array) items() int {
	n := 1
	for _, length := range a.shape {
		n *= length
	}
	return n
}

// shapeText writes a shape as people say it: 12×32×32×3.
func shapeText(shape []int) string {
	words := make([]string, len(shape))
	for i, length := range shape {
		words[i] = fmt.Sprint(length)
	}
	return strings.Join(words, "×")
}

// The lengths of an image in an array, besides Dim.
const (
	side     = cifar10.Width // and cifar10.Height
	channels = cifar10.Channels
)

// layout is how the items of images follow each other in a file.
type layout struct {
	images  int
	columns bool // item d of all images, then item d+1; else one image after the other
	flat    bool // an image is Dim numbers, in an order that is still to be found
	to      []int
}

// layoutOf tells how an array of images is laid out, if it is one.
func (a *array) layoutOf() (layout, bool) {
	shape := a.shape
	last := len(shape) - 1
	is := func(lengths ...int) bool { return slices.Equal(shape, lengths) }
	switch {
	case last == 1 && shape[1] == cifar10.Dim:
		return layout{images: shape[0], columns: a.fortran, flat: true, to: inOrder}, true
	case last == 1 && shape[0] == cifar10.Dim:
		return layout{images: shape[1], columns: !a.fortran, flat: true, to: inOrder}, true
	case last != 3:
		return layout{}, false
	case is(shape[0], side, side, channels):
		return layout{images: shape[0], columns: a.fortran, to: places(a.fortran, "yxc")}, true
	case is(shape[0], channels, side, side):
		return layout{images: shape[0], columns: a.fortran, to: places(a.fortran, "cyx")}, true
	case is(side, side, channels, shape[3]):
		return layout{images: shape[3], columns: !a.fortran, to: places(a.fortran, "yxc")}, true
	}
	return layout{}, false
}

// inOrder are the places in an image whose planes come one after the other.
var inOrder = places(false, "cyx")

// interleaved are the places in an image whose pixels come one after the other,
// three numbers each.
var interleaved = places(false, "yxc")

// places returns, for each number of an image in a file, its place among the planes.
// axes names the image's indices in the order of the shape, fastest last unless the
// array is in Fortran's order.
func places(fortran bool, axes string) []int {
	lengths := map[byte]int{'c': channels, 'y': side, 'x': side}
	strides := map[byte]int{'c': side * side, 'y': side, 'x': 1}
	order := []byte(axes)
	if fortran {
		slices.Reverse(order)
	}
	a, b, c := order[0], order[1], order[2]
	to := make([]int, 0, cifar10.Dim)
	for i := range lengths[a] {
		for j := range lengths[b] {
			for k := range lengths[c] {
				to = append(to, i*strides[a]+j*strides[b]+k*strides[c])
			}
		}
	}
	return to
}

// isLabels reports whether an array can be labels: N numbers, N×1, 1×N, or one-hot
// rows of 2 to MaxClasses.
func (a *array) isLabels() (n int, ok bool) {
	switch {
	case len(a.shape) == 1:
		n = a.shape[0]
	case len(a.shape) == 2 && a.shape[0] == 1:
		n = a.shape[1]
	case len(a.shape) == 2 && 1 <= a.shape[1] && a.shape[1] <= cifar10.MaxClasses:
		n = a.shape[0]
	}
	return n, 0 < n && n <= cifar10.MaxImages
}
