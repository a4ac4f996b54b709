package sample

// bird draws one on a branch, on the ground, by the sea or in flight.
func bird(s *scene) {
	plumage := s.pick(rgb(0x6a4c34), rgb(0x3a3c44), rgb(0xb8412e), rgb(0x3f6a9c), rgb(0xc9b04a), rgb(0xa09a90), white)
	switch {
	case s.chance(.22):
		s.air()
		f := s.figure(16, 16, 13)
		f.tilt(s.between(-.5, .4))
		birdInFlight(&f, plumage, s.between(-.7, .5))
		return
	case s.chance(.3):
		s.air()
	default:
		s.land()
	}
	f := s.figure(16, 16, 11)
	if s.chance(.5) {
		f.limb(-1.6, .92, 1.6, .8, .08, s.pick(brown, ashen))
	}
	perchedBird(&f, plumage, plumage.mixed(s.pick(cream, white, rust), .6))
}

func perchedBird(f *figure, plumage, breast colour) {
	for _, u := range [2]float32{-.08, .14} {
		f.limb(u, .4, u+.04, .88, .035, rgb(0x6a5230))
	}
	f.polygon(plumage.lit(.7), -.5, -.02, -.38, .3, -1.15, .62, -1.2, .46)
	f.ellipse(0, .08, .66, .42, -.5, breast)
	f.ellipse(-.22, .1, .56, .27, .33, plumage.lit(.8))
	f.polygon(rgb(0xd8952e), .72, -.58, .7, -.38, 1.04, -.44)
	f.disc(.48, -.46, .31, plumage)
	f.disc(.56, -.52, .06, black)
}

// birdInFlight draws a bird whose wings end at a height v: raised, or beaten down.
func birdInFlight(f *figure, plumage colour, v float32) {
	f.polygon(plumage.lit(.75), .25, -.04, -.2, -.04, -.5, v-.1, -.2, v-.25)
	f.polygon(plumage.lit(.7), -.5, -.05, -.5, .08, -1, .2, -1, -.1)
	f.ellipse(0, 0, .62, .2, 0, plumage)
	f.polygon(rgb(0xc08a3a), .78, -.14, .78, 0, 1.02, -.04)
	f.disc(.62, -.08, .17, plumage)
	f.polygon(plumage.lit(.9), .3, .02, -.22, .06, -.75, v, -.45, v-.2)
}
