package sample

import "math/rand/v2"

// dice are an image's own random numbers.
type dice struct {
	source rand.PCG
}

func (d *dice) reset(seed, i uint64) { d.source.Seed(seed, i) }

// between returns a number from lo ≤ x < hi, evenly.
func (d *dice) between(lo, hi float32) float32 {
	return lo + (hi-lo)*float32(d.source.Uint64()>>40)/(1<<24)
}

// bell returns a number from about N(0, std²): the sum of a word's eight bytes.
// It is made of whole numbers, so it is the same on every machine.
func (d *dice) bell(std float32) float32 {
	sum := 0
	for bits := d.source.Uint64(); bits != 0; bits >>= 8 {
		sum += int(bits & 255)
	}
	const mean, spread = 8 * 127.5, 209 // √8 · 256/√12
	return std * (float32(sum) - mean) / spread
}

// chance is true with probability p.
func (d *dice) chance(p float32) bool { return d.between(0, 1) < p }

// count returns a whole number from lo ≤ n ≤ hi.
func (d *dice) count(lo, hi int) int { return lo + int(d.between(0, float32(hi-lo+1))) }

// pick returns one of the colours, a little changed.
func (d *dice) pick(colours ...colour) colour {
	return d.vary(colours[d.count(0, len(colours)-1)])
}

// vary returns c a little lighter or darker, and off in hue.
func (d *dice) vary(c colour) colour {
	light := d.between(-.1, .1)
	return colour{
		c.r + light + d.between(-.04, .04),
		c.g + light + d.between(-.04, .04),
		c.b + light + d.between(-.04, .04),
	}
}
