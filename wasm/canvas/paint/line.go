package paint

import (
	_ "embed"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

//go:embed line.kage
var lineShader []byte

// lineBrush draws polylines: one quad per segment, in which the shader covers the
// pixels near the segment. Neighbours overlap in round joins.
type lineBrush struct {
	shader   *ebiten.Shader
	vertices []ebiten.Vertex
	indices  []uint32
}

func newLineBrush() (*lineBrush, error) {
	shader, err := ebiten.NewShader(lineShader)
	if err != nil {
		return nil, err
	}
	return &lineBrush{shader: shader}, nil
}

// draw draws a whole line in one call. Two equal points make a disc.
func (b *lineBrush) draw(screen *ebiten.Image, points []scene.Point, width, dash float64, c color.NRGBA) {
	b.vertices, b.indices = b.vertices[:0], b.indices[:0]
	before := 0.0
	for i := range len(points) - 1 {
		before += b.addSegment(points[i], points[i+1], width/2+1, before)
	}
	b.fill(screen, width, dash, c)
}

// discs draws many discs in one call.
func (b *lineBrush) discs(screen *ebiten.Image, centers []scene.Point, width float64, c color.NRGBA) {
	b.vertices, b.indices = b.vertices[:0], b.indices[:0]
	for _, center := range centers {
		b.addSegment(center, center, width/2+1, 0)
	}
	b.fill(screen, width, 0, c)
}

// fill covers the segments that were added.
func (b *lineBrush) fill(screen *ebiten.Image, width, dash float64, c color.NRGBA) {
	tint(b.vertices, c)
	options := &ebiten.DrawTrianglesShaderOptions{Uniforms: map[string]any{
		"HalfWidth": float32(width / 2),
		"Dash":      float32(dash),
	}}
	screen.DrawTrianglesShader32(b.vertices, b.indices, b.shader, options)
}

// addSegment adds a quad that extends beyond the segment by a distance on all
// sides, and returns the segment's length.
func (b *lineBrush) addSegment(from, to scene.Point, reach, before float64) float64 {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	along := scene.Point{X: 1}
	if length > 0 {
		along = scene.Point{X: (to.X - from.X) / length, Y: (to.Y - from.Y) / length}
	}
	first := uint32(len(b.vertices))
	for _, corner := range [4]struct{ along, across float64 }{
		{-reach, -reach}, {length + reach, -reach}, {-reach, reach}, {length + reach, reach},
	} {
		b.vertices = append(b.vertices, ebiten.Vertex{
			DstX:    float32(from.X + corner.along*along.X - corner.across*along.Y),
			DstY:    float32(from.Y + corner.along*along.Y + corner.across*along.X),
			Custom0: float32(corner.along),
			Custom1: float32(corner.across),
			Custom2: float32(length),
			Custom3: float32(before),
		})
	}
	b.indices = append(b.indices, first, first+1, first+2, first+1, first+3, first+2)
	return length
}

// tint gives the vertices a colour, premultiplied as the screen is.
func tint(vertices []ebiten.Vertex, c color.NRGBA) {
	alpha := float32(c.A) / 255
	for i := range vertices {
		vertices[i].ColorR = float32(c.R) / 255 * alpha
		vertices[i].ColorG = float32(c.G) / 255 * alpha
		vertices[i].ColorB = float32(c.B) / 255 * alpha
		vertices[i].ColorA = alpha
	}
}
