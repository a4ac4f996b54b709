package sample

// horse draws one: standing, grazing, or its head.
func horse(s *scene) {
	s.land()
	coat := s.pick(rgb(0x6a3f24), rgb(0x8a5a30), rgb(0x2e2622), rgb(0xd8d2c6), rgb(0x5a4a40), rgb(0xa0723c))
	mane := s.pick(black, black, coat.lit(.6), cream)
	if s.chance(.4) {
		fence(s)
	}
	if s.chance(.25) {
		f := s.figure(15, 20, 14)
		horseHead(&f, coat, mane)
		return
	}
	f := s.figure(16, 18, 13)
	standingHorse(&f, coat, mane, s.chance(.25))
}

func fence(s *scene) {
	wood := s.pick(white, rgb(0x7a6048), ashen)
	y := s.between(10, 16)
	for _, dy := range [2]float32{0, 4} {
		s.fill(limb{-1, y + dy, side + 1, y + dy + s.between(-1, 1), .5}, wood)
	}
	for x := s.between(0, 8); x < side; x += 10 {
		s.fill(limb{x, y - 2, x, y + 7, .6}, wood.lit(.9))
	}
}

func standingHorse(f *figure, coat, mane colour, grazing bool) {
	f.shadow(.92, .8)
	f.limb(-.68, -.2, -.86, .35, .1, mane)
	for _, u := range [4]float32{-.56, -.36, .3, .46} {
		f.limb(u, .1, u, .84, .085, coat.lit(.8))
	}
	f.ellipse(-.06, -.05, .68, .34, 0, coat)
	if grazing {
		f.limb(.5, -.02, .88, .4, .17, coat)
		f.limb(.54, -.2, .92, .26, .06, mane)
		f.ellipse(.95, .62, .3, .14, 1.2, coat)
		return
	}
	f.limb(.46, -.15, .7, -.66, .2, coat)
	f.limb(.3, -.3, .54, -.84, .08, mane)
	f.polygon(coat, .56, -.8, .62, -1.08, .74, -.84)
	f.ellipse(.88, -.66, .32, .15, .7, coat)
	f.disc(.8, -.76, .045, black)
}

func horseHead(f *figure, coat, mane colour) {
	f.polygon(coat, -.95, 1.2, -.5, -.55, .05, -.75, .25, .05, .1, 1.2)
	f.limb(-.85, .7, -.36, -.7, .16, mane)
	f.polygon(coat, -.28, -.6, -.2, -1.08, .04, -.7)
	f.ellipse(.3, -.22, .66, .28, .95, coat)
	f.ellipse(.56, .2, .22, .2, .9, coat.lit(.8))
	f.disc(.12, -.4, .08, black)
	f.disc(.62, .26, .05, black)
}
