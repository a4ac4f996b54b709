package cifar10

// MostSmoothing is the largest number of passes of Smooth.
const MostSmoothing = 8

// Smooth filters an image, Dim bytes from src to dst, by [1 2 1]/4 along both axes,
// passes times; at the borders the edge pixel counts twice. Only the result is rounded,
// to the nearest byte. Passes along different axes commute, so all passes run over each
// column, then over each row.
//
// As a matrix, the filter S on the D inputs is symmetric, and a network on smoothed
// images is still a one-layer network: W·S on pixels.
func Smooth(dst, src []uint8, passes int) {
	together := 1 // channels in one number
	if passes <= 3 {
		together = channels
	}
	const plane = Height * Width
	for from := 0; from < Dim; from += together * plane {
		smoothChannels(dst[from:][:together*plane], src[from:], passes)
	}
}

// channels of an image fit into one number side by side: up to three passes, a sum is
// at most 255·4⁶ and takes 20 bits.
const (
	channels    = 3
	channelBits = 21
)

// smoothChannels smooths as many channels as fit in dst, in whole numbers, scaled
// by 4 to the number of passes along each axis.
func smoothChannels(dst, src []uint8, passes int) {
	const plane = Height * Width
	var sums [plane]uint64
	for from := 0; from < len(dst); from += plane {
		at := from / plane * channelBits
		for i, v := range src[from:][:plane] {
			sums[i] |= uint64(v) << at
		}
	}
	for range passes {
		smoothColumns(&sums)
	}
	for y := 0; y < plane; y += Width {
		for range passes {
			smoothRow((*[Width]uint64)(sums[y:]))
		}
	}
	shift := 4 * passes
	half := uint64(1) << shift >> 1
	for from := 0; from < len(dst); from += plane {
		at := from / plane * channelBits
		for i := range dst[from:][:plane] {
			v := sums[i] >> at
			if len(dst) > plane {
				v &= 1<<channelBits - 1
			}
			dst[from+i] = uint8((v + half) >> shift)
		}
	}
}

// smoothRow filters a row in place.
func smoothRow(v *[Width]uint64) {
	before, here := v[0], v[0]
	for x := range Width - 1 {
		after := v[x+1]
		v[x] = before + 2*here + after
		before, here = here, after
	}
	v[Width-1] = before + 3*here
}

// smoothColumns filters every column in place.
func smoothColumns(v *[Height * Width]uint64) {
	for x := range Width {
		before, here := v[x], v[x]
		for at := x; at < len(v)-Width; at += Width {
			after := v[at+Width]
			v[at] = before + 2*here + after
			before, here = here, after
		}
		v[len(v)-Width+x] = before + 3*here
	}
}

// Filter returns Dim numbers filtered as Smooth does, but not rounded: for a row of W,
// the row of W·S.
func Filter(values []float32, passes int) []float32 {
	const plane = Height * Width
	all := make([]float64, Dim)
	for d, v := range values {
		all[d] = float64(v)
	}
	for range passes {
		for from := 0; from < Dim; from += Width {
			filterLine(all[from:], 1)
		}
		for from := 0; from < Dim; from += plane {
			for x := range Width {
				filterLine(all[from+x:], Width)
			}
		}
	}
	filtered := make([]float32, Dim)
	for d, v := range all {
		filtered[d] = float32(v)
	}
	return filtered
}

// filterLine filters a row or a column in place, its numbers apart places from
// each other.
func filterLine(v []float64, apart int) {
	before, here := v[0], v[0]
	for i := range Width {
		after := here
		if i+1 < Width {
			after = v[(i+1)*apart]
		}
		v[i*apart] = (before + 2*here + after) / 4
		before, here = here, after
	}
}
