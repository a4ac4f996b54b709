package softmax

// plain are the kernels in plain Go, for every machine.
var plain = kernels{
	name:     "plain",
	shape:    shapeOf(classes),
	widen:    widenPlain,
	mirror:   mirrorPlain,
	clear:    clearPlain,
	forward:  forwardPlain,
	softmax:  softmaxOf(classes),
	sigmoid:  sigmoidOf(classes),
	backward: backwardPlain,
}

func widenPlain(x []float32, stride int, first, second []uint8, s *Scaler) {
	for t := range tiles {
		a, b := x[t*stride:][:tile], x[t*stride+tile:][:tile]
		first, second := first[t*tile:][:tile], second[t*tile:][:tile]
		scale, shift := s.scale[t*tile:][:tile], s.shift[t*tile:][:tile]
		for d := range scale {
			a[d] = float32(first[d])*scale[d] + shift[d]
			b[d] = float32(second[d])*scale[d] + shift[d]
		}
	}
}

// forwardPlain takes one image and half the classes at a time: five sums that
// stay in registers along the tile.
func forwardPlain(sum, x, w []float32) {
	for i := range len(x) / tile {
		image := x[i*tile:][:tile]
		for half := 0; half < group; half += group / 2 {
			var s0, s1, s2, s3, s4 float32
			wd := w[half:]
			for d := 0; d < tile; d += lanes {
				x, w := (*[lanes]float32)(image[d:]), (*[group / 2]float32)(wd)
				s0 += x[0]*w[0] + x[1]*w[1] + x[2]*w[2] + x[3]*w[3]
				s1 += x[0]*w[4] + x[1]*w[5] + x[2]*w[6] + x[3]*w[7]
				s2 += x[0]*w[8] + x[1]*w[9] + x[2]*w[10] + x[3]*w[11]
				s3 += x[0]*w[12] + x[1]*w[13] + x[2]*w[14] + x[3]*w[15]
				s4 += x[0]*w[16] + x[1]*w[17] + x[2]*w[18] + x[3]*w[19]
				wd = wd[min(group, len(wd)):]
			}
			s := (*[group / 2]float32)(sum[i*group+half:])
			s[0] += s0
			s[4] += s1
			s[8] += s2
			s[12] += s3
			s[16] += s4
		}
	}
}

// backwardPlain takes four inputs and two classes at a time: eight sums that
// stay in registers over the images.
func backwardPlain(dst, w []float32, decay float32, g, x []float32) {
	for d := 0; d < tile; d += lanes {
		for k := 0; k < group; k += 2 * lanes {
			var a0, a1, a2, a3, b0, b1, b2, b3 float32
			gi, xi := g[k:], x[d:]
			for range len(x) / tile {
				g, x := (*[2 * lanes]float32)(gi), (*[lanes]float32)(xi)
				a, b := g[0], g[lanes]
				a0 += a * x[0]
				a1 += a * x[1]
				a2 += a * x[2]
				a3 += a * x[3]
				b0 += b * x[0]
				b1 += b * x[1]
				b2 += b * x[2]
				b3 += b * x[3]
				gi, xi = gi[min(group, len(gi)):], xi[min(tile, len(xi)):]
			}
			at := d/lanes*group + k
			w, dst := (*[2 * lanes]float32)(w[at:]), (*[2 * lanes]float32)(dst[at:])
			for j, sum := range [...]float32{a0, a1, a2, a3, b0, b1, b2, b3} {
				dst[j] = decay*w[j] + sum
			}
		}
	}
}
