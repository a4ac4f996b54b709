package softmax

import "math"

// generic returns kernels for any number of classes, in plain Go except those that
// do not depend on it.
func generic(classes int) *kernels {
	return &kernels{
		name:     "generic",
		shape:    shapeOf(classes),
		widen:    fastest.widen,
		mirror:   fastest.mirror,
		clear:    fastest.clear,
		forward:  forwardOf(classes),
		softmax:  softmaxOf(classes),
		sigmoid:  sigmoidOf(classes),
		backward: backwardOf(classes),
	}
}

// forwardOf takes one image and one class at a time: four sums that stay in
// registers along the tile.
func forwardOf(classes int) func(sum, x, w []float32) {
	group := classes * lanes
	return func(sum, x, w []float32) {
		for i := range len(x) / tile {
			image := x[i*tile:][:tile]
			for k := 0; k < group; k += lanes {
				var s0, s1, s2, s3 float32
				at := k
				for d := 0; d < tile; d += lanes {
					x, w := (*[lanes]float32)(image[d:]), (*[lanes]float32)(w[at:])
					s0 += x[0] * w[0]
					s1 += x[1] * w[1]
					s2 += x[2] * w[2]
					s3 += x[3] * w[3]
					at += group
				}
				s := (*[lanes]float32)(sum[i*group+k:])
				s[0] += s0
				s[1] += s1
				s[2] += s2
				s[3] += s3
			}
		}
	}
}

// backwardOf takes four inputs and one class at a time: four sums that stay in
// registers over the images.
func backwardOf(classes int) func(dst, w []float32, decay float32, g, x []float32) {
	group := classes * lanes
	return func(dst, w []float32, decay float32, g, x []float32) {
		for d := 0; d < tile; d += lanes {
			for k := 0; k < group; k += lanes {
				var s0, s1, s2, s3 float32
				for i := range len(x) / tile {
					g, x := g[i*group+k], (*[lanes]float32)(x[i*tile+d:])
					s0 += g * x[0]
					s1 += g * x[1]
					s2 += g * x[2]
					s3 += g * x[3]
				}
				at := d/lanes*group + k
				w, dst := (*[lanes]float32)(w[at:]), (*[lanes]float32)(dst[at:])
				dst[0] = decay*w[0] + s0
				dst[1] = decay*w[1] + s1
				dst[2] = decay*w[2] + s2
				dst[3] = decay*w[3] + s3
			}
		}
	}
}

func softmaxOf(classes int) func(p, s, largest, total []float32) {
	group := classes * lanes
	return func(p, s, largest, total []float32) {
		for i := range largest {
			at := i/lanes*group + i%lanes
			m := largestLogit(s, at, classes)
			var sum float32
			for k := range classes {
				e := float32(math.Exp(float64(s[at+k*lanes] - m)))
				p[at+k*lanes] = e
				sum += e
			}
			for k := range classes {
				p[at+k*lanes] /= sum
			}
			largest[i], total[i] = m, sum
		}
	}
}

func sigmoidOf(classes int) func(p, s, largest, total, rest []float32) {
	group := classes * lanes
	return func(p, s, largest, total, rest []float32) {
		for i := range largest {
			at := i/lanes*group + i%lanes
			product, sum := float32(1), float32(0)
			for k := range classes {
				v := s[at+k*lanes]
				e := float32(math.Exp(-math.Abs(float64(v))))
				inverse := 1 / (1 + e)
				if v < 0 {
					p[at+k*lanes] = e * inverse
				} else {
					p[at+k*lanes] = inverse
				}
				product *= 1 + e
				sum += max(v, 0)
			}
			largest[i], total[i], rest[i] = largestLogit(s, at, classes), product, sum
		}
	}
}

// largestLogit returns the largest logit of the image whose first is at s[at].
func largestLogit(s []float32, at, classes int) float32 {
	m := s[at]
	for k := 1; k < classes; k++ {
		m = max(m, s[at+k*lanes])
	}
	return m
}
