package sample

// The grounds. Each paints the whole canvas; the sea returns its horizon's height,
// in pixels from the top.

// sky paints an open sky: clear, hazy, grey or of an evening.
func (s *scene) sky() {
	high, low := s.pick(rgb(0x4d86c6), rgb(0x6fa3d8), rgb(0x2f62a8)), s.pick(rgb(0xa9cbe6), rgb(0xd6e4ec))
	switch {
	case s.chance(.3):
		high, low = s.pick(rgb(0xa3adb6), rgb(0xc8ced3)), s.pick(rgb(0xd4d8da), rgb(0xb9bfc4))
	case s.chance(.14):
		high, low = s.pick(rgb(0x5b5f8c), rgb(0x8a6d86)), s.pick(rgb(0xe8a868), rgb(0xe0926f))
	}
	s.band(0, side, high, low)
	for range s.count(0, 3) {
		s.blotch(s.between(0, side), s.between(0, side), s.between(4, 10), .35, s.pick(white, rgb(0xdfe6ec)))
	}
}

// sea paints a sky over water.
func (s *scene) sea() (horizon float32) {
	s.sky()
	horizon = s.between(11, 20)
	water := s.pick(rgb(0x2f5f86), rgb(0x4a7d96), rgb(0x21506b), rgb(0x63808c))
	s.band(horizon, side, water.lit(1.25), water.lit(.8))
	for range s.count(2, 6) {
		s.streak(s.between(0, side), s.between(horizon+1, side), s.between(3, 9), water.lit(s.between(.75, 1.5)))
	}
	return horizon
}

// meadow paints grass to a horizon, with sky, woods or hills behind it.
func (s *scene) meadow() {
	horizon := s.between(7, 17)
	switch {
	case s.chance(.45):
		s.sky()
	default:
		s.thicket(s.pick(rgb(0x3c5a30), rgb(0x2d4527), rgb(0x566b3d)))
	}
	if s.chance(.4) {
		hill := s.pick(rgb(0x5b7352), rgb(0x6f8478))
		s.fade(ellipse{s.between(0, side), horizon + 3, s.between(10, 24), s.between(4, 9), 1, 0}, hill, hill, 2)
	}
	grass := s.pick(rgb(0x6f9440), rgb(0x86a352), rgb(0x557f38), rgb(0x9a9a58))
	if s.chance(.25) {
		grass = s.pick(rgb(0xb59d6c), rgb(0xa28a5f)) // dry
	}
	s.band(horizon, side, grass.lit(1.1), grass.lit(.85))
	for range s.count(3, 8) {
		s.streak(s.between(0, side), s.between(horizon+1, side), s.between(2, 6), grass.lit(s.between(.7, 1.25)))
	}
}

// woods paints the inside of a wood: dark leaves, trunks, a floor.
func (s *scene) woods() {
	s.thicket(s.pick(rgb(0x3f5a33), rgb(0x4f5a35), rgb(0x6b6a45), rgb(0x2f4a38)))
	for range s.count(0, 4) {
		x := s.between(0, side)
		s.fill(limb{x, -3, x + s.between(-2, 2), side, s.between(.5, 1.6)}, s.pick(rgb(0x4c3b2c), rgb(0x6c6052)))
	}
	horizon := s.between(15, 22)
	floor := s.pick(rgb(0x6d5a3a), rgb(0x8a7248), rgb(0x66733d), rgb(0x7d8a4c))
	s.band(horizon, side, floor.lit(1.1), floor.lit(.8))
}

// road paints a road before fields, a town or a plain wall.
func (s *scene) road() {
	s.sky()
	horizon := s.between(12, 19)
	behind := s.pick(rgb(0x5d7a44), rgb(0x8d8a72), rgb(0x46603a), rgb(0xa59c8c))
	s.band(horizon-s.between(2, 9), horizon, behind, behind.lit(.8))
	if s.chance(.4) {
		for range s.count(2, 5) {
			x, width := s.between(-3, side), s.between(2, 6)
			y := horizon - s.between(3, 11)
			s.fill(
				polygon{x, y, x + width, y, x + width, horizon, x, horizon},
				s.pick(rgb(0xa08d7d), rgb(0x8a5a48), rgb(0xc9c2b4), rgb(0x6d7782)),
			)
		}
	}
	tar := s.pick(rgb(0x77787a), rgb(0x5a5b5e), rgb(0x9a9790), rgb(0xb3a891))
	s.band(horizon, side, tar.lit(1.1), tar.lit(.9))
}

// room paints a wall and a floor, a cushion or a rug.
func (s *scene) room() {
	wall := s.pick(rgb(0xb9a68c), rgb(0xd8cfc0), rgb(0x8d7b6c), rgb(0x7f8c99), rgb(0xa5705a), rgb(0x5d5450))
	s.band(0, side, wall.lit(1.1), wall.lit(.9))
	if s.chance(.6) {
		floor := s.pick(rgb(0x9c7850), rgb(0xc4b49a), rgb(0x6e4a3a), rgb(0x5c6a86), rgb(0x8c8c88))
		s.band(s.between(14, 26), side, floor.lit(1.1), floor.lit(.85))
	}
	if s.chance(.5) {
		s.blotch(s.between(0, side), s.between(4, side), s.between(6, 13), .8,
			s.pick(rgb(0x9c3d3a), rgb(0x42648a), rgb(0xd9d2c2), rgb(0x5c7a5c), rgb(0xc08a4a)))
	}
}

// land paints one of the grounds that all classes share except those of the air
// and of the sea: there only the figure tells the class.
func (s *scene) land() {
	switch s.count(0, 6) {
	case 0:
		s.meadow()
	case 1:
		s.woods()
	case 2:
		s.road()
	case 3:
		s.room()
	case 4:
		s.leaves()
	case 5:
		s.mud()
	default:
		s.plain()
	}
}

// air paints what is behind something that flies: the sky, or the sea under it.
func (s *scene) air() {
	if s.chance(.6) {
		s.sky()
	} else {
		s.sea()
	}
}

// leaves paints foliage near the camera, out of focus.
func (s *scene) leaves() {
	s.thicket(s.pick(rgb(0x6f9a4a), rgb(0x4c7a3a), rgb(0x93ab68), rgb(0x7a8a50), rgb(0xa09a62)))
}

// mud paints wet ground, stones or a pond.
func (s *scene) mud() {
	earth := s.pick(rgb(0x7a6647), rgb(0x54503a), rgb(0x8f8462), rgb(0x5a6a4c), rgb(0x6c7a80))
	s.band(0, side, earth.lit(1.05), earth.lit(.9))
	for range s.count(4, 9) {
		s.blotch(s.between(0, side), s.between(0, side), s.between(2, 6), .7, earth.lit(s.between(.65, 1.35)))
	}
}

// plain paints the even ground of a catalogue or of snow.
func (s *scene) plain() {
	ground := s.pick(rgb(0xe6e6e4), rgb(0xcfd4d8), rgb(0xf2f2f0), rgb(0xb8bcc0))
	s.band(0, side, ground, ground.lit(.92))
}

// thicket covers the canvas with blotches in a leaf's colour, dark to light.
func (s *scene) thicket(leaf colour) {
	s.band(0, side, leaf, leaf)
	for range s.count(6, 12) {
		s.blotch(s.between(0, side), s.between(0, side), s.between(3, 8), .7, leaf.lit(s.between(.55, 1.5)))
	}
}

// blotch paints a round patch whose edge fades over a share of its radius.
func (s *scene) blotch(x, y, radius, fade float32, paint colour) {
	s.fade(ellipse{x, y, radius * s.between(.9, 1.6), radius * s.between(.5, .9), 1, 0}, paint, paint, radius*fade)
}

// streak paints a thin level stroke: a wave, a line in the grass.
func (s *scene) streak(x, y, length float32, paint colour) {
	s.fade(limb{x - length/2, y, x + length/2, y, .4}, paint, paint, 1.2)
}
