package sample

// bodywork are the colours that cars and trucks come in.
var bodywork = []colour{
	rgb(0xb02a2a), rgb(0x2a4f9a), rgb(0xd8d8d6), rgb(0x2a2c30), rgb(0x8a9099),
	rgb(0xd0a030), rgb(0x3a6a48), rgb(0xe8e8e4), rgb(0x7a2a35),
}

// automobile draws a car, from the side or the front.
func automobile(s *scene) {
	s.land()
	f := s.figure(16, 18, 13)
	paint := s.pick(bodywork...)
	if s.chance(.35) {
		carFromTheFront(&f, paint)
		return
	}
	carFromTheSide(&f, paint, s.between(-.1, .2))
}

// carFromTheSide draws a car whose cabin ends some way back from its middle: a
// saloon, or an estate.
func carFromTheSide(f *figure, paint colour, back float32) {
	f.shadow(.5, 1)
	f.polygon(paint, -.72-back, -.04, -.5-back, -.4, .22, -.4, .56, -.04)
	f.polygon(glass, -.58-back, -.06, -.44-back, -.33, -.14, -.33, -.14, -.06)
	f.polygon(glass, -.06, -.06, -.06, -.33, .18, -.33, .42, -.06)
	f.polygon(paint, -1, .02, -.92, -.07, .6, -.07, .96, .06, 1.02, .34, -1, .34)
	f.limb(.94, .12, .97, .12, .05, rgb(0xf4ecc0))
	f.limb(-.97, .08, -.97, .12, .05, rgb(0xb03028))
	for _, u := range [2]float32{-.56, .58} {
		f.disc(u, .34, .23, tyre)
		f.disc(u, .34, .11, grey)
	}
}

func carFromTheFront(f *figure, paint colour) {
	f.shadow(.6, .8)
	for _, u := range [2]float32{-.58, .58} {
		f.limb(u, .35, u, .5, .13, tyre)
	}
	f.polygon(paint, -.52, -.52, .52, -.52, .66, -.08, -.66, -.08)
	f.polygon(glass, -.45, -.44, .45, -.44, .56, -.1, -.56, -.1)
	f.polygon(paint, -.7, -.1, .7, -.1, .76, .4, -.76, .4)
	f.limb(-.28, .16, .28, .16, .09, black)
	for _, u := range [2]float32{-.57, .57} {
		f.disc(u, .12, .12, rgb(0xf4ecc0))
	}
}
