package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// painters are the files that draw the list of shapes: on the screen with and
// without WebGL, and as SVG.
var painters = []string{"wasm/canvas/paint/painter.go", "wasm/canvas2d/paint/painter.go", "wasm/canvas/svg/svg.go"}

var shapeMethod = regexp.MustCompile(`(?m)^func \((\w+)\) op\(\)`)

// everyShapeIsDrawn: a shape that a painter ignores is missing without a warning.
func everyShapeIsDrawn(t tree) []violation {
	var found []violation
	for _, f := range t.files {
		if f.dir() != "wasm/canvas/scene" || !f.isGo() {
			continue
		}
		for _, shape := range shapeMethod.FindAllSubmatch(f.content, -1) {
			for _, painter := range t.files {
				if slices.Contains(painters, painter.name) &&
					!strings.Contains(string(painter.content), fmt.Sprintf("case scene.%s:", shape[1])) {
					found = append(found, violation{painter.name, fmt.Sprintf("does not draw scene.%s", shape[1])})
				}
			}
		}
	}
	return found
}
