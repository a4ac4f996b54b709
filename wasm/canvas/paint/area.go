package paint

import (
	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

// areaBrush fills areas: two triangles between each pair of places and the next.
type areaBrush struct {
	pixel    *ebiten.Image // one white pixel
	vertices []ebiten.Vertex
	indices  []uint32
}

func (b *areaBrush) draw(screen *ebiten.Image, area scene.Area) {
	b.vertices, b.indices = b.vertices[:0], b.indices[:0]
	for i := range area.Upper {
		for _, p := range [2]scene.Point{area.Upper[i], area.Lower[i]} {
			b.vertices = append(b.vertices, ebiten.Vertex{DstX: float32(p.X), DstY: float32(p.Y), SrcX: 0.5, SrcY: 0.5})
		}
	}
	for i := range len(area.Upper) - 1 {
		b.addQuad(area, i)
	}
	tint(b.vertices, area.Color)
	screen.DrawTriangles32(b.vertices, b.indices, b.pixel, &ebiten.DrawTrianglesOptions{
		ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha,
	})
}

// addQuad adds the area between two pairs; where the lines cross, the triangles
// would overlap, so they share the crossing.
func (b *areaBrush) addQuad(area scene.Area, i int) {
	first := uint32(2 * i)
	before, after := area.Lower[i].Y-area.Upper[i].Y, area.Lower[i+1].Y-area.Upper[i+1].Y
	if before*after >= 0 {
		b.indices = append(b.indices, first, first+1, first+2, first+1, first+3, first+2)
		return
	}
	share := before / (before - after)
	from, to := area.Upper[i], area.Upper[i+1]
	cross := uint32(len(b.vertices))
	b.vertices = append(b.vertices, ebiten.Vertex{
		DstX: float32(from.X + share*(to.X-from.X)), DstY: float32(from.Y + share*(to.Y-from.Y)),
		SrcX: 0.5, SrcY: 0.5,
	})
	b.indices = append(b.indices, first, first+1, cross, first+2, first+3, cross)
}
