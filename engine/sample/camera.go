package sample

// expose takes the picture: contrast, light and colour cast of the whole, then
// noise, and writes it as one image of cifar10.Dim bytes.
func (s *scene) expose(image []uint8, film *film) {
	contrast := 255 * s.between(.7, 1.12)
	green := 255*s.between(-.1, .1) + .5*(255-contrast)
	warmth := 255 * s.between(-.035, .035)
	red, blue := green+warmth, green-warmth
	noise := 255 * s.between(.008, .04)
	grain := film[s.count(0, len(film)-pixels):][:pixels]

	reds, greens, blues := image[:pixels], image[pixels:][:pixels], image[2*pixels:][:pixels]
	for i := range pixels {
		c, g := &s.colours[i], &grain[i]
		reds[i] = toByte(c.r*contrast + red + noise*g.r)
		greens[i] = toByte(c.g*contrast + green + noise*g.g)
		blues[i] = toByte(c.b*contrast + blue + noise*g.b)
	}
}

// film is a long roll of noise. Every image takes its own stretch of it, which
// is much faster than separate noise.
type film [16 * pixels]colour

// newFilm draws noise of about unit variance per channel; much of it is common to
// the three, as in a photograph.
func newFilm(seed uint64) *film {
	var d dice
	d.reset(seed, 0)
	f := new(film)
	for i := range f {
		common := d.bell(1)
		f[i] = colour{common + d.bell(.7), common + d.bell(.7), common + d.bell(.7)}
	}
	return f
}

// toByte rounds x to a byte and clips it at 0 and 255.
func toByte(x float32) uint8 {
	whole := int32(x + .5)
	switch {
	case uint32(whole) <= 255:
		return uint8(whole)
	case whole < 0:
		return 0
	default:
		return 255
	}
}
