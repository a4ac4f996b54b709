package sample

// scene is one image while it is being drawn: its canvas and its dice.
type scene struct {
	canvas
	dice
}

// reset prepares s for image number i of the seed.
func (s *scene) reset(seed, i uint64) {
	s.dice.reset(seed, i)
	s.canvas = canvas{softness: s.between(.9, 1.7)}
}

// figure places a figure of about the given half width, in pixels, around (x, y).
// All three vary a little, as in pictures cut to fit, and it seldom faces left:
// what a class has in common stays in its place.
func (s *scene) figure(x, y, halfWidth float32) figure {
	p := pose{
		x:     x + s.between(-1.8, 1.8),
		y:     y + s.between(-1.5, 1.5),
		scale: halfWidth * s.between(.88, 1.14),
	}
	p.tilt(s.between(-.08, .08))
	p.mirror = s.chance(.3)
	return figure{canvas: &s.canvas, pose: p}
}
