// Package precompiled holds Ebitengine's own shaders as command precompile has compiled them: what drawing needs of
// them, without the Kage compiler, whose run took longer than the rest of the view's start.
package precompiled

import "github.com/hajimehoshi/ebiten/v2/internal/shaderir"

// Shader is a compiled shader.
type Shader struct {
	UniformNames []string
	Uniforms     []shaderir.Type
	Used         []int // those of Uniforms that the shader reads
	TextureCount int

	Vertex, Fragment string // GLSL ES 3.00
}

// Key names a shader by its Kage source.
func Key(source []byte) shaderir.SourceID { return shaderir.CalcSourceID(source) }
