package reader

import (
	"encoding/binary"

	"onelayer/engine/cifar10"
)

// block is the number of columns that are transposed at a time; it divides Dim.
const block = 8

// scatter writes a block of whole columns of an n×Dim matrix, one after the other
// in columns, into its rows in pixels: eight bytes of each row, starting at
// column from.
func scatter(pixels []uint8, columns []uint8, n, from int) {
	column := func(k int) []uint8 { return columns[k*n:][:n:n] }
	c0, c1, c2, c3 := column(0), column(1), column(2), column(3)
	c4, c5, c6, c7 := column(4), column(5), column(6), column(7)
	for i := range n {
		low := uint32(c0[i]) | uint32(c1[i])<<8 | uint32(c2[i])<<16 | uint32(c3[i])<<24
		high := uint32(c4[i]) | uint32(c5[i])<<8 | uint32(c6[i])<<16 | uint32(c7[i])<<24
		binary.LittleEndian.PutUint64(pixels[i*cifar10.Dim+from:], uint64(low)|uint64(high)<<32)
	}
}

// scatterAll returns all rows of an n×Dim matrix whose columns it is given.
func scatterAll(columns []uint8, n int) []uint8 {
	pixels := make([]uint8, n*cifar10.Dim)
	for from := 0; from < cifar10.Dim; from += block {
		scatter(pixels, columns[from*n:][:block*n], n, from)
	}
	return pixels
}

// separate turns images of interleaved red, green and blue, pixel after pixel,
// into three planes each, in place.
func separate(pixels []uint8) {
	const plane = cifar10.Width * cifar10.Height
	var image [cifar10.Dim]uint8
	for ; len(pixels) >= cifar10.Dim; pixels = pixels[cifar10.Dim:] {
		copy(image[:], pixels)
		for i := range plane {
			pixels[i] = image[cifar10.Channels*i]
			pixels[plane+i] = image[cifar10.Channels*i+1]
			pixels[2*plane+i] = image[cifar10.Channels*i+2]
		}
	}
}
