package paint

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

// stripCache keeps an image of each shown run's ten weight pictures. Images of
// pictures that are no longer shown are reused.
type stripCache struct {
	strips map[*scene.Picture]*strip
	free   []*ebiten.Image
}

type strip struct {
	image *ebiten.Image
	used  bool // in this frame
}

func newStripCache() *stripCache {
	return &stripCache{strips: map[*scene.Picture]*strip{}}
}

func (c *stripCache) draw(screen *ebiten.Image, tile scene.Tile) {
	s := c.strips[tile.Picture]
	if s == nil {
		s = &strip{image: c.blank()}
		s.image.WritePixels(tile.Picture.Pixels)
		c.strips[tile.Picture] = s
	}
	s.used = true
	left := tile.Class * scene.TileSide
	part := s.image.SubImage(image.Rect(left, 0, left+scene.TileSide, scene.TileSide)).(*ebiten.Image)
	options := &ebiten.DrawImageOptions{Filter: ebiten.FilterNearest}
	if tile.Width < scene.TileSide {
		options.Filter = ebiten.FilterLinear
	}
	options.GeoM.Scale(tile.Width/scene.TileSide, tile.Height/scene.TileSide)
	options.GeoM.Translate(tile.X, tile.Y)
	screen.DrawImage(part, options)
}

func (c *stripCache) blank() *ebiten.Image {
	if n := len(c.free); n > 0 {
		blank := c.free[n-1]
		c.free = c.free[:n-1]
		return blank
	}
	return ebiten.NewImage(scene.StripWidth, scene.TileSide)
}

// sweep frees the images that the frame did not use.
func (c *stripCache) sweep() {
	for picture, s := range c.strips {
		if !s.used {
			c.free = append(c.free, s.image)
			delete(c.strips, picture)
		}
		s.used = false
	}
}
