package sample

// ship draws a steamer, a freighter or a sailing boat on the sea.
func ship(s *scene) {
	y := s.sea() + 1
	f := s.figure(16, y, 14)
	hull := s.pick(rgb(0x2a2e38), rgb(0x7a2a28), rgb(0x2d4a6d), rgb(0xd8d8d4), rgb(0x6b7278))
	switch {
	case s.chance(.3):
		sailingBoat(&f, hull, s.pick(white, cream, rgb(0xc06048)))
	case s.chance(.4):
		freighter(s, &f, hull)
	default:
		steamer(&f, hull, s.pick(rgb(0xb04030), rgb(0xd0a040), rgb(0x30343c)))
	}
}

func steamer(f *figure, hull, funnel colour) {
	f.limb(-.62, -.1, -.62, -.75, .03, black)
	f.limb(.5, -.1, .5, -.7, .03, black)
	f.box(-.12, -.72, .1, -.3, funnel)
	f.box(-.66, -.24, .52, .02, white)
	f.box(-.42, -.42, .34, -.22, white)
	f.limb(-.58, -.1, .44, -.1, .03, glass)
	f.polygon(hull, -1, -.02, 1.08, -.08, .86, .3, -.9, .3)
}

func freighter(s *scene, f *figure, hull colour) {
	for u := float32(-.4); u < .7; u += .27 {
		f.box(
			u,
			-s.between(.1, .4),
			u+.24,
			.02,
			s.pick(rgb(0xb04a38), rgb(0x3a6a9a), rgb(0xc8b060), rgb(0x5a7a5a), grey),
		)
	}
	f.box(-.86, -.6, -.52, .02, white)
	f.limb(-.8, -.46, -.58, -.46, .04, glass)
	f.polygon(hull, -1, 0, 1.06, -.06, .92, .3, -.94, .3)
}

func sailingBoat(f *figure, hull, sail colour) {
	f.limb(.05, .1, .05, -1.05, .03, black)
	f.polygon(sail, 0, -1, 0, .04, -.58, .04)
	f.polygon(sail.lit(.9), .1, -.85, .62, .04, .1, .04)
	f.polygon(hull, -.72, .08, .8, .08, .55, .3, -.55, .3)
}
