package sample

// truck draws a lorry, from the side or the front.
func truck(s *scene) {
	s.land()
	f := s.figure(16, 17, 14)
	cab := s.pick(bodywork...)
	load := s.pick(white, rgb(0xc9c4b8), rgb(0x8c98a4), rgb(0x9a3a34), rgb(0x3a5a8c), rgb(0xc09a4a), cab)
	if s.chance(.3) {
		truckFromTheFront(&f, cab, load)
		return
	}
	truckFromTheSide(&f, cab, load, s.chance(.25))
}

func truckFromTheSide(f *figure, cab, load colour, open bool) {
	f.shadow(.6, 1)
	f.box(-1, .26, .95, .38, black)
	if open {
		f.polygon(load, -1.04, -.2, .34, -.2, .34, .3, -.9, .3)
	} else {
		f.box(-1.04, -.68, .36, .28, load)
	}
	f.polygon(cab, .42, -.42, .78, -.42, .96, -.08, 1, .34, .42, .34)
	f.polygon(glass, .54, -.32, .74, -.32, .88, -.06, .54, -.06)
	f.disc(.97, .2, .06, rgb(0xf4ecc0))
	for _, u := range [3]float32{-.76, -.36, .68} {
		f.disc(u, .42, .19, tyre)
		f.disc(u, .42, .08, grey)
	}
}

func truckFromTheFront(f *figure, cab, load colour) {
	f.shadow(.72, .7)
	f.box(-.6, -.86, .6, .4, load)
	for _, u := range [2]float32{-.46, .46} {
		f.limb(u, .5, u, .62, .13, tyre)
	}
	f.box(-.56, -.5, .56, .5, cab)
	f.box(-.48, -.4, .48, -.04, glass)
	f.limb(-.26, .2, .26, .2, .1, black)
	for _, u := range [2]float32{-.44, .44} {
		f.disc(u, .32, .09, rgb(0xf4ecc0))
	}
}
