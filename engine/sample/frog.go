package sample

// frog draws one: from the side or the front.
func frog(s *scene) {
	s.land()
	skin := s.pick(rgb(0x5f9a34), rgb(0x7ab04a), rgb(0x4a6a34), rgb(0x8a7a48), rgb(0x6a5236), rgb(0x96a070))
	f := s.figure(16, 18, 12)
	f.tilt(s.between(-.3, .3))
	if s.chance(.4) {
		frogFromTheFront(&f, skin, skin.mixed(cream, .7))
		return
	}
	sittingFrog(&f, skin, skin.mixed(cream, .7))
}

func sittingFrog(f *figure, skin, belly colour) {
	f.shadow(.68, 1)
	f.ellipse(.1, .28, .7, .36, -.3, belly)
	f.ellipse(-.1, .05, .84, .42, -.42, skin)
	f.limb(-.9, .6, -.3, .62, .1, skin.lit(.8))
	f.ellipse(-.56, .36, .44, .24, -.5, skin.lit(.9))
	f.limb(.4, .2, .5, .62, .1, skin.lit(.85))
	f.limb(.5, .62, .72, .64, .07, skin.lit(.85))
	f.ellipse(.58, -.24, .42, .26, .1, skin)
	f.limb(.4, -.1, .96, -.14, .03, skin.lit(.5))
	f.disc(.52, -.48, .17, skin)
	f.disc(.56, -.48, .11, rgb(0xd0b040))
	f.disc(.58, -.48, .06, black)
}

func frogFromTheFront(f *figure, skin, belly colour) {
	f.shadow(.66, 1)
	for _, sign := range [2]float32{-1, 1} {
		f.ellipse(sign*.72, .34, .24, .4, sign*.35, skin.lit(.8))
		f.limb(sign*.7, .66, sign*1, .68, .08, skin.lit(.85))
	}
	f.ellipse(0, .28, .62, .44, 0, belly)
	f.ellipse(0, -.08, .7, .36, 0, skin)
	f.limb(-.5, .02, .5, .02, .03, skin.lit(.5))
	for _, sign := range [2]float32{-1, 1} {
		f.limb(sign*.36, .3, sign*.32, .68, .09, skin.lit(.9))
		f.disc(sign*.42, -.4, .19, skin)
		f.disc(sign*.44, -.42, .11, rgb(0xd0b040))
		f.disc(sign*.44, -.42, .06, black)
	}
}
