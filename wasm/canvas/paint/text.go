package paint

import (
	"container/list"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

// Typesetter draws a line of text.
type Typesetter interface {
	Typeset(text string, font scene.Font) Mask
}

// Mask is a text's coverage, Width×Height bytes row-major. Left and Top say how
// far its first pixel is left of and above the left end of the baseline.
type Mask struct {
	Alpha         []byte
	Width, Height int
	Left, Top     int
}

// textLimit is the number of texts kept: several frames' worth.
const textLimit = 400

// textCache keeps white images of the texts drawn last.
type textCache struct {
	typesetter Typesetter
	entries    map[textKey]*list.Element
	order      *list.List // of *textEntry, most recently used first
}

type textKey struct {
	text string
	font scene.Font
}

type textEntry struct {
	key   textKey
	mask  Mask
	image *ebiten.Image // nil for a text without ink
}

func newTextCache(typesetter Typesetter) *textCache {
	return &textCache{typesetter: typesetter, entries: map[textKey]*list.Element{}, order: list.New()}
}

func (c *textCache) draw(screen *ebiten.Image, t scene.Text) {
	entry := c.entry(textKey{text: t.Text, font: t.Font})
	if entry.image == nil {
		return
	}
	options := &ebiten.DrawImageOptions{}
	options.GeoM.Translate(t.Origin.X-float64(entry.mask.Left), t.Origin.Y-float64(entry.mask.Top))
	options.ColorScale.ScaleWithColor(t.Color)
	screen.DrawImage(entry.image, options)
}

func (c *textCache) entry(key textKey) *textEntry {
	if element := c.entries[key]; element != nil {
		c.order.MoveToFront(element)
		return element.Value.(*textEntry)
	}
	entry := &textEntry{key: key, mask: c.typesetter.Typeset(key.text, key.font)}
	entry.image = whiteImage(entry.mask)
	c.entries[key] = c.order.PushFront(entry)
	if c.order.Len() > textLimit {
		c.drop(c.order.Back())
	}
	return entry
}

func (c *textCache) drop(element *list.Element) {
	entry := c.order.Remove(element).(*textEntry)
	delete(c.entries, entry.key)
	if entry.image != nil {
		entry.image.Deallocate()
	}
}

func (c *textCache) clear() {
	for c.order.Len() > 0 {
		c.drop(c.order.Back())
	}
}

// whiteImage turns a mask into white of that coverage, premultiplied.
func whiteImage(m Mask) *ebiten.Image {
	if m.Width == 0 || m.Height == 0 {
		return nil
	}
	pixels := make([]byte, 4*len(m.Alpha))
	for i, alpha := range m.Alpha {
		for channel := range 4 {
			pixels[4*i+channel] = alpha
		}
	}
	white := ebiten.NewImage(m.Width, m.Height)
	white.WritePixels(pixels)
	return white
}
