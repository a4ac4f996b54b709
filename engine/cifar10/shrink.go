package cifar10

import "math"

// Square is a part of a picture, in its pixels.
type Square struct{ X, Y, Size float64 }

// Shrink returns a square of a picture as an image: each pixel is the mean of the area
// that it covers, partly covered pixels weighted by their share. Transparent pixels are
// white. picture has red, green, blue and opacity of each pixel, row by row.
func Shrink(picture []uint8, width int, part Square) []uint8 {
	const plane = Height * Width
	image := make([]uint8, Dim)
	columns := spans(part.X, part.Size/Width, Width, width)
	for y, row := range spans(part.Y, part.Size/Height, Height, len(picture)/(4*width)) {
		for x, column := range columns {
			for channel, v := range meanColour(picture, width, column, row) {
				image[channel*plane+y*Width+x] = uint8(v + .5)
			}
		}
	}
	return image
}

// span is some pixels in a row, with the share of each; the shares add up to 1.
type span struct {
	first  int
	shares []float64
}

// spans cuts a stretch of a length into n parts.
func spans(from, length float64, n, end int) []span {
	list := make([]span, n)
	for i := range list {
		start, stop := from+float64(i)*length, min(float64(end), from+float64(i+1)*length)
		s := span{first: min(int(math.Floor(start)), end-1)}
		var total float64
		for pixel := float64(s.first); pixel < stop; pixel++ {
			share := min(pixel+1, stop) - max(pixel, start)
			s.shares = append(s.shares, share)
			total += share
		}
		for i := range s.shares {
			s.shares[i] /= total
		}
		list[i] = s
	}
	return list
}

func meanColour(picture []uint8, width int, column, row span) (colour [channels]float64) {
	for j, height := range row.shares {
		at := 4 * ((row.first+j)*width + column.first)
		for i, share := range column.shares {
			pixel := picture[at+4*i:][:4]
			weight := height * share
			opacity := weight * float64(pixel[channels]) / 255
			ground := 255 * (weight - opacity)
			for channel := range colour {
				colour[channel] += opacity*float64(pixel[channel]) + ground
			}
		}
	}
	return colour
}
