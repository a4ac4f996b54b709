package scene

import (
	"image/color"
	"math"
)

// leastContrast is the contrast that a text needs to be readable (WCAG 2, level
// AA).
const leastContrast = 4.5

// legible returns a colour for a text, moved towards the ink as far as its contrast
// to the ground requires.
func (t Theme) legible(c color.NRGBA) color.NRGBA {
	for share := 0.0; share < 1; share += 0.05 {
		if mixed := mix(c, t.Ink, share); contrast(mixed, t.Ground) >= leastContrast {
			return mixed
		}
	}
	return t.Ink
}

func mix(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(a, b uint8) uint8 { return uint8(float64(a)*(1-share) + float64(b)*share + 0.5) }
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: a.A}
}

// contrast returns the ratio of two opaque colours' luminances, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

// luminance returns a colour's relative luminance, as WCAG defines it.
func luminance(c color.NRGBA) float64 {
	linear := func(part uint8) float64 {
		x := float64(part) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
