package softmax

import (
	"encoding/binary"
	"math/bits"

	"onelayer/engine/cifar10"
)

// mirrorPlain takes eight pixels at a time.
func mirrorPlain(to, from *[dim]uint8) {
	const row = cifar10.Width
	for at := 0; at < dim; at += row {
		from, to := (*[row]uint8)(from[at:]), (*[row]uint8)(to[at:])
		for i := 0; i < row; i += 8 {
			eight := binary.LittleEndian.Uint64(from[i:])
			binary.LittleEndian.PutUint64(to[row-8-i:], bits.ReverseBytes64(eight))
		}
	}
}

func clearPlain(x []float32, stride int, by move) {
	const width = cifar10.Width
	left, right, top, bottom := by.border()
	for t := range tiles {
		x := x[t*stride:][:tile]
		for at := 0; at < tile; at += width {
			clear(x[at+left : at+right])
		}
	}
	for channel := 0; channel < dim; channel += plane {
		for at := channel + top*width; at < channel+bottom*width; at += width {
			clear(x[at/tile*stride+at%tile:][:width])
		}
	}
}
