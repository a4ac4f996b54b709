package sample

// dog draws one: its face, or standing.
func dog(s *scene) {
	s.land()
	coat := s.pick(rgb(0xb8864c), rgb(0x5a3a26), rgb(0x2a2826), white, rgb(0xd9c9a8), rgb(0x8a8480))
	marks := s.pick(coat, coat, white, rgb(0x4a3020))
	f := s.figure(16, 17, 12)
	if s.chance(.5) {
		f.scale *= 1.1
		dogFace(&f, coat, marks)
		return
	}
	standingDog(&f, coat, marks)
}

func dogFace(f *figure, coat, marks colour) {
	f.ellipse(0, 1.15, .7, .7, 0, coat.lit(.85))
	f.ellipse(0, -.05, .66, .74, 0, coat)
	for _, sign := range [2]float32{-1, 1} {
		f.ellipse(sign*.7, .05, .2, .58, -sign*.22, marks.lit(.75))
	}
	f.ellipse(0, .36, .38, .36, 0, marks.mixed(white, .35))
	for _, sign := range [2]float32{-1, 1} {
		f.disc(sign*.3, -.16, .1, black)
	}
	f.ellipse(0, .22, .18, .13, 0, black)
	f.limb(0, .5, 0, .72, .09, rgb(0xc86a70))
}

func standingDog(f *figure, coat, marks colour) {
	f.shadow(.82, .8)
	f.limb(-.68, -.08, -1, -.5, .07, marks)
	for _, u := range [4]float32{-.62, -.44, .3, .48} {
		f.limb(u, .2, u, .76, .09, coat.lit(.85))
	}
	f.ellipse(-.08, .06, .72, .3, 0, coat)
	f.limb(.44, -.04, .62, -.36, .19, coat)
	f.ellipse(.72, -.46, .28, .24, 0, coat)
	f.ellipse(.94, -.38, .2, .12, .15, marks.mixed(coat, .5))
	f.disc(1.1, -.42, .06, black)
	f.ellipse(.56, -.36, .12, .26, .25, marks.lit(.7))
	f.disc(.8, -.52, .05, black)
}
