package paint

// bitmaps keeps an image of each picture that is shown, keyed by the picture: a
// picture never changes.
type bitmaps[B any] struct {
	load func(pixels []byte, width, height int) B
	kept map[any]*bitmap[B]
}

type bitmap[B any] struct {
	image B
	used  bool // in this frame
}

func newBitmaps[B any](load func(pixels []byte, width, height int) B) *bitmaps[B] {
	return &bitmaps[B]{load: load, kept: map[any]*bitmap[B]{}}
}

// of returns a picture's image of width×height pixels.
func (b *bitmaps[B]) of(picture any, pixels []byte, width, height int) B {
	entry := b.kept[picture]
	if entry == nil {
		entry = &bitmap[B]{image: b.load(pixels, width, height)}
		b.kept[picture] = entry
	}
	entry.used = true
	return entry.image
}

// sweep drops the images that the frame did not use.
func (b *bitmaps[B]) sweep() {
	for picture, entry := range b.kept {
		if !entry.used {
			delete(b.kept, picture)
		}
		entry.used = false
	}
}
