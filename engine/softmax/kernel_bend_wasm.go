//go:build goexperiment.simd

package softmax

import (
	"simd/archsimd"
	"unsafe"

	"onelayer/engine/cifar10"
)

// backwards are the places of a vector's bytes in reverse order.
var backwards = [16]int8{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}

// mirrorVector takes a row, two vectors, at a time.
func mirrorVector(to, from *[dim]uint8) {
	order := archsimd.LoadInt8x16Array(&backwards)
	dst, src := unsafe.Pointer(to), unsafe.Pointer(from)
	for range dim / cifar10.Width {
		left := archsimd.LoadInt8x16Array((*[16]int8)(src)).LookupOrZero(order)
		right := archsimd.LoadInt8x16Array((*[16]int8)(unsafe.Add(src, 16))).LookupOrZero(order)
		right.StoreArray((*[16]int8)(dst))
		left.StoreArray((*[16]int8)(unsafe.Add(dst, 16)))
		dst, src = unsafe.Add(dst, cifar10.Width), unsafe.Add(src, cifar10.Width)
	}
}

const all = ^uint32(0)

// kept has masks that keep what is to the left of a column, and what is to the
// right of it.
var kept = [3 * lanes]uint32{all, all, all, all, 0, 0, 0, 0, all, all, all, all}

// clearVector takes four columns at a time, down all rows, then whole rows.
func clearVector(x []float32, stride int, by move) {
	left, right, top, bottom := by.border()
	for column := left / lanes * lanes; column < right; column += lanes {
		at := lanes - max(left-column, 0)
		if right < column+lanes {
			at = 2*lanes - (right - column)
		}
		mask := archsimd.LoadUint32x4Array((*[lanes]uint32)(kept[at:]))
		for t := range tiles {
			keep(unsafe.Pointer(&x[t*stride:][:tile][column]), mask)
		}
	}
	for channel := 0; channel < dim; channel += plane {
		for row := channel + top*cifar10.Width; row < channel+bottom*cifar10.Width; row += cifar10.Width {
			clearRow(unsafe.Pointer(&x[row/tile*stride+row%tile:][:cifar10.Width][0]))
		}
	}
}

// keep masks the vector at p, and those below it in a tile.
func keep(p unsafe.Pointer, mask archsimd.Uint32x4) {
	for range tile / cifar10.Width {
		four := (*[lanes]uint32)(p)
		archsimd.LoadUint32x4Array(four).And(mask).StoreArray(four)
		p = unsafe.Add(p, 4*cifar10.Width)
	}
}

func clearRow(p unsafe.Pointer) {
	zero := splat(0)
	for offset := uintptr(0); offset < 4*cifar10.Width; offset += vecBytes {
		store(p, offset, zero)
	}
}
