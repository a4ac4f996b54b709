// Package glsl looks the text of shaders up instead of writing it.
package glsl

import (
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/standin/precompiled"
)

// GLSLVersion is a version of GLSL. A page has only the second one.
type GLSLVersion int

const (
	GLSLVersionDefault GLSLVersion = iota
	GLSLVersionES300
)

// Compile returns the GLSL ES 3.00 of a shader.
func Compile(program *shaderir.Program, _ GLSLVersion) (vertex, fragment string) {
	shader := precompiled.Shaders[program.SourceID]
	return shader.Vertex, shader.Fragment
}
