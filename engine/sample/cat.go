package sample

// cat draws one: its face, or sitting.
func cat(s *scene) {
	s.land()
	fur := s.pick(rgb(0xc4813e), rgb(0x5c5650), rgb(0x2c2a2a), white, rgb(0x9a8a78), rgb(0x7a5a3c))
	f := s.figure(16, 17, 12)
	if s.chance(.55) {
		f.scale *= 1.1
		catFace(&f, fur, fur.mixed(white, s.between(0, .7)))
		return
	}
	sittingCat(&f, fur, fur.mixed(white, s.between(0, .7)))
}

func catFace(f *figure, fur, muzzle colour) {
	f.ellipse(0, 1.1, .85, .7, 0, fur.lit(.85))
	for _, sign := range [2]float32{-1, 1} {
		f.polygon(fur, sign*.74, -.98, sign*.78, -.2, sign*.18, -.56)
		f.polygon(rgb(0xc08a80), sign*.66, -.78, sign*.66, -.4, sign*.36, -.54)
	}
	f.ellipse(0, 0, .82, .68, 0, fur)
	f.ellipse(0, .3, .42, .3, 0, muzzle)
	for _, sign := range [2]float32{-1, 1} {
		f.ellipse(sign*.36, -.1, .17, .15, 0, rgb(0xb8b850))
		f.ellipse(sign*.36, -.1, .06, .14, 0, black)
		f.limb(sign*.3, .34, sign*.95, .24, .015, white)
	}
	f.polygon(rgb(0xb06a66), -.1, .16, .1, .16, 0, .28)
}

func sittingCat(f *figure, fur, breast colour) {
	f.limb(-.4, .8, -.95, .6, .1, fur.lit(.85))
	f.limb(-.95, .6, -1, .2, .09, fur.lit(.85))
	f.ellipse(-.05, .4, .5, .62, .15, fur)
	f.ellipse(.18, .4, .2, .4, 0, breast)
	f.limb(.12, .6, .14, .95, .09, fur.lit(.95))
	f.limb(.34, .6, .38, .95, .09, fur)
	for _, u := range [2]float32{.02, .48} {
		f.polygon(fur, u, -.9, u-.16, -.45, u+.18, -.45)
	}
	f.ellipse(.25, -.38, .38, .32, 0, fur)
	for _, u := range [2]float32{.12, .42} {
		f.disc(u, -.42, .06, rgb(0xa8b048))
	}
}
