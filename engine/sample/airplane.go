package sample

// airplane draws one in the sky, climbing, sinking or banking, or on the ground.
func airplane(s *scene) {
	grounded := s.chance(.5)
	if grounded {
		s.land()
	} else {
		s.air()
	}
	f := s.figure(16, 16, 13)
	paint := s.pick(white, rgb(0xc9ced4), rgb(0x9aa3ad), rgb(0x5f6a78), rgb(0xe8e4d8))
	switch {
	case grounded:
		f.tilt(0)
	case s.chance(.3):
		f.tilt(s.between(-1.6, 1.6))
		airplaneFromBelow(&f, paint)
		return
	default:
		f.tilt(s.between(-.45, .3))
	}
	airplaneFromTheSide(&f, paint, s.pick(rgb(0x2f4f8f), rgb(0xa03030), rgb(0x3f7f6f), paint))
}

func airplaneFromTheSide(f *figure, paint, tail colour) {
	f.polygon(paint.lit(.75), .15, -.08, -.1, -.08, -.42, -.34, -.28, -.34)
	f.ellipse(0, 0, 1, .17, 0, paint)
	f.polygon(tail, -.98, -.55, -.78, -.55, -.55, -.08, -.92, -.05)
	f.polygon(paint.lit(.8), -.72, -.02, -.9, -.02, -1.08, -.16, -.96, -.16)
	f.limb(-.6, -.04, .7, -.04, .025, glass)
	f.polygon(paint.lit(.7), .2, .04, -.2, .06, -.66, .46, -.46, .46)
	f.disc(.02, .2, .09, paint.lit(.55))
}

func airplaneFromBelow(f *figure, paint colour) {
	f.polygon(paint.lit(.85), .3, 0, -.35, -.95, -.55, -.95, -.2, 0, -.55, .95, -.35, .95)
	f.polygon(paint.lit(.8), -.7, 0, -.95, -.4, -1.05, -.4, -.95, 0, -1.05, .4, -.95, .4)
	f.ellipse(0, 0, 1, .14, 0, paint)
}
