package paint

import (
	"slices"
	"strconv"
	"strings"

	"onelayer/wasm/canvas/scene"
)

// along returns the path through points.
func along(points []scene.Point) string {
	var path strings.Builder
	for i, p := range points {
		path.WriteByte("ML"[min(i, 1)])
		place(&path, p.X, p.Y)
	}
	return path.String()
}

// around returns the path along an area's upper line and back along its lower one.
func around(a scene.Area) string {
	back := slices.Clone(a.Lower)
	slices.Reverse(back)
	return along(slices.Concat(a.Upper, back)) + "Z"
}

// discs returns the path around many discs of one size.
func discs(centers []scene.Point, radius float64) string {
	var path strings.Builder
	for _, center := range centers {
		path.WriteString(disc(center, radius))
	}
	return path.String()
}

// disc returns the path around a disc: two half circles.
func disc(center scene.Point, radius float64) string {
	var path strings.Builder
	path.WriteByte('M')
	place(&path, center.X-radius, center.Y)
	for _, across := range [2]float64{2 * radius, -2 * radius} {
		path.WriteByte('a')
		place(&path, radius, radius)
		path.WriteString(" 0 1 0 ")
		place(&path, across, 0)
	}
	path.WriteByte('Z')
	return path.String()
}

// place writes a pair of numbers to a hundredth of a pixel.
func place(path *strings.Builder, x, y float64) {
	path.WriteString(strconv.FormatFloat(x, 'f', 2, 64))
	path.WriteByte(',')
	path.WriteString(strconv.FormatFloat(y, 'f', 2, 64))
}
