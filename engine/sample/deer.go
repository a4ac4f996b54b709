package sample

// deer draws a stag or a hind.
func deer(s *scene) {
	s.land()
	f := s.figure(16, 17, 12)
	coat := s.pick(rgb(0x9a6a3c), rgb(0x7a5636), rgb(0xb08850), rgb(0x6a5a48))
	standingDeer(&f, coat)
	if s.chance(.6) {
		antlers(&f, s.pick(cream, rgb(0x6a543c)))
	}
}

func standingDeer(f *figure, coat colour) {
	for _, u := range [4]float32{-.58, -.42, .26, .4} {
		f.limb(u, .1, u+.02, .98, .055, coat.lit(.75))
	}
	f.disc(-.7, -.08, .13, white)
	f.ellipse(-.12, 0, .64, .28, -.05, coat)
	f.ellipse(-.12, .14, .46, .12, 0, coat.mixed(cream, .5))
	f.limb(.4, -.1, .66, -.62, .13, coat)
	f.ellipse(.54, -.8, .09, .2, -.9, coat.lit(.85))
	f.ellipse(.8, -.7, .26, .13, .4, coat)
	f.disc(.99, -.6, .06, black)
	f.disc(.76, -.75, .04, black)
}

func antlers(f *figure, horn colour) {
	f.limb(.64, -.8, .5, -1.2, .035, horn)
	f.limb(.5, -1.2, .72, -1.46, .035, horn)
	f.limb(.56, -1.02, .32, -1.22, .035, horn)
	f.limb(.7, -.8, .86, -1.16, .035, horn)
	f.limb(.86, -1.16, .78, -1.4, .035, horn)
	f.limb(.8, -1.02, 1.04, -1.2, .035, horn)
}
